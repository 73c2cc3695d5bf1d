"""The name of a source: from a phrase to the fullest name that the article gives it, or to its own words."""

from collections.abc import Sequence

from recension.rules import load_rules
from recension.stages.attribute.cast import is_known_person, resolve_name, resolve_role
from recension.stages.attribute.channels import has_channel_word
from recension.stages.attribute.contents import Attribution
from recension.stages.attribute.cues import load_cues
from recension.stages.attribute.phrases import Phrase, find_head, find_name_beside
from recension.stages.attribute.scene import Scene, resolve_pronoun
from recension.stages.attribute.subjects import find_subject
from recension.stages.attribute.tokens import Token

_MARKS = "\"'“”‘’«»„`"
_DEFINITE = frozenset({"the", "this", "that", "same"})
_SPEAKING_OF_ITSELF = frozenset({"i", "we", "you"})
# Between "the" and "agency" or "service" these tell nothing more; any other word makes it another body.
_PRESS = frozenset({"news", "press", "wire", "state", "official", "state-run", "local", "national"})
# A speaker without a name is quoted with at most this many tokens.
_LONGEST = 14


def name_source(scene: Scene, tokens: Sequence[Token], phrase: Phrase, subject: str | None) -> str | None:
    """Who a source is; `subject` is the last one of the same unit, which an elided source repeats."""
    if phrase.kind == "elided":
        return subject or _name_main_subject(scene, tokens, phrase.first)
    if phrase.kind == "pronoun":
        pronoun = tokens[phrase.first].lower
        if pronoun in _SPEAKING_OF_ITSELF:
            return None
        if pronoun == "one":
            return pronoun
        return resolve_pronoun(scene, pronoun, tokens[phrase.first].start) or pronoun
    return _name_noun(scene, tokens, phrase)


def _name_main_subject(scene: Scene, tokens: Sequence[Token], before: int) -> str | None:
    """The subject of the unit's first verb, which a later verb without a subject shares."""
    for at in range(1, min(before + 1, len(tokens))):
        token = tokens[at]
        is_verb = token.belongs_to("auxiliaries") or token.lower in load_cues() or token.lower.endswith("ed")
        if is_verb and token.kind == "word" and (phrase := find_subject(tokens, at)) and phrase.kind != "elided":
            return name_source(scene, tokens, phrase, None)
    names = [t for t in tokens[:before] if t.kind == "name"]
    people = (t for t in reversed(names) if is_known_person(scene.cast, t.text))
    first = next(people, names[0] if names else None)
    return resolve_name(scene.cast, first.text) if first else scene.last_speaker


def _name_noun(scene: Scene, tokens: Sequence[Token], phrase: Phrase) -> str | None:
    """The name at the head of a phrase or in apposition to it; else its bearer by role; else the phrase."""
    head = find_head(tokens, phrase)
    if head.kind == "name":
        return resolve_name(scene.cast, head.text)
    if beside := find_name_beside(tokens, phrase):
        return resolve_name(scene.cast, beside.text)
    inside = tokens[phrase.first : phrase.last]
    if len(inside) > 2 and inside[-1].kind == "name" and inside[-2].kind == "name":
        return resolve_name(scene.cast, inside[-1].text)
    if head.lower in load_rules("speech")["nouns"]["documents"] and (author := _name_author(scene, tokens, phrase)):
        return author
    if inside[0].lower in _DEFINITE and head == inside[-1] and (who := _resolve_definite(scene, inside)):
        return who
    return _spell(inside)


def _resolve_definite(scene: Scene, inside: Sequence[Token]) -> str | None:
    """Whom "the mayor", "the council" or "the state news agency" means."""
    head, position = inside[-1].lower.removesuffix("'s"), inside[0].start
    if who := resolve_role(scene.cast, head, position):
        return who
    if has_channel_word(inside[-1:]) and all(token.lower in _PRESS for token in inside[1:-1]):
        return scene.last_speaker
    return None


def _name_author(scene: Scene, tokens: Sequence[Token], phrase: Phrase) -> str | None:
    """Whose document it is: "the statement of the Harbour Board", "the mayor's letter", "the statement"."""
    for at in range(phrase.first, phrase.last - 1):
        if tokens[at].lower in {"of", "by", "from"}:
            return name_source(scene, tokens, Phrase(at + 1, phrase.last), None)
        if tokens[at].kind == "name" and tokens[at + 1].lower == "'s":
            return resolve_name(scene.cast, tokens[at].text)
    is_bare = tokens[phrase.first].lower in _DEFINITE and phrase.last - phrase.first == 2
    return scene.last_speaker if is_bare else None


def _spell(inside: Sequence[Token]) -> str | None:
    """The words of a phrase up to a relative clause or its longest length."""
    last = next((i for i, t in enumerate(inside) if i and t.belongs_to("relatives")), len(inside))
    kept = inside[: min(last, _LONGEST)]
    words = [(" " if i and t.start > kept[i - 1].end else "") + t.text for i, t in enumerate(kept)]
    return "".join(words).removesuffix("'s").removesuffix("’s") or None


def name_via(scene: Scene, tokens: Sequence[Token], attribution: Attribution, outlet: str | None) -> str | None:
    """Through whom a statement reached the article; None for a person, listeners, and the article's own outlet."""
    phrase = attribution.via
    if phrase is None or phrase.kind != "noun":
        return None
    head = find_head(tokens, phrase)
    inside = tokens[phrase.first : tokens.index(head, phrase.first) + 1]
    named = [t.text.strip(_MARKS) for t in inside if t.kind in {"name", "quote"}]
    if head.lower in load_rules("speech")["channels"]["listeners"]:
        return None
    if not named or (head.kind == "word" and not has_channel_word(inside)):
        return _name_unnamed(scene, inside) if has_channel_word(inside) else None
    name = named[-1]
    if _is_own(name, outlet) or (is_known_person(scene.cast, name) and not has_channel_word(inside)):
        return None
    scene.channel = name
    return name


def _name_unnamed(scene: Scene, inside: Sequence[Token]) -> str | None:
    """The channel named last for "the paper", "the site"; any other by its words."""
    return scene.channel if scene.channel and inside[0].lower in _DEFINITE and len(inside) == 2 else _spell(inside)


def _is_own(name: str, outlet: str | None) -> bool:
    """Whether a name is that of the outlet itself: part of it, or its initials."""
    if outlet is None:
        return False
    words = [w.lower() for w in outlet.split()]
    return set(name.lower().split()) <= set(words) or name.lower() == "".join(w[0] for w in words)

"""The language of a text."""

import re

from recension.text.words import find_word_forms, load_stopwords

# Below about 20 words the identifier takes short headlines full of names for any language.
_MIN_LETTERS = 120
# Of the words of English news 0.35 to 0.5 are English stop words, of Dutch, German, Danish or Spanish 0.15 to 0.17.
_ENGLISH = 0.3
_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?$")


def find_language(text: str, declared: str | None = None) -> str | None:
    """The ISO 639-1 code of the language of `text`: told from its words, else as `declared`; None if neither tells.

    >>> find_language("Due.", "it-IT")
    'it'
    """
    letters = sum(1 for c in text[:4000] if c.isalpha())
    if letters >= _MIN_LETTERS:
        if _is_english(text[:4000]):
            return "en"
        import py3langid  # half a second to load, which English articles need not wait for

        return str(py3langid.classify(text[:4000])[0])
    match = _CODE.match(declared.strip()) if declared else None
    return match.group(1).lower() if match else None


def _is_english(text: str) -> bool:
    """Whether the small words of the text are English."""
    words, small = find_word_forms(text), load_stopwords()
    return sum(word.lower() in small for word in words) >= _ENGLISH * len(words)

"""The cast tells who a surname, a role or a title means."""

from recension.stages.attribute.cast import make_cast, resolve_name, resolve_role
from recension.text.names import find_names

TEXT = "Harbour master Ana Ruiz met Mr Bo Orr, the pilot, at the Vale Harbour Board."
CAST = make_cast(TEXT, find_names(TEXT))


def test_a_surname_is_its_bearer() -> None:
    """The last word of a full name stands for it, another word for itself."""
    assert (resolve_name(CAST, "Ruiz"), resolve_name(CAST, "Tarn")) == ("Ana Ruiz", "Tarn")


def test_a_role_is_whoever_was_said_to_have_it() -> None:
    """A role is told before or behind a name; an organisation by a word of its name; nothing before it is named."""
    found = [resolve_role(CAST, role, len(TEXT)) for role in ("master", "pilot", "board", "cook")]
    assert found == ["Ana Ruiz", "Bo Orr", "Vale Harbour Board", None]
    assert resolve_role(CAST, "pilot", 10) is None


def test_a_title_tells_a_man_or_a_woman() -> None:
    """Titles fix which pronoun fits a surname."""
    assert CAST.sexes == {"Orr": "m"}

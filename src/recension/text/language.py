"""The language of a text."""

import re

# Below about 20 words the identifier takes short headlines full of names for any language.
_MIN_LETTERS = 120
_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?$")


def find_language(text: str, declared: str | None = None) -> str | None:
    """The ISO 639-1 code of the language of `text`: told from its words, else as `declared`; None if neither tells.

    >>> find_language("Due.", "it-IT")
    'it'
    """
    letters = sum(1 for c in text[:4000] if c.isalpha())
    if letters >= _MIN_LETTERS:
        import py3langid

        return str(py3langid.classify(text[:4000])[0])
    match = _CODE.match(declared.strip()) if declared else None
    return match.group(1).lower() if match else None

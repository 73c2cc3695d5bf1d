"""Text as tokenisers can take it."""

import re

_SURROGATE = re.compile("[\ud800-\udfff]")


def make_encodable(text: str) -> str:
    """The text, as long as before, with half characters (lone surrogates) as U+FFFD: no encoding has them.

    >>> make_encodable("Bob " + chr(0xD800)) == "Bob " + chr(0xFFFD)
    True
    """
    return _SURROGATE.sub("\ufffd", text)

"""From bytes to text: by byte order mark, declared charset, UTF-8, then by the look of the bytes."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w.:-]{2,40})""", re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")

# A text file holds next to no control characters; compressed or compiled data, one byte in eight of the kind.
_CONTROL_SHARE = 0.02


class NotTextError(ValueError):
    """The bytes are no text in any known encoding."""


def decode_text(data: bytes, declared: str | None = None) -> str:
    """The text that `data` stands for; `declared` is the charset that the carrier names, if any.

    Bytes that are UTF-8 but for some stray ones are read as UTF-8 with those as Windows-1252.
    Raises NotTextError where the bytes are no text.

    >>> decode_text("Málaga".encode()), decode_text(b"caf\\xe9 and caf\\xc3\\xa9 in one old web page")
    ('Málaga', 'café and café in one old web page')
    """
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _check(data[len(mark) :].decode(marked, errors="replace"))
    if b"\x00" in data:
        raise NotTextError("it holds NUL bytes")
    for name in (declared or find_declared_charset(data), "utf-8"):
        text = _try_decode(data, name)
        if text is not None:
            return _check(text)
    return _check(_decode_mixed(data))


def find_declared_charset(data: bytes) -> str | None:
    """The charset that a page names in its first 2,048 bytes.

    >>> find_declared_charset(b'<meta charset="windows-1251">')
    'windows-1251'
    """
    match = _DECLARED.search(data[:2048])
    return match.group(1).decode("ascii", errors="ignore") if match else None


def _try_decode(data: bytes, name: str | None) -> str | None:
    if name is None:
        return None
    try:
        # A declaration that could be read byte by byte is not in a wide encoding, whatever it says.
        # A page that says ISO-8859-1 means Windows-1252, as every browser reads it.
        lookup = codecs.lookup(name).name
        if lookup.startswith(("utf-16", "utf-32")):
            return None
        return data.decode("cp1252" if lookup in {"iso8859-1", "ascii"} else lookup)
    except (LookupError, ValueError):
        return None


def _decode_mixed(data: bytes) -> str:
    """UTF-8 with stray bytes, or else an old eight-bit encoding told by its letter statistics."""
    good = data.decode("utf-8", errors="ignore")
    multibyte = sum(1 for c in good if ord(c) > 127)
    stray = len(data) - len(good.encode("utf-8"))
    if multibyte >= stray or stray <= 3:
        return data.decode("utf-8", errors="recension-cp1252")
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    text = _try_decode(data, best.encoding) if best else None
    return text if text is not None else data.decode("cp1252", errors="replace")


def _read_stray(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error("recension-cp1252", _read_stray)


def _check(text: str) -> str:
    """`text` with plain line breaks; raises where control characters show that it is none."""
    if len(_CONTROL.findall(text[:100_000])) > _CONTROL_SHARE * min(len(text), 100_000):
        raise NotTextError("it looks like binary data")
    return _CONTROL.sub("", text).replace("\r\n", "\n").replace("\r", "\n")

"""From bytes to text."""

import codecs

import pytest

from recension.text.encoding import NotTextError, decode_text

WORDS = "The café in Šolta – “closed” since Tuesday, said Ruiz."


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"),
    ],
)
def test_unicode_is_read_by_its_mark_or_as_utf_8(data: bytes) -> None:
    assert decode_text(data) == WORDS


def test_utf_8_with_stray_bytes_is_recovered() -> None:
    """One part of a page in UTF-8, another in Windows-1252."""
    assert (
        decode_text("Šolta – “here”".encode() + " and “there”, café".encode("cp1252"))
        == "Šolta – “here” and “there”, café"
    )


def test_an_old_encoding_is_told_by_its_letters() -> None:
    text = "Пожар на мельнице продолжался шесть часов, сообщили в среду власти города и области. " * 4
    assert decode_text(text.encode("cp1251")) == text


def test_a_charset_that_does_not_fit_is_passed_over() -> None:
    assert decode_text(WORDS.encode(), declared="ascii-of-my-own") == WORDS
    assert decode_text(WORDS.encode(), declared="utf-16") == WORDS


@pytest.mark.parametrize("data", [b"\x7fELF\x00\x01", bytes(range(1, 32)) * 9])
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(NotTextError):
        decode_text(data)


def test_line_breaks_become_plain() -> None:
    assert decode_text(b"a\r\nb\rc") == "a\nb\nc"

"""Fetching pages: what is refused, and what is bounded. No test touches the network."""

import io
import urllib.error
import urllib.request
from email.message import Message
from typing import Any

import pytest

from recension.errors import ReadError
from recension.readers import url as url_module
from recension.readers.url import _Redirects, check_address, fetch


def be_public(*_: object) -> list[str]:
    return ["93.184.215.14"]


class FakeOpener:
    """Answers every request with the same bytes, or raises."""

    def __init__(self, answer: bytes | Exception) -> None:
        self.answer = answer

    def open(self, *_: object, **__: object) -> Any:
        if isinstance(self.answer, Exception):
            raise self.answer
        return io.BytesIO(self.answer)


def test_a_public_page_is_fetched() -> None:
    assert fetch("https://vale.example/a", FakeOpener(b"<p>x"), be_public) == b"<p>x"


PRIVATE = [
    "127.0.0.1", "10.0.0.8", "192.168.1.1", "169.254.169.254", "172.16.0.1", "0.0.0.0", "100.64.0.1", "224.0.0.1",
    "::1", "fe80::1%eth0", "fd00::1", "::ffff:127.0.0.1",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_is_not_public_is_refused(address: str) -> None:
    with pytest.raises(ReadError, match="not a public address"):
        check_address("http://vale.example/", lambda *_: ["93.184.215.14", address])


@pytest.mark.parametrize(
    "url", ["ftp://vale.example/a", "file:///etc/hosts", "http://", "http://[::1", "http://a:99999"]
)
def test_another_scheme_or_a_broken_address_is_refused(url: str) -> None:
    with pytest.raises(ReadError, match=r"only http|not a web address"):
        check_address(url, be_public)


def test_a_redirect_to_a_private_address_is_refused() -> None:
    handler = _Redirects(lambda *_: ["10.0.0.1"])
    request = urllib.request.Request("http://vale.example/")
    with pytest.raises(ReadError, match="not a public address"):
        handler.redirect_request(request, io.BytesIO(), 302, "Found", Message(), "http://inside.example/")


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (urllib.error.HTTPError("http://a", 404, "Not Found", Message(), None), "answered 404"),
        (urllib.error.URLError("refused"), "could not be fetched"),
        (TimeoutError("timed out"), "could not be fetched"),
    ],
)
def test_a_server_that_does_not_answer_is_told(error: Exception, why: str) -> None:
    with pytest.raises(ReadError, match=why):
        fetch("http://vale.example/", FakeOpener(error), be_public)


def test_an_unknown_host_is_told() -> None:
    def know_nothing(*_: object) -> list[str]:
        raise OSError("Name or service not known")

    with pytest.raises(ReadError, match="not known"):
        fetch("http://vale.example/", FakeOpener(b""), know_nothing)


def test_a_page_beyond_the_bound_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(url_module, "MAX_BYTES", 10)
    with pytest.raises(ReadError, match="larger than"):
        fetch("http://vale.example/", FakeOpener(b"x" * 100), be_public)


def test_a_server_that_trickles_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(url_module, "TOTAL_SECONDS", -1.0)
    with pytest.raises(ReadError, match="not done after"):
        fetch("http://vale.example/", FakeOpener(b"x" * 100), be_public)

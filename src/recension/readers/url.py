"""Web pages by their address, fetched with the standard library; private addresses are refused."""

import http.client
import ipaddress
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from http.client import HTTPException, HTTPMessage
from typing import IO, Any
from urllib.parse import urlsplit

from recension.errors import ReadError
from recension.readers.source import MAX_BYTES

TIMEOUT_SECONDS = 15.0
TOTAL_SECONDS = 60.0
_AGENT = "recension (+https://pypi.org/project/recension)"

Resolve = Callable[[str, int], list[str]]


def resolve(host: str, port: int) -> list[str]:
    """The addresses that the name server gives for `host`."""
    return [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def fetch(url: str, opener: Any = None, resolve: Resolve = resolve) -> bytes:
    """The bytes of the page at `url`, at most 20 MB within 60 seconds.

    Raises ReadError for another scheme, a private, loopback or link-local address (here and on every
    redirect), or when the server does not answer with a page.
    """
    check_address(url, resolve)
    opener = opener or urllib.request.build_opener(
        _Redirects(resolve), _Plain(), _Secure(), urllib.request.ProxyHandler({})
    )
    request = urllib.request.Request(url, headers={"User-Agent": _AGENT, "Accept": "text/html,*/*;q=0.5"})
    try:
        with opener.open(request, timeout=TIMEOUT_SECONDS) as response:
            return _read_in_time(response, url)
    except urllib.error.HTTPError as error:
        raise ReadError(f"{url}: the server answered {error.code}; save the page as a file and name that") from error
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise ReadError(f"{url}: could not be fetched ({reason}); check the address and the network") from error


def check_address(url: str, resolve: Resolve = resolve) -> None:
    """Raises ReadError unless `url` is http(s) and every address of its host is public."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ReadError(f"{url}: not a web address ({error}); check its spelling") from error
    if parts.scheme not in {"http", "https"} or not host:
        raise ReadError(f"{url}: only http and https addresses are fetched; save the page as a file and name that")
    try:
        addresses = resolve(host, port or (443 if parts.scheme == "https" else 80))
    except (OSError, UnicodeError) as error:
        raise ReadError(f"{url}: the host {host} is not known; check the address and the network") from error
    for address in addresses:
        if not _is_public(address):
            raise ReadError(f"{url}: {host} is {address}, not a public address; save the page as a file and name that")


def _is_public(address: str) -> bool:
    parsed = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(parsed, "ipv4_mapped", None) or getattr(parsed, "sixtofour", None)
    return all(a.is_global and not a.is_multicast for a in (parsed, mapped) if a is not None)


def _read_in_time(response: Any, url: str) -> bytes:
    """The body in blocks, so that a server that trickles is cut off."""
    data, until = bytearray(), time.monotonic() + TOTAL_SECONDS
    while block := response.read(1 << 16):
        data += block
        if len(data) > MAX_BYTES:
            raise ReadError(f"{url}: larger than {MAX_BYTES // 1_000_000} MB, which no article is")
        if time.monotonic() > until:
            raise ReadError(f"{url}: not done after {TOTAL_SECONDS:.0f} seconds; save the page as a file and name that")
    return bytes(data)


class _PlainConnection(http.client.HTTPConnection):
    """Checks the address that it really reached: a name may resolve to another one the second time."""

    def connect(self) -> None:
        super().connect()
        _check_peer(self)


class _SecureConnection(http.client.HTTPSConnection):
    def connect(self) -> None:
        super().connect()
        _check_peer(self)


def _check_peer(connection: http.client.HTTPConnection) -> None:
    peer = str(connection.sock.getpeername()[0])
    if not _is_public(peer):
        connection.close()
        raise OSError(f"{peer} is not a public address")


class _Plain(urllib.request.HTTPHandler):
    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_PlainConnection, req)


class _Secure(urllib.request.HTTPSHandler):
    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_SecureConnection, req)


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only where the new address is public too."""

    max_redirections = 5

    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        check_address(newurl, self._resolve)
        return super().redirect_request(req, fp, code, msg, headers, newurl)

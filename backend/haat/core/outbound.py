"""Calling other people's servers: never without a timeout, never after a redirect, never more than a bounded answer.

For addresses that somebody else has chosen (a brand's issuer, a webhook, a picture to fetch) `session()` also refuses to
reach into our own network: the name is looked up once, every address behind it must be public, and the connection is
made to the very address that was checked.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from typing import Any
from urllib.parse import urlsplit

import requests
from django.conf import settings
from requests.adapters import HTTPAdapter
from urllib3 import PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError, NewConnectionError

TIMEOUT_SECONDS = (3, 10)
WHOLE_ANSWER_SECONDS = 20
BODY_BYTES_MAX = 1_000_000
CHUNK_BYTES = 16_384
# What `is_global` calls public and is not: addresses that carry another address inside.
TUNNELS = tuple(ipaddress.ip_network(text) for text in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32"))


class Refused(requests.RequestException):
    """We do not call this address, or do not take this answer."""


def session(*, private: bool | None = None) -> Session:
    """An HTTP client. `private` lets it reach our own network: for addresses that the operator has set, not for others."""
    return Session(private=settings.HAAT_OUTBOUND_PRIVATE if private is None else private)


class Session(requests.Session):
    def __init__(self, *, private: bool) -> None:
        super().__init__()
        self.trust_env = False  # no proxy and no .netrc of the machine
        self.private = private
        if not private:
            self.mount("http://", PublicAdapter())
            self.mount("https://", PublicAdapter())

    def request(self, method: Any, url: Any, *args: Any, **kwargs: Any) -> requests.Response:
        """As requests does it; a redirect is an answer that we refuse, and so is plain http to strangers in production."""
        if not self.private and settings.PRODUCTION and urlsplit(str(url)).scheme != "https":
            raise Refused("Only https is called.")
        kwargs["timeout"] = kwargs.get("timeout") or TIMEOUT_SECONDS
        kwargs["allow_redirects"] = False
        kwargs["stream"] = True
        answer = super().request(method, url, *args, **kwargs)
        answer._content = bounded(answer, seconds=WHOLE_ANSWER_SECONDS)
        if answer.is_redirect:
            raise Refused("The server redirects; we do not follow.")
        return answer


class PublicAdapter(HTTPAdapter):
    """Connects to public addresses only."""

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **kwargs: Any) -> None:  # noqa: FBT001, FBT002 - the parent's
        self.poolmanager = PoolManager(num_pools=connections, maxsize=maxsize, block=block, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": PublicPool, "https": PublicTlsPool}


class _Pinned:
    """Looks up and connects in one step, so that no second answer of the name server can slip between."""

    host: str
    port: int
    timeout: Any

    def _new_conn(self) -> socket.socket:
        address = public_address(self.host, self.port)
        try:
            return socket.create_connection((address, self.port), self.timeout)
        except OSError as error:
            raise NewConnectionError(self, f"No connection: {type(error).__name__}") from error  # type: ignore[arg-type]  # is the connection, once mixed in


class PublicConnection(_Pinned, HTTPConnection):
    pass


class PublicTlsConnection(_Pinned, HTTPSConnection):
    pass


class PublicPool(HTTPConnectionPool):
    ConnectionCls = PublicConnection


class PublicTlsPool(HTTPSConnectionPool):
    ConnectionCls = PublicTlsConnection


def public_address(host: str, port: int) -> str:
    """One address of a host, all of whose addresses are public. Raises Refused."""
    try:
        found = {row[4][0] for row in socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)}
    except OSError as error:
        raise Refused("This host name leads nowhere.") from error
    if not found or not all(is_public(str(address)) for address in found):
        raise Refused("This host is inside a private network.")
    return str(min(found, key=lambda address: ":" in str(address)))  # IPv4 first: the most likely to be routed


def is_public(address: str) -> bool:
    """Whether an address is reachable for everybody: not private, not ours, not shared, not reserved, no tunnel to such."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped:
            return is_public(str(found.ipv4_mapped))
        if any(found in tunnel for tunnel in TUNNELS):
            return False
    return found.is_global and not found.is_multicast


def bounded(answer: requests.Response, *, seconds: float, bytes_max: int = BODY_BYTES_MAX) -> bytes:
    """The whole body of a streamed answer. Raises Refused when it is too long or drips too slowly, ConnectionError.

    It is read as it comes: whoever asks for a full chunk waits for each byte of it, and each byte has its own timeout.
    """
    ends = time.monotonic() + seconds
    parts, size = [], 0
    try:
        while part := answer.raw.read1(CHUNK_BYTES, decode_content=True):
            size += len(part)
            if size > bytes_max or time.monotonic() > ends:
                answer.raw.close()
                raise Refused("The answer is too long, or too slow.")
            parts.append(part)
    except HTTPError as error:
        raise requests.ConnectionError(error, request=answer.request) from error
    return b"".join(parts)

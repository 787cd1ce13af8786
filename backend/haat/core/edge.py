"""The caller's address. What a proxy says about it is read only when that proxy is one of ours."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING, Any

from django.conf import settings

if TYPE_CHECKING:
    from ipaddress import IPv4Address

FORWARDED = (
    "HTTP_FORWARDED", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PORT",
    "HTTP_X_FORWARDED_PROTO", "HTTP_X_REAL_IP",
)  # fmt: skip
HOPS_MAX = 10
IPV6_PREFIX = 64  # one customer line has at least this much


def settle(meta: dict[str, Any]) -> str:
    """Put the caller's address and scheme into `meta`, remove every claim about them, and return the address.

    Nothing behind this can read a forwarded header any more, so nothing can trust one by mistake.
    """
    peer = _parse(str(meta.get("REMOTE_ADDR", "")))
    meta["haat.forwarded"] = any(name in meta for name in FORWARDED)
    claimed = {name: str(meta.pop(name, "")) for name in FORWARDED}
    if peer is None:
        return ""
    caller = peer
    if trusted(peer):
        caller = _caller(peer, claimed["HTTP_X_FORWARDED_FOR"])
        if claimed["HTTP_X_FORWARDED_PROTO"].strip().lower() == "https":
            meta["wsgi.url_scheme"] = "https"
    meta["REMOTE_ADDR"] = str(caller)
    return str(caller)


def trusted(address: IPv4Address | IPv6Address) -> bool:
    return any(address in network for network in settings.HAAT_TRUSTED_PROXIES)


def is_internal(meta: dict[str, Any]) -> bool:
    """Whether this came from this machine or from a proxy of ours on its own behalf, not on a visitor's."""
    caller = _parse(str(meta.get("REMOTE_ADDR", "")))
    if caller is None or not (caller.is_loopback or trusted(caller)):
        return False
    return not meta.get("haat.forwarded")


def limit_key(address: str) -> str:
    """What a limit counts by: an IPv4 address, or the /64 that one IPv6 customer can roam in."""
    found = _parse(address)
    if isinstance(found, IPv6Address):
        return str(ip_network((found, IPV6_PREFIX), strict=False))
    return str(found) if found else "unknown"


def _caller(peer: IPv4Address | IPv6Address, claims: str) -> IPv4Address | IPv6Address:
    """The right-most hop that is none of ours. What stands left of it was written by the caller."""
    caller = peer
    for claim in reversed(claims.split(",")[-HOPS_MAX:]):
        hop = _parse(claim)
        if hop is None:
            break
        caller = hop
        if not trusted(hop):
            break
    return caller


@lru_cache(maxsize=4096)  # a visitor comes more than once
def _parse(text: str) -> IPv4Address | IPv6Address | None:
    """An address with or without port and brackets; IPv4 in IPv6's clothes is IPv4."""
    text = text.strip().strip('"')
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        found = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return (found.ipv4_mapped or found) if isinstance(found, IPv6Address) else found

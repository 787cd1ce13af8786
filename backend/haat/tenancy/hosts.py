"""Which portal of which brand a host name is. Unknown hosts are nobody's: there is no default brand."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Literal

from django.conf import settings

from haat.tenancy.models import Brand, Domain

Portal = Literal["launch", "platform", "customer", "seller", "admin"]
RESERVED = frozenset(
    [
        "admin",
        "api",
        "app",
        "assets",
        "blog",
        "cdn",
        "docs",
        "health",
        "help",
        "house",
        "inbox",
        "live",
        "mail",
        "media",
        "platform",
        "seller",
        "sellers",
        "static",
        "status",
        "support",
        "webhooks",
        "www",
    ],
)
STALE_SECONDS = 5.0
CACHE_MAX = 10_000


@dataclass(frozen=True, slots=True)
class Target:
    portal: Portal
    brand: Brand | None = None
    moved_to: str = ""  # the brand's primary host, when this is another one of its storefront


_cache: dict[str, tuple[float, Target | None]] = {}


def find(host: str) -> Target | None:
    """The portal of a host (lower case, without port), at most five seconds stale."""
    now = time.monotonic()
    cached = _cache.get(host)
    if cached and cached[0] > now:
        return cached[1]
    if len(_cache) >= CACHE_MAX:
        _cache.clear()
    target = _look_up(host)
    _cache[host] = (now + STALE_SECONDS, target)
    return target


def known(host: str) -> Target | None:
    """As `find`, of hosts that were looked up just now: the database is not asked."""
    until, target = _cache.get(host, (0.0, None))
    return target if until > time.monotonic() else None


def forget() -> None:
    """Drop what was cached; called by the process that changes a brand."""
    _cache.clear()


def _look_up(host: str) -> Target | None:
    platform = settings.HAAT_PLATFORM_DOMAIN
    if host == platform:
        return Target("launch")
    if host == f"admin.{platform}":
        return Target("platform")
    if not host.endswith(f".{platform}"):
        return _own_domain(host)
    labels = host.removesuffix(f".{platform}").split(".")
    portal: Portal = "customer"
    if len(labels) == 2 and labels[1] in {"seller", "admin"}:
        portal = "seller" if labels[1] == "seller" else "admin"
        labels = labels[:1]
    brand = _brand(labels[0]) if len(labels) == 1 else None
    if brand is None:
        return None
    return Target(portal, brand, brand.primary_host if portal == "customer" else "")


def _brand(slug: str) -> Brand | None:
    if slug in RESERVED:
        return None
    return Brand.objects.filter(slug=slug, status__in=[Brand.Status.ACTIVE, Brand.Status.SUSPENDED]).first()


def _own_domain(host: str) -> Target | None:
    found = Domain.objects.select_related("tenant").filter(domain=host, status=Domain.Status.LIVE).first()
    if found is None or found.tenant.status not in {Brand.Status.ACTIVE, Brand.Status.SUSPENDED}:
        return None
    primary = found.tenant.primary_host
    return Target("customer", found.tenant, primary if primary != host else "")


def may_have_certificate(host: str) -> bool:
    """Whether the edge may ask for a certificate: a host we serve, or one whose owner proved it and points it here."""
    proven = Domain.objects.filter(domain=host, status=Domain.Status.VERIFIED)
    return find(host) is not None or proven.exists()


def named(header: str) -> str:
    """A Host header without port, lower case; Django's own check would need the list of all domains."""
    raw = header.lower().strip()
    name, _, port = raw.rpartition(":")
    return name if port.isdecimal() else raw


def host(portal: Portal, brand: Brand | None = None) -> str:
    """The host name of a portal, without port."""
    prefix = {
        "launch": "", "platform": "admin.", "customer": "{}.", "seller": "{}.seller.", "admin": "{}.admin.",
    }[portal].format(brand.slug if brand else "")  # fmt: skip
    return f"{prefix}{settings.HAAT_PLATFORM_DOMAIN}"


def url(portal: Portal, brand: Brand | None = None, path: str = "/") -> str:
    """The absolute address of a portal's page; a storefront's is on the brand's own domain, where it has one."""
    name = brand.primary_host if brand and portal == "customer" and brand.primary_host else host(portal, brand)
    return f"{origin(name)}{path}"


def origin(name: str) -> str:
    """Scheme, host and port of a host name that we serve, a brand's own domain among them."""
    port = f":{settings.HAAT_PUBLIC_PORT}" if settings.HAAT_PUBLIC_PORT else ""
    return f"{settings.HAAT_PUBLIC_SCHEME}://{name}{port}"

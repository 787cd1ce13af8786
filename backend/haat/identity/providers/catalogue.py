"""Which issuers a host offers: the platform's, from the settings, and those of its own brand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.conf import settings

from haat.core.errors import NotFound
from haat.identity.models import IdentityProvider

if TYPE_CHECKING:
    from uuid import UUID

GOOGLE = "google"
PORTALS = ("customer", "seller", "admin", "platform")


@dataclass(frozen=True, slots=True)
class Provider:
    """An issuer as the flow needs it. Accounts are kept under `key`, so two issuers never share a subject."""

    key: str
    name: str
    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    domains: tuple[str, ...] = ()
    trusts_factors: bool = False
    brand_id: UUID | None = None

    @property
    def is_platforms(self) -> bool:
        """Ours for every host, and believed about the addresses that it runs itself; a brand's is believed about none."""
        return self.brand_id is None


def offered(portal: str, brand_id: UUID | None) -> list[Provider]:
    """The issuers of a host, in the order of their buttons."""
    found = [_google()] if settings.HAAT_GOOGLE_CLIENT_ID and portal in PORTALS else []
    if brand_id is not None:
        rows = IdentityProvider.objects.filter(brand_id=brand_id, active=True, portals__contains=[portal])
        found += [_of(row) for row in rows.order_by("created_at")]
    return found


def known(brand_id: UUID | None) -> list[Provider]:
    """The platform's issuers and all of a brand's, also those that are switched off or that other portals offer."""
    rows = IdentityProvider.objects.filter(brand_id=brand_id) if brand_id else IdentityProvider.objects.none()
    return [_google(), *(_of(row) for row in rows)]


def find(key: str, portal: str, brand_id: UUID | None) -> Provider:
    """One of those that this host offers. Raises NotFound for any other, also for another brand's."""
    for provider in offered(portal, brand_id):
        if provider.key == key:
            return provider
    raise NotFound("This way of signing in is not offered here.")


def name_of(key: str) -> str:
    """What people call an issuer, also one that is no longer offered."""
    if key == GOOGLE:
        return "Google"
    return IdentityProvider.objects.filter(pk=key).values_list("name", flat=True).first() or "–"


def _google() -> Provider:
    return Provider(
        GOOGLE,
        "Google",
        settings.HAAT_GOOGLE_ISSUER,
        settings.HAAT_GOOGLE_CLIENT_ID,
        settings.HAAT_GOOGLE_CLIENT_SECRET,
    )


def _of(row: IdentityProvider) -> Provider:
    return Provider(
        str(row.pk), row.name, row.issuer, row.client_id, row.client_secret, tuple(row.domains), row.trusts_factors, row.brand_id,
    )  # fmt: skip

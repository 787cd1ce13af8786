"""Origins of a brand's own frontends, which may call its customer API from a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from haat.core import events
from haat.core.errors import InvalidInput
from haat.tenancy import hosts
from haat.tenancy.models import Brand
from haat.tenancy.types import BrandChanged, BrandConfigured

if TYPE_CHECKING:
    from uuid import UUID

ORIGINS_MAX = 10


def set_frontends(*, brand_id: UUID, origins: list[str]) -> list[str]:
    """Replace the list. Raises InvalidInput for what is no exact origin."""
    clean = sorted({_origin(text) for text in origins})
    if len(clean) > ORIGINS_MAX:
        raise _wrong(f"At most {ORIGINS_MAX} origins.")
    with transaction.atomic():
        brand = Brand.objects.select_for_update().get(pk=brand_id)
        before, brand.frontends = brand.frontends, clean
        brand.save(update_fields=["frontends", "updated_at"])
        if before != clean:
            events.publish(BrandChanged(brand_id=str(brand_id)))
            events.publish(BrandConfigured(str(brand_id), "frontends.changed", brand.name, before, clean))
    hosts.forget()
    return clean


def _origin(text: str) -> str:
    """Scheme, host and port as a browser writes them; no wildcard, no path, and https in production."""
    parts = urlsplit(text.strip().lower())
    try:
        port = parts.port
    except ValueError:
        port = -1
    schemes = {"https"} if settings.PRODUCTION else {"https", "http"}
    rest = parts.path in {"", "/"} and not (parts.query or parts.fragment or parts.username or parts.password)
    host = parts.hostname or ""
    if parts.scheme not in schemes or not rest or port == -1 or not host.isascii() or not set(host) <= HOST_LETTERS:
        raise _wrong(f"“{text[:100]}” is no origin such as https://shop.example.in.")
    default = {"https": 443, "http": 80}[parts.scheme]
    return f"{parts.scheme}://{host}" + (f":{port}" if port and port != default else "")


HOST_LETTERS = set("abcdefghijklmnopqrstuvwxyz0123456789.-")


def _wrong(sentence: str) -> InvalidInput:
    return InvalidInput(sentence, details={"origins": [sentence]})

"""Offers as a cart shows them and an order keeps them: few columns, since every step of a checkout reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import prefetch_related_objects

from haat.catalog.models import Offer
from haat.core.db import one

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

GOODS = ("variant__product", "seller")
SOLD = (
    "price_minor", "mrp_minor", "currency", "status",
    "variant__sku", "variant__options", "variant__hsn", "variant__weight_g", "variant__archived_at", "variant__is_live",
    "variant__product__slug", "variant__product__title", "variant__product__category", "variant__product__status",
    "seller__slug", "seller__name", "seller__state", "seller__gst_status", "seller__status", "seller__entity_status",
)  # fmt: skip


def offer(offer_id: UUID) -> Offer | None:
    """One offer with variant, product and seller; `is_sellable` says whether it may be bought."""
    return one(Offer.objects.select_related(*GOODS).only(*SOLD).filter(pk=offer_id))


def load_pictures(offers: Iterable[Offer]) -> None:
    """Read for `image_url` what the offers do not have yet."""
    prefetch_related_objects(list(offers), "variant__product__media")

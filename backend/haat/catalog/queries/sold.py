"""Offers as a cart shows them and an order keeps them: few columns, since every step of a checkout reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.catalog.models import Media, Offer
from haat.core.db import know
from haat.core.rows import row, rows

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

GOODS = ("variant", "variant__product", "seller")
SOLD = (
    "price_minor", "mrp_minor", "currency", "status",
    "variant__sku", "variant__options", "variant__hsn", "variant__weight_g", "variant__archived_at", "variant__is_live",
    "variant__product__slug", "variant__product__title", "variant__product__category", "variant__product__status",
    "seller__slug", "seller__name", "seller__state", "seller__gst_status", "seller__status", "seller__entity_status",
    "seller__is_own",
)  # fmt: skip
PICTURES = "one.product_id = ANY(%s) AND one.is_live ORDER BY one.position, one.id"


def offer(offer_id: UUID) -> Offer | None:
    """One offer with variant, product and seller; `is_sellable` says whether it may be bought."""
    return row(Offer, "one.id = %s", offer_id, joined=GOODS, only=SOLD)


def load_pictures(offers: Iterable[Offer]) -> None:
    """Read for `image_url` what the offers do not have yet."""
    products = [offer.variant.product for offer in offers]
    shown: dict[UUID, list[Media]] = {product.pk: [] for product in products}
    for picture in rows(Media, PICTURES, list(shown)) if shown else []:
        shown[picture.product_id].append(picture)
    for product in products:
        know(product, "media", shown[product.pk])

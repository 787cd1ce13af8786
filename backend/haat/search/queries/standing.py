"""Where a seller's offers stand among all on the same variants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from haat.pricing import queries as pricing
from haat.search.queries.cards import offers_by_product

if TYPE_CHECKING:
    from uuid import UUID

    from haat.catalog.models import Offer
    from haat.pricing.types import Standing
    from haat.sellers.models import Seller


@dataclass(frozen=True, slots=True)
class OfferStanding:
    offer: Offer
    standing: Standing


def standings(*, seller: Seller, product_id: UUID) -> list[OfferStanding]:
    """One for each variant that this seller sells of a product in the shop."""
    candidates = offers_by_product([product_id]).get(product_id, [])
    found = []
    for own in (one for one in candidates if one.offer.seller_id == seller.pk):
        among = [one for one in candidates if one.offer.variant_id == own.offer.variant_id]
        if place := pricing.standing(among, seller.pk):
            found.append(OfferStanding(own.offer, place))
    return found

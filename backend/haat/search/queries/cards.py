"""Products as lists show them: the offer of the buy box with its price and stock of this moment, and one picture."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from haat.catalog import queries as catalog
from haat.inventory import queries as inventory
from haat.pricing import queries as pricing
from haat.pricing.types import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from haat.catalog.models import Media, Offer, Product


@dataclass(frozen=True, slots=True)
class Card:
    """`offer` is None when nobody sells the product now."""

    product: Product
    picture: Media | None
    offer: Offer | None
    in_stock: bool

    @property
    def discount_percent(self) -> int:
        """Whole percent off the MRP, rounded down: never more than is given."""
        offer = self.offer
        return (offer.mrp_minor - offer.price_minor) * 100 // offer.mrp_minor if offer else 0


def cards(product_ids: Sequence[UUID]) -> list[Card]:
    """Cards in the order of the ids; what is not in the shop is left out."""
    products = catalog.shown_products(product_ids)
    candidates = offers_by_product(products)
    return [card_of(products[pk], candidates[pk]) for pk in product_ids if pk in products]


def card_of(product: Product, candidates: Sequence[Candidate]) -> Card:
    choice = pricing.buy_box(candidates)
    best = next((one for one in candidates if choice and one.offer.pk == choice.offer_id), None)
    picture = next(iter(product.media.all()), None)
    return Card(product, picture, best.offer if best else None, bool(best and best.in_stock))


def offers_by_product(product_ids: Iterable[UUID]) -> dict[UUID, list[Candidate]]:
    """Every offer on these products with the units left, in two queries."""
    offers = catalog.offers_of_products(product_ids)
    left = inventory.available([offer.pk for offer in offers])
    found: dict[UUID, list[Candidate]] = defaultdict(list)
    for offer in offers:
        found[offer.variant.product_id].append(Candidate(offer, left[offer.pk]))
    return found

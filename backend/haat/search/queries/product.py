"""A product's page: every variant with its offers, and which of them comes first and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from haat.catalog import queries as catalog
from haat.pricing import queries as pricing
from haat.search.queries.cards import Card, card_of, offers_by_product

if TYPE_CHECKING:
    from collections.abc import Sequence

    from haat.catalog.models import Category, Media, Variant
    from haat.pricing.types import Candidate, Choice


@dataclass(frozen=True, slots=True)
class VariantView:
    variant: Variant
    picture: Media | None
    offers: Sequence[Candidate]
    buy_box: Choice | None


@dataclass(frozen=True, slots=True)
class ProductView(Card):
    breadcrumbs: Sequence[Category]
    media: Sequence[Media]
    variants: Sequence[VariantView]


def product_page(*, slug: str) -> ProductView:
    """Raises NotFound for what is not in the shop."""
    product = catalog.published_product(slug=slug)
    candidates = offers_by_product([product.pk])[product.pk]
    card = card_of(product, candidates)
    media = list(product.media.all())
    variants = []
    for variant in product.variants.all():
        offers = [one for one in candidates if one.offer.variant_id == variant.pk]
        picture = next((one for one in media if one.variant_id == variant.pk), None)
        variants.append(VariantView(variant, picture, offers, pricing.buy_box(offers)))
    return ProductView(
        product=product, picture=card.picture, offer=card.offer, in_stock=card.in_stock,
        breadcrumbs=catalog.breadcrumbs(product.category_id), media=media, variants=variants,
    )  # fmt: skip

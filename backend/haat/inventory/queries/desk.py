"""A seller's goods as their own desk shows them: product, offer and stock together, and what may be done."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from haat.catalog import queries as catalog
from haat.catalog.types import ARCHIVED, EDITABLE, PROPOSABLE, PUBLISHED
from haat.inventory.queries.levels import levels, own_levels
from haat.inventory.queries.places import PlaceCount, place_counts
from haat.inventory.queries.shelf import Shelf, shelves

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from haat.catalog.models import Offer, Product, ProductChange, Variant
    from haat.catalog.queries.quality import Quality
    from haat.sellers.models import Seller


@dataclass(frozen=True, slots=True)
class OfferView:
    """`level` is from how many left on it is low; `own_level` where the seller set one for this offer."""

    offer: Offer
    shelf: Shelf
    level: int
    own_level: int | None = None
    places: list[PlaceCount] = field(default_factory=list)

    @property
    def on_hand(self) -> int:
        return sum(one.on_hand for one in self.places)

    @property
    def reserved(self) -> int:
        return sum(one.reserved for one in self.places)

    @property
    def available(self) -> int:
        return self.shelf.available

    @property
    def low_stock(self) -> bool:
        return self.available <= self.level

    @property
    def kind(self) -> str:
        """How it is counted: in pieces, by what is in it, or as numbered units."""
        if self.offer.variant.is_bundle:
            return "bundle"
        return "numbered" if any(source.drop for source in self.shelf.sources) else "plain"

    @property
    def price_minor(self) -> int:
        return self.offer.price_minor

    @property
    def mrp_minor(self) -> int:
        return self.offer.mrp_minor

    @property
    def currency(self) -> str:
        return self.offer.currency

    @property
    def actions(self) -> list[str]:
        if self.offer.status == ARCHIVED:
            return []
        counted = {"plain": ["adjust_stock"], "numbered": ["number_units"], "bundle": []}[self.kind]
        may_move = ["move_stock"] if self.kind == "plain" and self.on_hand > self.reserved else []
        return ["edit", *counted, *may_move, "pause" if self.offer.status == "active" else "resume"]


@dataclass(frozen=True, slots=True)
class VariantView:
    variant: Variant
    offer: OfferView | None
    said: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ProductView:
    """`offers` are the seller's own alone."""

    product: Product
    offers: Sequence[OfferView]
    auto_approve: bool = False
    change: ProductChange | None = None

    @cached_property
    def _said(self) -> dict[Any, dict[str, Any]]:
        return catalog.said_by_variant(self.product)

    @property
    def said(self) -> dict[str, Any]:
        """Values of its attributes by code."""
        return self._said.get(None, {})

    @property
    def price_minor(self) -> int | None:
        return min((view.price_minor for view in self.offers), default=None)

    @property
    def currency(self) -> str:
        return self.offers[0].currency if self.offers else "INR"

    @property
    def available(self) -> int:
        return sum(view.available for view in self.offers)

    @property
    def variants(self) -> list[VariantView]:
        by_variant = {view.offer.variant_id: view for view in self.offers}
        return [
            VariantView(variant, by_variant.get(variant.pk), said=self._said.get(variant.pk, {}))
            for variant in self.product.live_variants
        ]

    @property
    def edits_wait(self) -> bool:
        """Whether what staff look at waits for them."""
        return self.product.status == PUBLISHED and not self.auto_approve

    @property
    def quality(self) -> Quality:
        return catalog.quality_of(self.product)

    @property
    def hsn_suggestions(self) -> list[str]:
        return catalog.suggested_hsn(self.product.category_id)

    @property
    def actions(self) -> list[str]:
        status = self.product.status
        may_edit = status in EDITABLE or status == PUBLISHED
        withdraws = self.change is not None and self.change.status == "pending"
        return ["edit"] * may_edit + ["propose"] * (status in PROPOSABLE) + ["withdraw_change"] * withdraws


def product_views(*, seller: Seller, products: Iterable[Product], auto_approve: bool) -> list[ProductView]:
    """The products with this seller's offers, in three queries however many there are."""
    rows = list(products)
    offers = catalog.seller_offers(seller=seller).filter(variant__product__in=rows, variant__archived_at=None)
    by_product: dict[object, list[OfferView]] = defaultdict(list)
    for view in offer_views(offers):
        by_product[view.offer.variant.product_id].append(view)
    changes = catalog.latest_changes([product.pk for product in rows])
    return [ProductView(one, by_product[one.pk], auto_approve, changes.get(one.pk)) for one in rows]


def product_view(*, seller: Seller, product: Product, auto_approve: bool) -> ProductView:
    return product_views(seller=seller, products=[product], auto_approve=auto_approve)[0]


def offer_views(offers: Iterable[Offer]) -> list[OfferView]:
    """With stock by place, in a handful of queries however many there are."""
    rows = list(offers)
    ids = [offer.pk for offer in rows]
    found, counts, own = shelves(ids), place_counts(ids), own_levels(ids)
    known = {level.offer_id: level.threshold for level in levels(ids)}
    return [OfferView(offer, found[offer.pk], known[offer.pk], own.get(offer.pk), counts[offer.pk]) for offer in rows]


def product_stock(*, product_id: UUID) -> dict[str, Any]:
    """Every seller's stock of a product, for the brand's staff. Raises NotFound."""
    product = catalog.product(product_id=product_id)
    views = offer_views(catalog.all_offers(product_id))
    available = sum(view.available for view in views if view.offer.is_sellable)
    return {"product": product, "available": available, "offers": views}

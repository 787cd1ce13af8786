"""A seller's goods as their own desk shows them: product, offer and stock together, and what may be done."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import F, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce

from haat.catalog import queries as catalog
from haat.catalog.types import ARCHIVED, EDITABLE, PROPOSABLE, PUBLISHED
from haat.inventory.models import Stock
from haat.inventory.queries.stock import stocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet

    from haat.catalog.models import Offer, Product, ProductChange, Variant
    from haat.sellers.models import Seller

LOW_STOCK = 5


@dataclass(frozen=True, slots=True)
class OfferView:
    offer: Offer
    on_hand: int
    reserved: int

    @property
    def available(self) -> int:
        return self.on_hand - self.reserved

    @property
    def low_stock(self) -> bool:
        return self.available <= LOW_STOCK

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
        return ["edit", "adjust_stock", "pause" if self.offer.status == "active" else "resume"]


@dataclass(frozen=True, slots=True)
class VariantView:
    variant: Variant
    offer: OfferView | None
    said: dict[str, Any]


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
            VariantView(variant, by_variant.get(variant.pk), self._said.get(variant.pk, {}))
            for variant in self.product.variants.all()
        ]

    @property
    def actions(self) -> list[str]:
        status = self.product.status
        may_edit = status in EDITABLE or status == PUBLISHED
        withdraws = self.change is not None and self.change.status == "pending"
        return ["edit"] * may_edit + ["propose"] * (status in PROPOSABLE) + ["withdraw_change"] * withdraws


def product_views(*, seller: Seller, products: Iterable[Product], auto_approve: bool) -> list[ProductView]:
    """The products with this seller's offers, in three queries however many there are."""
    rows = list(products)
    offers = catalog.seller_offers(seller=seller).filter(variant__product__in=rows)
    by_product: dict[object, list[OfferView]] = defaultdict(list)
    for view in offer_views(offers):
        by_product[view.offer.variant.product_id].append(view)
    changes = catalog.latest_changes([product.pk for product in rows])
    return [ProductView(one, by_product[one.pk], auto_approve, changes.get(one.pk)) for one in rows]


def product_view(*, seller: Seller, product: Product, auto_approve: bool) -> ProductView:
    return product_views(seller=seller, products=[product], auto_approve=auto_approve)[0]


def offer_views(offers: Iterable[Offer]) -> list[OfferView]:
    rows = list(offers)
    known = stocks([offer.pk for offer in rows])
    return [
        OfferView(offer, stock.on_hand if stock else 0, stock.reserved if stock else 0)
        for offer in rows
        for stock in [known.get(offer.pk)]
    ]


def seller_offers(*, seller: Seller, status: str = "", q: str = "", low_stock: bool = False) -> QuerySet[Offer]:
    """Offers of one seller with `left`, the units that can still be bought, to sort and filter by."""
    left = Stock.objects.filter(offer=OuterRef("pk")).values(left=F("on_hand") - F("reserved"))
    rows = catalog.seller_offers(seller=seller, status=status, q=q).annotate(
        left=Coalesce(Subquery(left, output_field=IntegerField()), 0)
    )
    return rows.filter(left__lte=LOW_STOCK) if low_stock else rows

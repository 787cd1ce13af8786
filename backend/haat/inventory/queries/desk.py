"""A seller's goods as their own desk shows them: product, offer and stock together, and what may be done."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import F, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce

from haat.catalog import queries as catalog
from haat.catalog.types import ARCHIVED, EDITABLE, PROPOSABLE, PUBLISHED
from haat.inventory.models import Stock
from haat.inventory.queries.stock import stocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet

    from haat.catalog.models import Offer, Product, Variant
    from haat.catalog.queries.quality import Quality
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


@dataclass(frozen=True, slots=True)
class ProductView:
    """`offers` are the seller's own alone."""

    product: Product
    offers: Sequence[OfferView]
    auto_approve: bool = False

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
        return [VariantView(variant, by_variant.get(variant.pk)) for variant in self.product.live_variants]

    @property
    def quality(self) -> Quality:
        return catalog.quality_of(self.product)

    @property
    def hsn_suggestions(self) -> list[str]:
        return catalog.usual_hsn(self.product.category_id)

    @property
    def actions(self) -> list[str]:
        status = self.product.status
        may_edit = status in EDITABLE or (status == PUBLISHED and self.auto_approve)
        return ["edit"] * may_edit + ["propose"] * (status in PROPOSABLE)


def product_views(*, seller: Seller, products: Iterable[Product], auto_approve: bool) -> list[ProductView]:
    """The products with this seller's offers, in two queries however many there are."""
    rows = list(products)
    offers = catalog.seller_offers(seller=seller).filter(variant__product__in=rows, variant__archived_at=None)
    by_product: dict[object, list[OfferView]] = defaultdict(list)
    for view in offer_views(offers):
        by_product[view.offer.variant.product_id].append(view)
    return [ProductView(product, by_product[product.pk], auto_approve) for product in rows]


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

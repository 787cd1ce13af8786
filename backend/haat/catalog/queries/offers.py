"""Reads of offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from haat.catalog.models import Offer, Product, Variant
from haat.core.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.sellers.models import Seller


def offers(ids: Iterable[UUID]) -> dict[UUID, Offer]:
    """Offers by id with variant, product, category and seller; `offer.is_sellable` says whether one may be bought."""
    return {offer.pk: offer for offer in _with_product().filter(pk__in=list(ids))}


def offers_of_products(ids: Iterable[UUID]) -> list[Offer]:
    """Every active offer of active sellers on these products, cheapest first."""
    rows = _with_product().filter(
        variant__product__in=list(ids),
        variant__archived_at=None,
        variant__is_live=True,
        status=Offer.Status.ACTIVE,
        seller__status="active",
        seller__entity_status="verified",
    )
    return list(rows.order_by("variant__position", "price_minor", "id"))


def all_offers(product_id: UUID) -> list[Offer]:
    """Offers of every seller on a product, in any state, as the brand's staff see them."""
    rows = _with_product().filter(variant__product_id=product_id)
    return list(rows.order_by("variant__position", "variant__sku", "seller__name", "pk"))


def handling_days(offer_ids: Iterable[UUID]) -> dict[UUID, int]:
    """How long each of these offers says it takes until the parcel is handed over."""
    return dict(Offer.objects.filter(pk__in=list(offer_ids)).values_list("pk", "handling_days"))


def products_offered_by(seller_id: UUID) -> list[UUID]:
    return list(Offer.objects.filter(seller_id=seller_id).values_list("variant__product_id", flat=True).distinct())


def products_of_offers(ids: Iterable[UUID]) -> dict[UUID, UUID]:
    return dict(Offer.objects.filter(pk__in=list(ids)).values_list("pk", "variant__product_id"))


def sellers_of_offers(ids: Iterable[UUID]) -> dict[UUID, UUID]:
    return dict(Offer.objects.filter(pk__in=list(ids)).values_list("pk", "seller_id"))


def seller_offers(*, seller: Seller, product_id: UUID | None = None, status: str = "", q: str = "") -> QuerySet[Offer]:
    """Offers of this seller alone, newest first."""
    rows = _with_product().filter(seller=seller)
    if product_id:
        rows = rows.filter(variant__product_id=product_id)
    if status:
        rows = rows.filter(status=status)
    if q:
        rows = rows.filter(Q(variant__sku__icontains=q) | Q(variant__product__title__icontains=q))
    return rows.order_by("-created_at", "-id")


def seller_offer(*, seller: Seller, offer_id: UUID) -> Offer:
    """Raises NotFound, also for a rival's offer."""
    found = seller_offers(seller=seller).filter(pk=offer_id).first()
    if found is None:
        raise NotFound("There is no such offer of yours.")
    return found


def offerable_variant(*, seller: Seller, sku: str) -> Variant:
    """A variant this seller may offer: of a product of their own, or of one in the shop. Raises NotFound."""
    theirs = Q(product__seller=seller) | Q(product__status=Product.Status.PUBLISHED, is_live=True)
    found = Variant.objects.select_related("product").filter(theirs, sku=sku, archived_at=None).first()
    if found is None:
        raise NotFound(f"There is no product with the SKU “{sku}” that you could offer.")
    return found


def _with_product() -> QuerySet[Offer]:
    return Offer.objects.select_related("variant__product__category", "seller").prefetch_related(
        "variant__product__media"
    )

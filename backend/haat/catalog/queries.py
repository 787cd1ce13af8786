"""Reads of the catalogue, and the doors to rows of a seller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q

from haat.catalog.models import Category, Media, Offer, Product, Variant
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
    rows = _with_product().filter(variant__product__in=list(ids), status=Offer.Status.ACTIVE, seller__status="active")
    return list(rows.order_by("variant__position", "price_minor", "id"))


def category_path(category_id: UUID | None) -> list[UUID]:
    """Ids from the root of the tree down to this category: what a rule for a category also covers."""
    parents = dict(Category.objects.values_list("id", "parent_id"))
    path: list[UUID] = []
    at = category_id
    while at is not None and at not in path:
        path.insert(0, at)
        at = parents.get(at)
    return path


def categories() -> list[Category]:
    """The whole tree in its order; brands have some dozens of them."""
    return list(Category.objects.order_by("position", "name"))


def category(*, slug: str) -> Category:
    """Raises NotFound."""
    found = Category.objects.filter(slug=slug).first()
    if found is None:
        raise NotFound(f"There is no category “{slug}”.")
    return found


def published_product(*, slug: str) -> Product:
    """What the shop shows at this address. Raises NotFound, also for what is not published."""
    pictures = Prefetch("media", Media.objects.order_by("position", "id"))
    rows = Product.objects.select_related("category").prefetch_related("variants", pictures)
    found = rows.filter(slug=slug, status=Product.Status.PUBLISHED).first()
    if found is None:
        raise NotFound("This product is not in the shop.")
    return found


def products(*, status: str = "", q: str = "") -> QuerySet[Product]:
    """Every product of the brand, for its staff; newest first."""
    rows = Product.objects.select_related("category", "seller").prefetch_related("media", "variants")
    if status:
        rows = rows.filter(status=status)
    if q:
        rows = rows.filter(Q(title__icontains=q) | Q(variants__sku__icontains=q)).distinct()
    return rows.order_by("-created_at", "-id")


def product(*, product_id: UUID) -> Product:
    """Any product of the brand, for its staff. Raises NotFound."""
    found = products().filter(pk=product_id).first()
    if found is None:
        raise NotFound("There is no such product.")
    return found


def seller_products(*, seller: Seller, status: str = "", q: str = "") -> QuerySet[Product]:
    """What this seller proposed. A rival's products are not among them."""
    return products(status=status, q=q).filter(seller=seller)


def seller_product(*, seller: Seller, product_id: UUID) -> Product:
    """Raises NotFound, also for a rival's product."""
    found = seller_products(seller=seller).filter(pk=product_id).first()
    if found is None:
        raise NotFound("There is no such product of yours.")
    return found


def seller_offers(*, seller: Seller, status: str = "", q: str = "") -> QuerySet[Offer]:
    """Offers of this seller alone, newest first."""
    rows = _with_product().filter(seller=seller)
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


def offerable_variant(*, seller: Seller, variant_id: UUID) -> Variant:
    """A variant this seller may offer: of a product of their own, or of one in the shop. Raises NotFound."""
    theirs = Q(product__seller=seller) | Q(product__status=Product.Status.PUBLISHED)
    found = Variant.objects.select_related("product").filter(theirs, pk=variant_id).first()
    if found is None:
        raise NotFound("There is no such product to offer.")
    return found


def _with_product() -> QuerySet[Offer]:
    return Offer.objects.select_related("variant__product__category", "seller")

"""Reads of products."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from haat.catalog.models import Product
from haat.core.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.sellers.models import Seller


def shown_products(ids: Iterable[UUID]) -> dict[UUID, Product]:
    """Products in the shop by id, with their pictures."""
    rows = Product.objects.filter(pk__in=list(ids), status=Product.Status.PUBLISHED).prefetch_related("media")
    return {row.pk: row for row in rows}


def products(*, status: str = "", q: str = "") -> QuerySet[Product]:
    """Every product of the brand, for its staff; newest first. `q` is part of a title or of a SKU."""
    rows = Product.objects.select_related("category", "seller").prefetch_related("media", "variants")
    if status:
        rows = rows.filter(status=status)
    if q:
        rows = rows.filter(Q(title__icontains=q) | Q(variants__sku__icontains=q)).distinct()
    return rows.order_by("-created_at", "-id")


def product(*, product_id: UUID) -> Product:
    """Any product of the brand, for its staff. Raises NotFound."""
    return _found(products().filter(pk=product_id).first())


def known_products(ids: Iterable[UUID]) -> set[UUID]:
    """Which of these products there are."""
    return set(Product.objects.filter(pk__in=list(ids)).values_list("pk", flat=True))


def imported(*, prefix: str, without: Iterable[str]) -> list[Product]:
    """Products that came with a file under this prefix and are not archived, except those with these keys."""
    rows = Product.objects.filter(import_key__startswith=prefix).exclude(status=Product.Status.ARCHIVED)
    return list(rows.exclude(import_key__in=list(without)))


def seller_products(*, seller: Seller, status: str = "", q: str = "") -> QuerySet[Product]:
    """What this seller proposed. A rival's products are not among them."""
    return products(status=status, q=q).filter(seller=seller)


def seller_product(*, seller: Seller, product_id: UUID) -> Product:
    """Raises NotFound, also for a rival's product."""
    return _found(seller_products(seller=seller).filter(pk=product_id).first())


def _found(product: Product | None) -> Product:
    if product is None:
        raise NotFound("There is no such product, or it is not yours.")
    return product

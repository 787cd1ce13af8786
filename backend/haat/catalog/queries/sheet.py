"""Products for a sheet, batch by batch."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from haat.catalog.models import Product

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from haat.catalog.models import Category
    from haat.sellers.models import Seller


def sheet_products(*, seller: Seller | None, filters: Mapping[str, Any], batch: int) -> Iterator[list[Product]]:
    """With category, seller, variants and offers, oldest first. A seller's are those they wrote or offer.

    Filters are those of the lists: status, q, category, seller, and ids.
    """
    rows = Product.objects.select_related("category", "seller").prefetch_related("variants__offers__seller")
    if seller is not None:
        rows = rows.filter(Q(seller=seller) | Q(variants__offers__seller=seller)).distinct()
    if status := filters.get("status"):
        rows = rows.filter(status=status)
    elif not filters.get("ids"):
        rows = rows.exclude(status=Product.Status.ARCHIVED)
    if q := filters.get("q"):
        rows = rows.filter(Q(title__icontains=q) | Q(variants__sku__icontains=q)).distinct()
    if category := filters.get("category"):
        rows = rows.filter(category__slug=category)
    if slug := filters.get("seller"):
        rows = rows.filter(Q(seller__slug=slug) | Q(variants__offers__seller__slug=slug)).distinct()
    if ids := filters.get("ids"):
        rows = rows.filter(pk__in=ids)
    last = None
    while found := list((rows.filter(pk__gt=last) if last else rows).order_by("pk")[:batch]):
        last = found[-1].pk
        yield found


def usual_specifications(*, category: Category, limit: int) -> list[str]:
    """Names of specifications that the goods of a category have, the most frequent first."""
    rows = Product.objects.filter(category=category).exclude(specifications=[]).values_list("specifications", flat=True)
    counts = Counter(pair["name"] for pairs in rows[:500] for pair in pairs)
    return [name for name, _ in counts.most_common(limit)]


def standing(*, skus: Collection[str]) -> list[tuple[list[str], list[dict[str, str]]]]:
    """What the products with these SKUs lack, and their specifications."""
    rows = Product.objects.filter(variants__sku__in=skus).distinct()
    return [(row.missing, row.specifications) for row in rows.only("missing", "specifications")]

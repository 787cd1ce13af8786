"""Which HSN code goods of a category have: what the brand says of it, then what is usual there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count

from haat.catalog.models import Product, Variant
from haat.catalog.queries.categories import breadcrumbs

if TYPE_CHECKING:
    from uuid import UUID

SUGGESTED_MAX = 3


def category_hsn(category_id: UUID | None) -> str:
    """The code that the brand gives to the category, or to the nearest one above it; empty where it gives none."""
    return next((row.hsn for row in reversed(breadcrumbs(category_id)) if row.hsn), "")


def suggested_hsn(category_id: UUID | None) -> list[str]:
    """The brand's code first, then those of what is in the shop there, the most frequent first.

    A hint: what the law says of a thing decides.
    """
    if category_id is None:
        return []
    rows = Variant.objects.filter(product__category=category_id, product__status=Product.Status.PUBLISHED)
    found = rows.exclude(hsn="").values("hsn").annotate(times=Count("pk")).order_by("-times", "hsn")
    usual = [row["hsn"] for row in found[:SUGGESTED_MAX]]
    said = category_hsn(category_id)
    return list(dict.fromkeys([*([said] if said else []), *usual]))[:SUGGESTED_MAX]

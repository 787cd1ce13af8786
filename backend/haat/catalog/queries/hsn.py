"""Which HSN code goods of a category usually have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count

from haat.catalog.models import Product, Variant

if TYPE_CHECKING:
    from uuid import UUID

SUGGESTED_MAX = 3


def usual_hsn(category_id: UUID | None) -> list[str]:
    """The codes of what is in the shop there, the most frequent first. A hint: what the law says of a thing decides."""
    if category_id is None:
        return []
    rows = Variant.objects.filter(product__category=category_id, product__status=Product.Status.PUBLISHED)
    found = rows.exclude(hsn="").values("hsn").annotate(times=Count("pk")).order_by("-times", "hsn")
    return [row["hsn"] for row in found[:SUGGESTED_MAX]]

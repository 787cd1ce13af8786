"""Reads of typed attributes: those of a category with all above it, and what products say for them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db.models import Count, Prefetch, QuerySet

from haat.catalog.models import Attribute, AttributeChoice, AttributePlace, AttributeValue
from haat.catalog.queries.categories import category_path
from haat.core.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID


def attributes(*, archived: bool = False, q: str = "") -> QuerySet[Attribute]:
    """Every attribute of the brand in its order, with choices and places, and how many products have a value."""
    return _whole(Attribute.objects.filter(archived_at__isnull=not archived, name__icontains=q))


def _whole(rows: QuerySet[Attribute]) -> QuerySet[Attribute]:
    places = Prefetch("places", AttributePlace.objects.select_related("category").order_by("category__name"))
    counted = rows.annotate(used=Count("values__product", distinct=True))
    return counted.prefetch_related(_choices(), places).order_by("position", "name", "pk")


def attribute(*, attribute_id: UUID) -> Attribute:
    """Raises NotFound."""
    found = _whole(Attribute.objects.filter(pk=attribute_id)).first()
    if found is None:
        raise NotFound("There is no such attribute.")
    return found


def attributes_of(category_id: UUID | None) -> list[Attribute]:
    """What goods of this category may say: its own attributes and those of all categories above it."""
    if category_id is None:
        return []
    rows = Attribute.objects.filter(archived_at=None, places__category__in=category_path(category_id)).distinct()
    return list(rows.prefetch_related(_choices()).order_by("position", "name", "pk"))


def values_of(product_ids: Iterable[UUID]) -> dict[UUID, list[AttributeValue]]:
    """What these products and their variants say, by product; attributes that were archived are left out."""
    rows = AttributeValue.objects.filter(product__in=list(product_ids), attribute__archived_at=None)
    found: dict[UUID, list[AttributeValue]] = defaultdict(list)
    for row in rows.select_related("attribute", "choice").order_by(
        "attribute__position", "attribute__name", "choice__position", "id"
    ):
        found[row.product_id].append(row)
    return found


def _choices() -> Prefetch[str]:
    return Prefetch("choices", AttributeChoice.objects.filter(archived_at=None).order_by("position", "label"))

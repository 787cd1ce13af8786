"""Reads of collections."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db.models import Count

from haat.catalog.models import Collection, CollectionItem
from haat.core.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from django.db.models import QuerySet


def collections(*, q: str = "") -> QuerySet[Collection]:
    """Every collection of the brand in its order, with the number of items of those made by hand."""
    rows = Collection.objects.filter(title__icontains=q).annotate(items_count=Count("items"))
    return rows.order_by("position", "title", "pk")


def collection(*, collection_id: UUID) -> Collection:
    """Raises NotFound."""
    found = collections().filter(pk=collection_id).first()
    if found is None:
        raise NotFound("There is no such collection.")
    return found


def ruled_collections() -> list[Collection]:
    return list(Collection.objects.filter(kind=Collection.Kind.RULE))


def collected(product_ids: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    """For each of these products the collections that it was put into by hand."""
    found: dict[UUID, list[UUID]] = defaultdict(list)
    rows = CollectionItem.objects.filter(product__in=list(product_ids))
    for product_id, collection_id in rows.values_list("product_id", "collection_id"):
        found[product_id].append(collection_id)
    return found


def items_of(collection_id: UUID) -> list[UUID]:
    """Products of a collection made by hand, in the brand's order."""
    rows = CollectionItem.objects.filter(collection=collection_id).order_by("position", "id")
    return list(rows.values_list("product_id", flat=True))


def item_rows(collection_id: UUID) -> list[CollectionItem]:
    """The same with the products themselves and their pictures, for the brand's staff."""
    rows = CollectionItem.objects.filter(collection=collection_id).select_related("product")
    return list(rows.prefetch_related("product__media").order_by("position", "id"))

"""Keeping search in line with the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection, transaction

from haat.catalog import queries as catalog
from haat.core import clock, jobs
from haat.search.engine import engine
from haat.search.models import Count, Document, Label
from haat.search.postgres.writing import recount as recount_all
from haat.search.queries.cards import offers_by_product
from haat.search.services.documents import document_of
from haat.search.shape import Shape, said, shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

BATCH = 500


def index(product_ids: Iterable[UUID]) -> int:
    """Write these products anew and return how many are in the shop; the others are taken out of search."""
    wanted = sorted(set(product_ids))
    if not wanted:
        return 0
    made_with = shape(clock.now())
    return sum(_index_batch(wanted[start : start + BATCH], made_with) for start in range(0, len(wanted), BATCH))


def index_seller(seller_id: UUID) -> int:
    """All products a seller offers, after the seller was suspended or came back."""
    return index(catalog.products_offered_by(seller_id))


def catch_up() -> int:
    """Write documents that an earlier version left without a card; returns how many there were."""
    waiting = list(Document.objects.filter(card={}).values_list("pk", flat=True)[: BATCH * 4])
    index(waiting)
    return len(waiting)


def reshape(*, after: UUID | None) -> int:
    """Write the next documents anew because the tree or an attribute changed, and ask for those behind them."""
    rows = Document.objects.order_by("pk") if after is None else Document.objects.filter(pk__gt=after).order_by("pk")
    ids = list(rows.values_list("pk", flat=True)[:BATCH])
    index(ids)
    if len(ids) == BATCH:
        jobs.enqueue("search.reshape", unique_key=f"after:{ids[-1]}", after=ids[-1])
    return len(ids)


@transaction.atomic
def recount() -> None:
    """Count every facet again from the documents. Counts are kept as documents change and agree with this."""
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {Document._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")
    Count.objects.all().delete()
    recount_all()


@transaction.atomic
def _index_batch(ids: Sequence[UUID], made_with: Shape) -> int:
    _lock(ids)
    products = catalog.shown_products(ids)
    offers = offers_by_product(products)
    about = said(list(products))
    built = [document_of(product, offers[pk], made_with, about[pk]) for pk, product in products.items() if offers[pk]]
    documents = [document for document, _ in built]
    labels = {facet: names for _, found in built for facet, names in found.items()}
    rows = [Label(facet=facet, name=name, value=value) for facet, (name, value) in sorted(labels.items())]
    Label.objects.bulk_create(rows, ignore_conflicts=True)
    engine().put(documents, gone=sorted(set(ids) - {document.pk for document in documents}))
    return len(documents)


def _lock(ids: Sequence[UUID]) -> None:
    """One writer a product, who then reads what is committed: the last change always wins."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(pg_advisory_xact_lock(hashtextextended(id, 0))) FROM unnest(%s::text[]) id",
            [[f"search:{pk}" for pk in ids]],
        )

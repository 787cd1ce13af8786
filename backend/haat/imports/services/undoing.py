"""The last import taken back, from its last row to its first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.catalog import services as catalog
from haat.catalog.services import ChangedSince, Fate
from haat.core import clock
from haat.core.sentences import joined, sentence
from haat.imports import limits
from haat.imports.models import Result
from haat.imports.services import results
from haat.inventory import queries as inventory
from haat.inventory import services as inventory_services
from haat.search import services as search

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.imports.models import Import


BACK = sentence("undone", "Taken back.")
STAYS = sentence("undo_stays", "This row stays as it is.")


def undo_chunk(row: Import) -> bool:
    """Take some rows back; `at_row` counts down. Returns whether there may be more."""
    ahead = Result.objects.filter(of=row, phase=Result.Phase.RUN, outcome__in=["create", "change"])
    if row.at_row:
        ahead = ahead.filter(number__lt=row.at_row)
    found = list(ahead.order_by("-number")[: limits.CHUNK_ROWS])
    if not found:
        return False
    at, touched, fates = clock.now(), set(), []
    for one in found:
        try:
            with transaction.atomic():
                touched.add(_take_back(one.trace, at))
            fates.append(Fate(one.number, "change", message=BACK))
        except ChangedSince as reason:
            fates.append(Fate(one.number, "refused", message=joined(reason.why, STAYS)))
        row.undone[fates[-1].verb] = row.undone.get(fates[-1].verb, 0) + 1
    catalog.refresh_many(product_ids=touched, stocked=[])
    search.index(touched)
    results.keep(row, Result.Phase.UNDO, fates)
    row.at_row = found[-1].number
    row.done_rows += len(found)
    return True


def _take_back(trace: dict[str, Any], at: datetime) -> UUID:
    """Goods first, then the count. Raises ChangedSince; the savepoint of the caller undoes what was done until then."""
    done = {
        part: {name: values for name, values in trace[part].items() if name != "stock"} for part in ("before", "after")
    }
    product = catalog.take_back(done=trace | done, at=at)
    if "stock" in trace["after"]:
        _take_stock_back(trace, at)
    return product.pk


def _take_stock_back(trace: dict[str, Any], at: datetime) -> None:
    offer_id = trace["ids"]["offer"]
    stock = next(iter(inventory.default_stocks([offer_id]).values()), None)
    if stock is None or stock.on_hand != trace["after"]["stock"]["on_hand"]:
        raise ChangedSince(sentence("undo_stock", "The stock was counted or sold since."))
    _, held = inventory_services.recount(counts={stock.offer_id: trace["before"]["stock"]["on_hand"]}, at=at)
    if held:
        raise ChangedSince(sentence("undo_held", "{count} units are held for orders.", count=next(iter(held.values()))))

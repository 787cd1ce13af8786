"""Taking a bulk edit back within its moment: what somebody changed since stays as they left it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction

from haat.audit import services as audit
from haat.catalog import services as catalog
from haat.core.errors import NotFound, NotNow
from haat.inventory.models import BulkEdit, Stock, StockMovement
from haat.inventory.services import shelve
from haat.inventory.services.announce import announce

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from haat.catalog.models import Offer
    from haat.core.context import Actor
    from haat.sellers.models import Seller


@dataclass(frozen=True, slots=True)
class Undone:
    """`kept` are SKUs that were changed or sold since, and stay as they are."""

    rows: int
    kept: list[str]


@transaction.atomic
def undo_bulk_edit(*, seller: Seller, edit_id: UUID, at: datetime, actor: Actor) -> Undone:
    """Raises NotFound for another's edit, NotNow when it is too late or was done before."""
    edit = BulkEdit.objects.select_for_update().filter(seller=seller, pk=edit_id).first()
    if edit is None:
        raise NotFound("There is no such edit of yours.")
    if edit.undone_at is not None or at > edit.expires_at:
        raise NotNow("This edit can no longer be undone. Change the rows back by hand.")
    offers = {
        str(one.pk): one for one in catalog.lock_offers(seller=seller, ids=[UUID(row["offer"]) for row in edit.changes])
    }
    ids = [row["stock"] for row in edit.changes if row["stock"]]
    rows = Stock.objects.select_for_update(of=("self",)).filter(pk__in=ids).select_related("offer__variant__product")
    stocks = {str(row.pk): row for row in rows.order_by("pk")}
    movements = StockMovement.objects.filter(stock__in=ids).order_by("stock_id", "-at", "-id")
    newest = {str(stock_id): str(pk) for stock_id, pk in movements.distinct("stock_id").values_list("stock_id", "pk")}
    cause = shelve.Cause("corrected", at, actor, "Bulk edit undone")
    before: dict[UUID, dict[str, Any]] = {}
    changes: Counter[UUID] = Counter()
    kept, deltas = [], []
    for row in reversed(edit.changes):
        offer, stock = offers.get(row["offer"]), stocks.get(row["stock"] or "")
        if offer is None or not _is_unchanged(row, offer, stock, newest):
            kept.append(row["sku"])
            continue
        fields = {name: value for name, value in row["before"].items() if name != "on_hand"}
        before.setdefault(offer.pk, {}).update({name: getattr(offer, name) for name in fields})
        for name, value in fields.items():
            setattr(offer, name, value)
        if stock is not None:
            deltas.append((stock, row["before"]["on_hand"] - stock.on_hand))
            changes[stock.offer_id] += deltas[-1][1] if stock.is_open else 0
    catalog.write_offers(offers=list(offers.values()), before=before, reason="Bulk edit undone")
    shelve.move_many(deltas, cause)
    announce(changes, at=at)
    edit.undone_at = at
    edit.save(update_fields=["undone_at", "updated_at"])
    count = len(edit.changes) - len(kept)
    audit.record("stock.bulk_undone", seller, after={"rows": count, "kept": kept}, label=seller.name)
    return Undone(count, kept)


def _is_unchanged(row: dict[str, Any], offer: Offer, stock: Stock | None, newest: Mapping[str, str]) -> bool:
    fields = {name: value for name, value in row["after"].items() if name != "on_hand"}
    if any(getattr(offer, name) != value for name, value in fields.items()):
        return False
    if stock is None:
        return "on_hand" not in row["after"]
    is_ours = newest.get(str(stock.pk)) == row["movement"]
    return is_ours and int(row["before"]["on_hand"]) >= stock.reserved

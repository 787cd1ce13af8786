"""Prices, promises and counts of many offers in one call: good rows are done, each refused one says why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.audit import services as audit
from haat.catalog import services as catalog
from haat.core.errors import InvalidInput
from haat.inventory.models import BulkEdit, Drop, Stock
from haat.inventory.services import shelve
from haat.inventory.services.announce import announce
from haat.inventory.services.bulk_rows import EditRow, RowResult, judge
from haat.sellers import queries as sellers
from haat.sellers import services as sellers_services

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from uuid import UUID

    from haat.catalog.models import Offer
    from haat.core.context import Actor
    from haat.inventory.models import StockMovement
    from haat.sellers.models import PickupPlace, Seller

ROWS_MAX = 2_000
UNDO = timedelta(seconds=10)
UNDO_GRACE = timedelta(seconds=5)  # for the way from the screen to here

Done = tuple[RowResult, "Offer", "Stock | None", "StockMovement | None"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One result a row, in the order of the rows. `edit` can be undone for a moment; None when nothing changed."""

    results: Sequence[RowResult]
    edit: BulkEdit | None


@transaction.atomic
def bulk_edit(
    *, seller: Seller, rows: Sequence[EditRow], is_trial: bool = False, reason: str = "", at: datetime, actor: Actor
) -> Outcome:
    """Change what can be changed. A trial says what would happen and changes nothing. Raises InvalidInput for too many.

    Offers are locked before stocks, both in the order of ids, as everywhere.
    """
    if len(rows) > ROWS_MAX:
        raise InvalidInput(f"At most {ROWS_MAX} rows at once.", details={"rows": [f"At most {ROWS_MAX}."]})
    offers = catalog.lock_offers(
        seller=seller, ids=[row.offer_id for row in rows if row.offer_id], skus=[row.sku for row in rows if row.sku]
    )
    known: dict[object, Offer] = {offer.pk: offer for offer in offers} | {offer.variant.sku: offer for offer in offers}
    places = {place.pk: place for place in sellers.places(seller)}
    default = sellers_services.default_places(seller_ids=[seller.pk])[seller.pk]
    pairs = [
        (known.get(row.offer_id or row.sku), places.get(row.place_id) if row.place_id else default) for row in rows
    ]
    stocks = _stocks(offers, [(o, p) for row, (o, p) in zip(rows, pairs, strict=True) if row.on_hand is not None])
    numbered = set(Drop.objects.filter(offer__in=offers).values_list("offer_id", flat=True))
    done: list[Done] = []
    results = []
    seen: set[tuple[UUID, UUID]] = set()
    for row, (offer, place) in zip(rows, pairs, strict=True):
        stock = stocks.get((offer.pk, place.pk)) if offer and place else None
        result = judge(row, offer, stock, numbered=bool(offer and offer.pk in numbered))
        if offer and place and row.on_hand is not None:
            if (offer.pk, place.pk) in seen:
                result.problems = {"sku": ["This SKU comes twice for the same place."]}
            seen.add((offer.pk, place.pk))
        results.append(result)
        if offer and result.state == "changed":
            done.append((result, offer, stock, None))
    if is_trial or not done:
        transaction.set_rollback(True)  # also what was opened to look at
        return Outcome(results, None)
    moved = _write(done, reason=reason, at=at, actor=actor)
    edit = BulkEdit.objects.create(
        seller=seller, at=at, expires_at=at + UNDO + UNDO_GRACE, changes=[_kept(one) for one in moved]
    )
    return Outcome(results, edit)


def _stocks(offers: Iterable[Offer], wanted: Iterable[tuple[Offer | None, PickupPlace | None]]) -> Any:
    """Locked, by offer and place; a stock that a row counts for the first time is opened."""
    rows = {(row.offer_id, row.place_id): row for row in _locked(offers)}
    fresh = [
        Stock(offer=offer, place=place, is_open=place.archived_at is None)
        for offer, place in dict.fromkeys(wanted)
        if offer and place and (offer.pk, place.pk) not in rows
    ]
    if fresh:
        Stock.objects.bulk_create(fresh, ignore_conflicts=True)
        rows = {(row.offer_id, row.place_id): row for row in _locked(offers)}
    by_id = {offer.pk: offer for offer in offers}
    for row in rows.values():
        row.offer = by_id[row.offer_id]
    return rows


def _locked(offers: Iterable[Offer]) -> list[Stock]:
    return list(Stock.objects.select_for_update().filter(offer__in=[one.pk for one in offers]).order_by("pk"))


def _write(done: Sequence[Done], *, reason: str, at: datetime, actor: Actor) -> list[Done]:
    before: dict[UUID, dict[str, Any]] = {}
    for result, offer, _, _ in done:
        fields = {name: value for name, value in result.before.items() if name != "on_hand"}
        before[offer.pk] = fields | before.get(offer.pk, {})
    catalog.write_offers(
        offers=list({offer.pk: offer for _, offer, _, _ in done}.values()), before=before, reason=reason
    )
    counted = [(result, offer, stock) for result, offer, stock, _ in done if stock and "on_hand" in result.after]
    deltas = [(stock, result.after["on_hand"] - stock.on_hand) for result, _, stock in counted]
    movements = shelve.move_many(deltas, shelve.Cause("corrected", at, actor, reason or "Bulk edit"))
    audit.record_many((_line(result, offer) for result, offer, _ in counted), reason=reason)
    changes: Counter[UUID] = Counter()
    for stock, delta in deltas:
        changes[stock.offer_id] += delta if stock.is_open else 0
    announce(changes, at=at)
    return [
        (result, offer, stock, movements.get(stock.pk) if stock and "on_hand" in result.after else None)
        for result, offer, stock, _ in done
    ]


def _line(result: RowResult, offer: Offer) -> audit.Line:
    before, after = {"on_hand": result.before["on_hand"]}, {"on_hand": result.after["on_hand"], "why": "corrected"}
    return audit.Line("stock.adjusted", offer, before, after, f"{offer.variant.sku} · {offer.seller.name}")


def _kept(one: Done) -> dict[str, Any]:
    result, offer, stock, movement = one
    return {
        "offer": str(offer.pk), "sku": result.sku, "before": result.before, "after": result.after,
        "stock": str(stock.pk) if stock and movement else None, "movement": str(movement.pk) if movement else None,
    }  # fmt: skip

"""Carrying units from one place to another: one movement out, one in, together or not at all."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.core.errors import InvalidInput, NotNow
from haat.inventory.models import Stock, StockMovement
from haat.inventory.services import shelve
from haat.inventory.services.announce import announce

if TYPE_CHECKING:
    from datetime import datetime

    from haat.catalog.models import Offer
    from haat.core.context import Actor
    from haat.sellers.models import PickupPlace

MOVED = StockMovement.Reason.MOVED


def transfer_key(idempotency_key: str) -> str:
    """A reference from the key of a request, short enough for a movement."""
    return hashlib.sha256(idempotency_key.encode()).hexdigest()


@transaction.atomic
def transfer(
    *,
    offer: Offer,
    source: PickupPlace,
    target: PickupPlace,
    quantity: int,
    reference: str,
    note: str = "",
    at: datetime,
    actor: Actor,
) -> bool:
    """Move free units between two places of a seller, once a reference; False when that was done before.

    Raises WrongStock when the source has fewer that nobody holds, NotNow for a closed target, InvalidInput.
    """  # fmt: skip
    if source.pk == target.pk:
        raise InvalidInput("Choose two different places.", details={"target": ["The same place."]})
    if quantity < 1:
        raise InvalidInput("Move at least one unit.", details={"quantity": ["At least 1."]})
    ids = [shelve.open_stock(offer=offer, place=place).pk for place in (source, target)]
    rows = {row.pk: row for row in Stock.objects.select_for_update().filter(pk__in=ids).order_by("pk")}
    out, into = rows[ids[0]], rows[ids[1]]
    if StockMovement.objects.filter(stock=out, reason=MOVED, reference=reference).exists():
        return False
    shelve.locked(offer, source)  # refuses what has no count of its own
    if not into.is_open:
        raise NotNow(f"“{target.name}” is closed. Open it again first.")
    if out.available < quantity:
        raise shelve.WrongStock(
            f"Only {out.available} of {offer.variant.sku} at “{source.name}” are free to move.",
            details={"on_hand": out.on_hand, "reserved": out.reserved},
        )
    out_of = shelve.Cause(MOVED, at, actor, note or f"To {target.name}", reference)
    shelve.move(out, -quantity, out_of, is_told=False)
    shelve.move(into, quantity, shelve.Cause(MOVED, at, actor, note or f"From {source.name}", reference), is_told=False)
    announce({offer.pk: quantity * (into.is_open - out.is_open)}, at=at)
    audit.record(
        "stock.moved", offer, before={"place": source.name}, after={"place": target.name, "quantity": quantity},
        reason=note, label=f"{offer.variant.sku} · {offer.seller.name}",
    )  # fmt: skip
    return True

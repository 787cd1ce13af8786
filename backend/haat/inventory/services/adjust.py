"""Changing what is on the shelf by hand, by file or by a return; each change leaves a movement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from django.db import transaction

from haat.audit import services as audit
from haat.catalog import services as catalog_services
from haat.core import context
from haat.core.errors import DomainError, NotFound
from haat.inventory.models import Stock, StockMovement
from haat.inventory.services.announce import announce

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.catalog.models import Offer
    from haat.core.context import Actor

QUANTITY_MAX = 10_000_000


class WrongStock(DomainError):
    """The change would leave fewer units than customers already hold."""

    code = "wrong_stock"


def open_stock(*, offer: Offer) -> Stock:
    """The stock row of an offer, made empty if new."""
    return Stock.objects.get_or_create(offer=offer)[0]


def adjust(
    *,
    offer: Offer,
    delta: int | None = None,
    on_hand: int | None = None,
    reason: Literal["received", "corrected", "imported"],
    note: str = "",
    at: datetime,
    actor: Actor,
) -> Stock:
    """Add `delta` units or set the counted `on_hand`; give exactly one. No change leaves no movement.

    Raises WrongStock when less would remain than is held for orders.
    """
    if (delta is None) == (on_hand is None):
        raise ValueError("Give either delta or on_hand.")
    open_stock(offer=offer)
    with transaction.atomic():
        stock = Stock.objects.select_for_update().get(offer=offer)
        target = stock.on_hand + delta if delta is not None else int(on_hand or 0)
        if target < stock.reserved or target > QUANTITY_MAX:
            raise WrongStock(
                f"{stock.reserved} units are held for orders, so there cannot be {target}."
                if target < stock.reserved
                else f"A stock has at most {QUANTITY_MAX} units.",
                details={"on_hand": stock.on_hand, "reserved": stock.reserved},
            )
        before = stock.on_hand
        moved = _move(stock, target - before, reason=reason, note=note, at=at, actor=actor)
        if moved.on_hand != before:
            counts = {"before": {"on_hand": before}, "after": {"on_hand": moved.on_hand, "why": reason}}
            audit.record(
                "stock.adjusted", offer, **counts, reason=note, label=f"{offer.variant.sku} · {offer.seller.name}"
            )
        return moved


def restock(*, offer_id: UUID, quantity: int, reference: str | UUID, reason: str = "returned", at: datetime) -> bool:
    """Put units of a return or a cancelled sale back, once a reference. False when that was done before.

    Raises NotFound for an offer without stock.
    """
    with transaction.atomic():
        stock = Stock.objects.select_for_update().filter(offer_id=offer_id).first()
        if stock is None:
            raise NotFound("There is no stock of this offer.")
        if StockMovement.objects.filter(stock=stock, reason=reason, reference=str(reference)).exists():
            return False
        _move(stock, quantity, reason=reason, reference=str(reference), at=at, actor=context.current().actor)
        return True


def _move(
    stock: Stock, delta: int, *, reason: str, at: datetime, actor: Actor, note: str = "", reference: str = ""
) -> Stock:
    if delta == 0:
        return stock
    stock.on_hand += delta
    stock.save(update_fields=["on_hand", "updated_at"])
    StockMovement.objects.create(
        stock=stock, at=at, delta=delta, balance_after=stock.on_hand, reason=reason,
        note=note, reference=reference, actor=audit.name_kept(actor), actor_id=actor.user_id or "",
    )  # fmt: skip
    if delta > 0:
        catalog_services.found(product_id=stock.offer.variant.product_id, what="stock")
    announce({stock.pk: delta})
    return stock

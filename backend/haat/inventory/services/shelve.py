"""The one way `on_hand` changes outside a sale: a locked stock row, a movement, and whoever has to know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import connection, transaction

from haat.audit import services as audit
from haat.catalog import services as catalog
from haat.core.errors import DomainError
from haat.inventory.models import Drop, Stock, StockMovement
from haat.inventory.services.announce import announce
from haat.sellers import services as sellers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from haat.catalog.models import Offer
    from haat.core.context import Actor
    from haat.sellers.models import PickupPlace

QUANTITY_MAX = 10_000_000
COUNT = """
UPDATE inventory_stock s SET on_hand = n.on_hand, updated_at = now()
FROM unnest(%s::uuid[], %s::int[]) AS n (id, on_hand) WHERE s.id = n.id
"""


class WrongStock(DomainError):
    """The change would leave fewer units than customers already hold, or this offer is not counted so."""

    code = "wrong_stock"


def open_stock(*, offer: Offer, place: PickupPlace | None = None) -> Stock:
    """The stock row of an offer at a place, the seller's default one if none is named; made empty if new."""
    place_id = place.pk if place else sellers.default_places(seller_ids=[offer.seller_id])[offer.seller_id].pk
    found = Stock.objects.filter(offer=offer, place_id=place_id).first()
    if found is not None:
        return found
    with transaction.atomic():
        is_open = sellers.hold_place(place_id=place_id).archived_at is None
        return Stock.objects.get_or_create(offer=offer, place_id=place_id, defaults={"is_open": is_open})[0]


def locked(offer: Offer, place: PickupPlace | None) -> Stock:
    """The row, to be counted. Raises WrongStock for what has no count of its own."""
    stock = Stock.objects.select_for_update().get(pk=open_stock(offer=offer, place=place).pk)
    if offer.variant.is_bundle:
        raise WrongStock(f"{offer.variant.sku} is a bundle: count what is in it.")
    if Drop.objects.filter(offer=offer).exists():
        raise WrongStock(f"{offer.variant.sku} is sold by numbered units: add or withdraw units instead.")
    return stock


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a count changes, when and by whom; `reference` names what may arrive twice."""

    reason: str
    at: datetime
    actor: Actor
    note: str = ""
    reference: str = ""
    sold_as: UUID | None = None


def move(stock: Stock, delta: int, cause: Cause, *, is_told: bool = True) -> StockMovement | None:
    """Change a locked row and leave the movement. `is_told` is False where the caller tells of several rows at once."""
    if delta == 0:
        return None
    stock.on_hand += delta
    stock.save(update_fields=["on_hand", "updated_at"])
    movement = StockMovement.objects.create(
        stock=stock, at=cause.at, delta=delta, balance_after=stock.on_hand, reason=cause.reason, sold_as=cause.sold_as,
        note=cause.note, reference=cause.reference, actor=audit.name_kept(cause.actor),
        actor_id=cause.actor.user_id or "",
    )  # fmt: skip
    if delta > 0:
        catalog.found(product_id=stock.offer.variant.product_id, what="stock")
    if is_told and stock.is_open:
        announce({stock.offer_id: delta}, at=cause.at)
    return movement


def move_many(deltas: Sequence[tuple[Stock, int]], cause: Cause) -> dict[UUID, StockMovement]:
    """The same for many locked rows, in few statements; returns the movements by stock. Telling is the caller's."""
    name = audit.name_kept(cause.actor)
    movements = {}
    for stock, delta in deltas:
        stock.on_hand += delta
        movements[stock.pk] = StockMovement(
            stock=stock, at=cause.at, delta=delta, balance_after=stock.on_hand, reason=cause.reason, note=cause.note,
            actor=name, actor_id=cause.actor.user_id or "",
        )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [[stock.pk for stock, _ in deltas], [stock.on_hand for stock, _ in deltas]])
    StockMovement.objects.bulk_create(movements.values(), batch_size=500)
    more = [stock.offer.variant.product_id for stock, delta in deltas if delta > 0]
    catalog.found_many(product_ids=more, what="stock")
    return movements


def check_target(stock: Stock, target: int) -> None:
    """Raises WrongStock when a count cannot become this."""
    if target < stock.reserved or target > QUANTITY_MAX:
        raise WrongStock(
            f"{stock.reserved} units are held for orders, so there cannot be {target}."
            if target < stock.reserved
            else f"A stock has at most {QUANTITY_MAX} units.",
            details={"on_hand": stock.on_hand, "reserved": stock.reserved},
        )

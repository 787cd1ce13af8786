"""Numbered units: opening a drop, adding its pieces, taking single ones out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from django.db import transaction

from haat.audit import services as audit
from haat.catalog import services as catalog
from haat.core.errors import InvalidInput, NotNow
from haat.inventory.models import Drop, Stock, StockMovement, Unit
from haat.inventory.services import shelve
from haat.inventory.services.announce import tell

if TYPE_CHECKING:
    from datetime import datetime

    from haat.catalog.models import Offer
    from haat.core.context import Actor
    from haat.sellers.models import PickupPlace

UNITS_MAX = 10_000
S = Unit.State
STEPS = {"withdraw": ((S.AVAILABLE, S.RETURNED), S.WITHDRAWN), "offer": ((S.RETURNED, S.WITHDRAWN), S.AVAILABLE)}


@transaction.atomic
def put_drop(*, offer: Offer, opens_at: datetime | None, per_customer: int | None, at: datetime) -> Drop:
    """Sell an offer by numbered units, or change from when and how many to a customer.

    Raises NotNow while it has a plain count, or is a bundle.
    """
    stocks = list(Stock.objects.select_for_update().filter(offer=offer).order_by("pk"))
    drop = Drop.objects.select_for_update().filter(offer=offer).first()
    if drop is None and any(stock.on_hand for stock in stocks):
        raise NotNow(f"{offer.variant.sku} is counted in pieces. Set its stock to 0, then number its units.")
    if offer.variant.is_bundle:
        raise NotNow(f"{offer.variant.sku} is a bundle; number the units of what is in it.")
    before = _terms(drop)
    drop = drop or Drop(offer=offer)
    drop.opens_at, drop.per_customer = opens_at, per_customer
    drop.opened_at = None if opens_at and opens_at > at else drop.opened_at or at
    drop.save()
    audit.record("drop.set", offer, before=before, after=_terms(drop), label=_label(offer))
    tell(offer_id=offer.pk, at=at)
    return drop


@transaction.atomic
def add_units(
    *, drop: Drop, place: PickupPlace | None, first: int, count: int, prefix: str = "", at: datetime, actor: Actor
) -> list[Unit]:
    """Pieces numbered from `first` on; with a prefix each has a serial such as GLW-0007. Raises InvalidInput."""
    offer = drop.offer
    Drop.objects.select_for_update().get(pk=drop.pk)
    if not 1 <= count <= UNITS_MAX or first < 1:
        raise InvalidInput(f"Add 1 to {UNITS_MAX} units.", details={"count": [f"Between 1 and {UNITS_MAX}."]})
    numbers = range(first, first + count)
    taken = Unit.objects.filter(drop=drop, number__range=(first, first + count - 1)).first()
    if taken is not None:
        raise InvalidInput(f"No. {taken.number} is there already.", details={"first": [f"{taken.number} is taken."]})
    serials = [f"{prefix}{number:04d}" if prefix else "" for number in numbers]
    if prefix and Unit.objects.filter(drop=drop, serial__in=serials).exists():
        raise InvalidInput("Some of these serials are there already.", details={"prefix": ["In use."]})
    stock = shelve.open_stock(offer=offer, place=place)
    units = Unit.objects.bulk_create(
        Unit(drop=drop, stock=stock, number=number, serial=serial)
        for number, serial in zip(numbers, serials, strict=True)
    )
    name = audit.name_kept(actor)
    StockMovement.objects.bulk_create(
        StockMovement(
            stock=stock, unit=unit, at=at, delta=1, reason="received", actor=name, actor_id=actor.user_id or ""
        )
        for unit in units
    )
    after = {"first": first, "count": count, "prefix": prefix}
    audit.record("drop.units_added", offer, after=after, label=_label(offer))
    catalog.found(product_id=offer.variant.product_id, what="stock")
    tell(offer_id=offer.pk, at=at)
    return units


@transaction.atomic
def step_unit(
    *, drop: Drop, unit: Unit, step: Literal["withdraw", "offer"], note: str, at: datetime, actor: Actor
) -> Unit:
    """Take a piece out of the sale, or put one back that was returned or taken out. Raises NotNow in any other state."""
    unit = Unit.objects.select_for_update().select_related("stock").get(pk=unit.pk, drop=drop)
    before, (within, state) = unit.state, STEPS[step]
    if before not in within:
        raise NotNow(f"{unit.label} is {before} and stays so.")
    unit.state, unit.reservation = state, None
    unit.save(update_fields=["state", "reservation", "updated_at"])
    delta = (state != S.WITHDRAWN) - (before != S.WITHDRAWN)
    if delta:
        StockMovement.objects.create(
            stock=unit.stock, unit=unit, at=at, delta=delta, reason="corrected", note=note,
            actor=audit.name_kept(actor), actor_id=actor.user_id or "",
        )  # fmt: skip
    audit.record(
        "drop.unit_changed", drop.offer, before={"unit": unit.label, "state": before}, after={"state": state},
        reason=note, label=_label(drop.offer),
    )  # fmt: skip
    tell(offer_id=drop.offer_id, at=at)
    return unit


def open_due(*, at: datetime) -> int:
    """Renew the pages of drops that opened since the last look; returns how many."""
    due = list(Drop.objects.select_for_update(skip_locked=True).filter(opens_at__lte=at, opened_at=None)[:200])
    for drop in due:
        tell(offer_id=drop.offer_id, at=at)
    Drop.objects.filter(pk__in=[drop.pk for drop in due]).update(opened_at=at)
    return len(due)


def _terms(drop: Drop | None) -> dict[str, object] | None:
    if drop is None:
        return None
    opens_at = drop.opens_at.isoformat() if drop.opens_at else None
    return {"opens_at": opens_at, "per_customer": drop.per_customer}


def _label(offer: Offer) -> str:
    return f"{offer.variant.sku} · {offer.seller.name}"

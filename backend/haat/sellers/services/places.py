"""Where a seller's goods are. One place is the default; a closed one keeps its history and sells nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.core.errors import InvalidInput, NotNow
from haat.sellers.models import PickupPlace, Seller

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from uuid import UUID

PLACES_MAX = 50
FIELDS = ("name", "address", "city", "state", "pin")


@transaction.atomic
def add_place(*, seller: Seller, spec: Mapping[str, str]) -> PickupPlace:
    """Raises InvalidInput for a name that is taken, NotNow when there are too many."""
    rows = _locked_rows(seller)
    if len(rows) >= PLACES_MAX:
        raise NotNow(f"A shop has at most {PLACES_MAX} places. Close one and use it again under another name.")
    _check_name(rows, spec["name"])
    is_first = not any(row.is_default for row in rows)
    place = PickupPlace.objects.create(seller=seller, is_default=is_first, **{name: spec[name] for name in FIELDS})
    audit.record("place.added", place, after=_shown(place), label=_label(place))
    return place


@transaction.atomic
def change_place(*, place: PickupPlace, changes: Mapping[str, str]) -> PickupPlace:
    """New name or address; parcels that are on their way keep what was printed. Raises InvalidInput for a taken name."""
    rows = _locked_rows(place.seller)
    place = next(row for row in rows if row.pk == place.pk)
    if "name" in changes:
        _check_name([row for row in rows if row.pk != place.pk], changes["name"])
    before = _shown(place)
    for name, value in changes.items():
        setattr(place, name, value)
    place.save(update_fields=[*changes, "updated_at"])
    audit.record("place.changed", place, before=before, after=_shown(place), label=_label(place))
    return place


@transaction.atomic
def use_first(*, place: PickupPlace) -> PickupPlace:
    """Make it the place that new goods are counted at. Raises NotNow for a closed one."""
    rows = _locked_rows(place.seller)
    place = next(row for row in rows if row.pk == place.pk)
    if place.archived_at is not None:
        raise NotNow(f"“{place.name}” is closed. Open it again first.")
    before = next((row.name for row in rows if row.is_default), "")
    PickupPlace.objects.filter(seller=place.seller, is_default=True).update(is_default=False)
    PickupPlace.objects.filter(pk=place.pk).update(is_default=True)
    place.refresh_from_db()
    audit.record(
        "place.made_default", place, before={"default": before}, after={"default": place.name}, label=_label(place)
    )
    return place


@transaction.atomic
def set_open(*, place: PickupPlace, is_open: bool, at: datetime) -> PickupPlace:
    """Close a place or open it again; its stock is the caller's to follow. Raises NotNow for the default place."""
    rows = _locked_rows(place.seller)
    place = next(row for row in rows if row.pk == place.pk)
    if not is_open and place.is_default:
        raise NotNow(f"“{place.name}” is the place new goods come to. Choose another for that first.")
    if is_open:
        _check_name([row for row in rows if row.pk != place.pk], place.name)
    if (place.archived_at is None) != is_open:
        place.archived_at = None if is_open else at
        place.save(update_fields=["archived_at", "updated_at"])
        audit.record(
            "place.opened" if is_open else "place.closed", place,
            before={"open": not is_open}, after={"open": is_open}, label=_label(place),
        )  # fmt: skip
    return place


def hold_place(*, place_id: UUID) -> PickupPlace:
    """The place, which nobody can close until the transaction ends."""
    return PickupPlace.objects.select_for_update(no_key=True).get(pk=place_id)


def default_places(*, seller_ids: Iterable[UUID]) -> dict[UUID, PickupPlace]:
    """The place of each seller that new goods are counted at; a seller without one gets the registered address."""
    wanted = set(seller_ids)
    rows = PickupPlace.objects.filter(seller__in=wanted, is_default=True, archived_at=None)
    found = {row.seller_id: row for row in rows}
    for seller in Seller.objects.filter(pk__in=wanted - found.keys()):
        found[seller.pk] = PickupPlace.objects.create(
            seller=seller, name=seller.name[:80], address=seller.address, city=seller.city, state=seller.state,
            pin=seller.pin,
        )  # fmt: skip
    return found


def _locked_rows(seller: Seller) -> list[PickupPlace]:
    """The seller's row keeps two people of one shop apart."""
    Seller.objects.select_for_update(no_key=True).get(pk=seller.pk)
    return list(PickupPlace.objects.select_for_update().filter(seller=seller).order_by("pk"))


def _check_name(rows: Iterable[PickupPlace], name: str) -> None:
    if any(row.archived_at is None and row.name.casefold() == name.casefold() for row in rows):
        raise InvalidInput(f"There is a place called “{name}” already.", details={"name": ["In use."]})


def _shown(place: PickupPlace) -> dict[str, str]:
    return {"name": place.name, "city": place.city, "state": place.state, "pin": place.pin}


def _label(place: PickupPlace) -> str:
    return f"{place.name} · {place.seller.name}"

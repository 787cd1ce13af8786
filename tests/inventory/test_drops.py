"""Numbered units: claimed one by one, from a time on, so many to a customer, and shown on the order."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from haat.core import context
from haat.core.errors import InvalidInput, NotNow
from haat.inventory import queries, services
from haat.inventory.models import DropBuyer, StockAlert, Unit
from haat.inventory.services import NotOpen, OutOfStock, OverLimit, WrongStock
from tests.goods import make_offer
from tests.inventory.builders import check_books, make_bundle, make_drop
from tests.support import run_jobs

if TYPE_CHECKING:
    from uuid import UUID

    from haat.tenancy.models import Brand

LATER = timedelta(minutes=15)
pytestmark = pytest.mark.usefixtures("in_aster")


def _hold(offer_id: UUID, quantity: int, at: datetime, customer: UUID | None = None) -> UUID:
    order = uuid4()
    services.reserve(
        quantities={offer_id: quantity}, reference=order, expires_at=at + LATER, at=at, customer_id=customer or uuid4()
    )
    return order


def test_units_are_held_sold_and_named_on_the_order(at: datetime) -> None:
    offer, _ = make_drop(3)
    order = _hold(offer.pk, 2, at)
    assert queries.available([offer.pk]) == {offer.pk: 1}
    assert queries.units_of(order) == {offer.pk: ["No. 1 · GLW-0001", "No. 2 · GLW-0002"]}
    assert services.commit(reference=order, at=at)
    assert queries.units_of(uuid4()) == {}
    assert list(Unit.objects.values_list("state", flat=True)) == ["sold", "sold", "available"]
    with pytest.raises(OutOfStock):
        _hold(offer.pk, 2, at)
    check_books()


def test_a_hold_that_ends_frees_the_units_and_the_customers_share(at: datetime) -> None:
    offer, _ = make_drop(3, per_customer=2)
    asha = uuid4()
    order = _hold(offer.pk, 2, at, asha)
    with pytest.raises(OverLimit):
        _hold(offer.pk, 1, at, asha)
    assert services.release(reference=order, at=at, state="expired") == 1
    assert DropBuyer.objects.get().taken == 0
    _hold(offer.pk, 2, at, asha)


def test_the_limit_holds_over_several_orders_and_not_for_another_customer(at: datetime) -> None:
    offer, _ = make_drop(5, per_customer=2)
    asha = uuid4()
    with pytest.raises(OverLimit):
        _hold(offer.pk, 3, at, asha)
    services.commit(reference=_hold(offer.pk, 1, at, asha), at=at)
    with pytest.raises(OverLimit):
        _hold(offer.pk, 2, at, asha)
    _hold(offer.pk, 1, at, asha)
    _hold(offer.pk, 2, at)
    check_books()


def test_one_person_with_two_accounts_has_one_share(at: datetime) -> None:
    offer, _ = make_drop(5, per_customer=2)
    phone, mail = uuid4(), uuid4()
    first = _hold(offer.pk, 1, at, phone)
    _hold(offer.pk, 1, at, mail)
    services.join_buyers(source_id=phone, target_id=mail)
    with pytest.raises(OverLimit):
        _hold(offer.pk, 1, at, mail)
    services.release(reference=first, at=at)
    _hold(offer.pk, 1, at, mail)


def test_a_drop_opens_on_the_second(at: datetime) -> None:
    offer, drop = make_drop(1, opens_at=at + timedelta(hours=1))
    with pytest.raises(NotOpen):
        _hold(offer.pk, 1, at + timedelta(minutes=59, seconds=59))
    assert services.open_due(at=at) == 0
    assert services.open_due(at=at + timedelta(hours=1)) == 1
    assert services.open_due(at=at + timedelta(hours=1)) == 0
    _hold(offer.pk, 1, at + timedelta(hours=1))
    drop.refresh_from_db()
    assert drop.opened_at == at + timedelta(hours=1)


def test_called_off_a_unit_is_free_again_and_returned_it_waits(at: datetime) -> None:
    offer, drop = make_drop(2)
    first, second = _hold(offer.pk, 1, at), _hold(offer.pk, 1, at)
    for order in (first, second):
        services.commit(reference=order, at=at)
    back = {"offer_id": offer.pk, "quantity": 1, "at": at}
    assert services.restock(reference="P-1", sold_under=first, reason="cancelled", **back)
    assert not services.restock(reference="P-1", sold_under=first, reason="cancelled", **back)
    assert services.restock(reference="R-1", sold_under=second, **back)
    assert list(Unit.objects.values_list("state", flat=True)) == ["available", "returned"]
    unit = Unit.objects.get(state="returned")
    services.step_unit(drop=drop, unit=unit, step="offer", note="As new", at=at, actor=context.SYSTEM)
    assert queries.available([offer.pk]) == {offer.pk: 2}
    check_books()


def test_a_sold_unit_cannot_be_taken_out_of_the_sale(at: datetime) -> None:
    offer, drop = make_drop(2)
    services.commit(reference=_hold(offer.pk, 1, at), at=at)
    sold, free = Unit.objects.all()
    step = {"drop": drop, "step": "withdraw", "note": "Cracked", "at": at, "actor": context.SYSTEM}
    with pytest.raises(NotNow):
        services.step_unit(unit=sold, **step)
    services.step_unit(unit=free, **step)
    assert queries.available([offer.pk]) == {offer.pk: 0}
    check_books()


def test_numbers_and_serials_come_once(at: datetime) -> None:
    _, drop = make_drop(3)
    add = {"drop": drop, "place": None, "at": at, "actor": context.SYSTEM}
    with pytest.raises(InvalidInput):
        services.add_units(first=3, count=2, **add)
    services.add_units(first=4, count=2, prefix="GLW-", **add)
    assert [unit.serial for unit in Unit.objects.all()] == [f"GLW-000{n}" for n in range(1, 6)]


def test_pieces_and_numbers_are_not_mixed(at: datetime) -> None:
    counted = make_offer(stock=1)
    with pytest.raises(NotNow):
        services.put_drop(offer=counted, opens_at=None, per_customer=None, at=at)
    offer, _ = make_drop(1)
    with pytest.raises(WrongStock):
        services.adjust(offer=offer, delta=1, reason="received", at=at, actor=context.SYSTEM)


def test_a_bundle_with_a_numbered_unit_inside_names_it(at: datetime) -> None:
    print_, _ = make_drop(2)
    frame = make_offer(stock=5)
    bundle = make_bundle({print_: 1, frame: 1})
    assert queries.available([bundle.pk]) == {bundle.pk: 2}
    order = _hold(bundle.pk, 1, at)
    services.commit(reference=order, at=at)
    assert queries.units_of(order) == {bundle.pk: ["No. 1 · GLW-0001"]}
    assert services.restock(
        offer_id=bundle.pk, quantity=1, reference="P-1", sold_under=order, reason="cancelled", at=at
    )
    assert queries.available([bundle.pk, frame.pk]) == {bundle.pk: 2, frame.pk: 5}


def test_the_last_unit_is_told_after_the_commit(aster: Brand, at: datetime) -> None:
    offer, _ = make_drop(1)
    run_jobs(aster)
    _hold(offer.pk, 1, at)
    assert "inventory.recount" in run_jobs(aster)
    assert StockAlert.objects.get(offer=offer).state == "out"

"""One alert a crossing, told at most once a day, to the seller whose goods they are."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from haat.core import clock, context
from haat.inventory import services
from haat.inventory.models import StockAlert
from haat.notifications.models import Notification
from haat.notifications.stock import digest
from haat.tenancy.context import brand_scope
from tests.goods import make_offer
from tests.support import Api

LATER = timedelta(minutes=15)


@pytest.fixture
def at() -> datetime:
    return clock.now()


def _buy(offer: Any, quantity: int, at: datetime) -> Any:
    order = uuid4()
    services.reserve(quantities={offer.pk: quantity}, reference=order, expires_at=at + LATER, at=at)
    return order


def test_a_crossing_writes_one_alert_and_each_further_sale_none(aster: Any, ravi: Any, at: datetime) -> None:
    with brand_scope(aster):
        offer = make_offer(seller=ravi.seller, stock=8)
        _buy(offer, 2, at)
        assert not StockAlert.objects.exists()
        for _ in range(3):
            _buy(offer, 1, at)
        assert list(StockAlert.objects.values_list("state", flat=True)) == ["low"]
        last = _buy(offer, 3, at)
        assert list(StockAlert.objects.values_list("state", flat=True)) == ["out"]
        services.release(reference=last, at=at)
        assert list(StockAlert.objects.values_list("state", flat=True)) == ["low"]
        services.adjust(offer=offer, delta=20, reason="received", at=at, actor=context.SYSTEM)
        assert list(StockAlert.objects.values_list("state", "ended_at")) == [("back", at)]


def test_the_level_of_an_offer_goes_before_the_shops(aster: Any, ravi: Any, at: datetime) -> None:
    desk = Api("seller", aster, ravi.user)
    with brand_scope(aster):
        one, two = make_offer(seller=ravi.seller, stock=10), make_offer(seller=ravi.seller, stock=10)
    assert desk.put("alert-level", {"threshold": 8})["data"]["threshold"] == 8
    desk.put(f"offers/{one.pk}/alert-level", {"threshold": 2})
    with brand_scope(aster):
        _buy(one, 3, at)
        _buy(two, 3, at)
        assert list(StockAlert.objects.values_list("offer_id", flat=True)) == [two.pk]
    desk.put(f"offers/{one.pk}/alert-level", {"threshold": None})
    assert {row["sku"] for row in desk.get("stock-alerts")["data"]} == {one.variant.sku, two.variant.sku}
    rows = {row["sku"]: (row["level"], row["own_level"]) for row in desk.get("stock")["data"]}
    assert rows == {one.variant.sku: (8, None), two.variant.sku: (8, None)}


def test_a_rival_and_a_neighbour_see_none_of_it(aster: Any, birch: Any, ravi: Any, meera: Any, at: datetime) -> None:
    with brand_scope(aster):
        _buy(make_offer(seller=ravi.seller, stock=2), 2, at)
        theirs = make_offer(seller=meera.seller, stock=1)
        _buy(theirs, 1, at)
    with brand_scope(birch):
        _buy(make_offer(stock=1), 1, at)
    rival = Api("seller", aster, meera.user)
    assert [row["sku"] for row in rival.get("stock-alerts")["data"]] == [theirs.variant.sku]
    assert [row["sku"] for row in rival.get("stock")["data"]] == [theirs.variant.sku]
    with brand_scope(aster):
        services.adjust(offer=theirs, delta=1, reason="received", at=at, actor=context.SYSTEM)
    assert {row["sku"] for row in rival.get("stock-movements")["data"]} == {theirs.variant.sku}


def test_a_seller_is_told_once_a_day_of_all_that_is_new(aster: Any, ravi: Any, meera: Any, at: datetime) -> None:
    morning = timezone.localtime(at).replace(hour=9)
    with brand_scope(aster):
        one, two = make_offer(seller=ravi.seller, stock=2), make_offer(seller=ravi.seller, stock=7)
        _buy(one, 2, at)
        _buy(two, 3, at)
        assert digest(at=morning.replace(hour=6)) == 0
        assert digest(at=morning) == 1
        told = Notification.objects.get()
        assert (told.template, told.owner_id) == ("stock-low", ravi.seller.pk)
        assert f"{one.variant.sku}: sold out" in told.text
        assert f"{two.variant.sku}: 4 left" in told.text
        _buy(make_offer(seller=ravi.seller, stock=2), 2, at)
        assert digest(at=morning + timedelta(hours=3)) == 0
        assert digest(at=morning + timedelta(days=1)) == 1
        assert digest(at=morning + timedelta(days=2)) == 0
        assert Notification.objects.count() == 2

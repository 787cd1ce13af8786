"""A customer with orders who is forgotten: the money stays true, the person is gone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import time_machine
from django.utils import timezone

from haat.core import clock
from haat.fulfilment import services as fulfilment
from haat.orders.models import Order
from haat.privacy import presence
from haat.privacy.services import erasures
from haat.tenancy.context import brand_scope
from haat.tenancy.queries import house
from tests.checkout.conftest import Shop
from tests.checkout.steps import proved
from tests.checkout.test_payout_freeze import deliver
from tests.privacy.conftest import every_row
from tests.support import Api, run_jobs


def test_open_orders_come_first_and_then_only_figures_stay(
    shop: Shop, asha: Any, ravi: Any, meera: Any, nia: Any, settings: Any
) -> None:
    number = shop.paid()
    (first, *_) = presence.still_open(asha.user)
    assert f"Order {number}-A at Aster is not finished." == first.text
    deliver(shop, ravi, meera)
    assert "can be returned until" in presence.still_open(asha.user)[0].text
    with time_machine.travel(timezone.now() + timedelta(days=8), tick=True):
        with brand_scope(shop.brand):
            fulfilment.close_ripe_parts(at=clock.now())
        run_jobs(shop.brand)
        assert presence.still_open(asha.user) == []
        erasures.ask(user=asha.user, brand=None, sender="Haat", at=clock.now())
    with time_machine.travel(timezone.now() + timedelta(days=16), tick=True):
        run_jobs(only="privacy.")
        for brand in (shop.brand, house()):
            run_jobs(brand, only="privacy.")
        run_jobs(only="privacy.")
        found = [(table, text) for table, text in every_row(shop.brand, house()) if "asha" in text or "12 lane" in text]
        assert found == []
        with brand_scope(shop.brand):
            order = Order.objects.get(number=number)
            assert (order.contact_name, order.total_minor > 0) == ("", True)
            assert '"state": "27"' in order.address
        staff = Api("admin", shop.brand, nia.user)
        assert staff.get(f"orders/{number}")["data"]["number"] == number
        assert staff.get("ledger/proof")["data"]["holds"]
        part = Api("seller", shop.brand, ravi.user)
        assert part.get(f"orders/{part.get('orders')['data'][0]['number']}")["data"]
    proved(shop.brand)

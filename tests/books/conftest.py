"""A shop whose orders are paid at the simulator, and the whole way of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.core import clock
from haat.ledger import services as ledger
from haat.orders.models import SellerOrder
from haat.tenancy.context import brand_scope
from tests.checkout.conftest import Shop, running_simulator, shop, simulator
from tests.checkout.steps import settled
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from datetime import datetime

    from haat.ledger.types import Verdict

__all__ = ["running_simulator", "shop", "simulator"]


def deliver(shop: Shop, number: str, *people: Any) -> None:
    """Each seller carries its part to the door."""
    for person in people:
        api = Api("seller", shop.brand, person.user)
        with brand_scope(shop.brand):
            mine = part_of(number, person.seller).number
        for step, body in (("acceptance", {}), ("shipment", {"carrier": "India Post"}), ("delivery", {})):
            api.post(f"orders/{mine}/{step}", body)
            assert api.status == 200, api.response.content
    run_jobs(shop.brand)


def pay_out(shop: Shop, at: datetime) -> None:
    """The return windows end, and what is due is released."""
    from haat.fulfilment import services as fulfilment
    from haat.payouts import services as payouts

    with brand_scope(shop.brand):
        fulfilment.close_ripe_parts(at=at)
    run_jobs(shop.brand)
    with brand_scope(shop.brand):
        payouts.release_due(at=at)
    settled(shop)


def verified(brand: Any, **options: Any) -> Verdict:
    from haat.books import services as books

    with brand_scope(brand):
        while ledger.seal(everything=True):
            pass
        return books.verify(at=options.pop("at", clock.now()), **options)


def part_of(number: str, seller: Any) -> SellerOrder:
    return SellerOrder.objects.get(order__number=number, seller=seller)

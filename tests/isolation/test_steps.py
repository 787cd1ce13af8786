"""Steps in their order and limits that hold, asked for by the very person who may take them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from haat.tenancy import hosts
from tests.support import Api

if TYPE_CHECKING:
    from tests.isolation.world import World

pytestmark = pytest.mark.usefixtures("undone")
SHIP = {"carrier": "Delhivery"}
TOO_EARLY_OR_TOO_LATE = [
    ("packing", "part.placed", {}), ("shipment", "part.placed", SHIP), ("delivery", "part.placed", {}), ("delivery", "part.accepted", {}),
    ("acceptance", "part.accepted", {}), ("acceptance", "part.shipped", {}), ("packing", "part.shipped", {}), ("decline", "part.shipped", {"reason": "x"}),
    ("shipment", "part.shipped", SHIP), ("shipment", "part.delivered", SHIP), ("delivery", "part.delivered", {}), ("decline", "part.delivered", {"reason": "x"}),
]  # fmt: skip


@pytest.mark.parametrize(("verb", "kind", "body"), TOO_EARLY_OR_TOO_LATE)
def test_a_seller_cannot_take_a_step_out_of_its_order(world: World, verb: str, kind: str, body: dict[str, Any]) -> None:
    """ASVS item 8: nothing is shipped before it is accepted, delivered before it is shipped, or declined after."""
    seller = Api("seller", world.aster.brand, world.aster.people["ravi"])
    path = f"orders/{world.aster.things[kind]['ravi']}"
    before = seller.get(path)["data"]["status"]
    seller.post(f"{path}/{verb}", body)
    assert seller.status == 409
    assert seller.get(path)["data"]["status"] == before


def test_an_unpaid_part_is_not_there_to_be_shipped(world: World) -> None:
    """ASVS item 8."""
    seller = Api("seller", world.aster.brand, world.aster.people["ravi"])
    number = f"{world.aster.things['order.unpaid']['asha']}-A"
    for verb, body in (("acceptance", {}), ("shipment", SHIP), ("delivery", {})):
        seller.post(f"orders/{number}/{verb}", body)
        assert seller.status in {404, 409}, (verb, seller.status)


@pytest.mark.parametrize("kind", ["order.placed", "order.shipped", "order.delivered"])
def test_what_is_not_to_be_paid_cannot_be_paid(world: World, kind: str) -> None:
    """ASVS item 8: paid, shipped and delivered orders take no payment."""
    asha = Api("customer", world.aster.brand, world.aster.people["asha"])
    asha.post(f"orders/{world.aster.things[kind]['asha']}/payments")
    assert asha.status == 409


def test_what_has_left_cannot_be_called_off_and_nothing_is_called_off_twice(world: World) -> None:
    """ASVS items 8 and 10."""
    asha = Api("customer", world.aster.brand, world.aster.people["asha"])
    for kind in ("order.shipped", "order.delivered"):
        asha.post(f"orders/{world.aster.things[kind]['asha']}/cancellation", {}, key=kind)
        assert asha.status == 409
    path = f"orders/{world.aster.things['order.placed']['asha']}/cancellation"
    asha.post(path, {}, key="once")
    assert asha.status == 200
    asha.post(path, {}, key="twice")
    assert asha.status == 409
    asha.post(f"orders/{world.aster.things['order.placed']['asha']}/payments")
    assert asha.status == 409


def test_cash_on_delivery_ends_at_the_brands_cap(world: World) -> None:
    """ASVS item 11: the quote says so and the order is refused."""
    brand = world.aster.brand
    brand.settings["policies"]["cod_cap_minor"] = 50_000
    brand.save()
    hosts.forget()
    asha = Api("customer", brand, world.aster.people["asha"])
    goal = {"address_id": world.aster.things["address"]["asha"], "payment_method": "cod"}
    quote = asha.post("checkout/quote", goal)["data"]
    assert quote["problems"]
    asha.post("orders", goal | {"expected_total_minor": quote["total"]["minor"]}, key="k")
    assert asha.status == 409
    brand.settings["policies"]["cod_cap_minor"] = 500_000


def test_a_cart_takes_no_more_than_the_limit_and_the_stock(world: World) -> None:
    """ASVS item 11."""
    guest = Api("customer", world.aster.brand)
    for quantity, status in ((100, 422), (0, 422), (-1, 422), (99, 201)):
        guest.post("cart/lines", {"offer_id": world.aster.things["offer"]["ravi"], "quantity": quantity})
        assert guest.status == status, quantity
    guest.post("cart/lines", {"offer_id": world.aster.things["offer"]["ravi"], "quantity": 1})
    assert guest.status in {409, 422}


def test_prices_in_a_request_are_never_believed(world: World) -> None:
    """ASVS item 7: a total other than the server's is refused, whatever else is sent along."""
    asha = Api("customer", world.aster.brand, world.aster.people["asha"])
    goal = {"address_id": world.aster.things["address"]["asha"], "payment_method": "cod"}
    total = asha.post("checkout/quote", goal)["data"]["total"]["minor"]
    for wrong in (0, 1, total - 1, total + 1):
        asha.post("orders", goal | {"expected_total_minor": wrong}, key=f"k{wrong}")
        assert asha.status == 409, wrong
    asha.post("orders", goal | {"expected_total_minor": total, "unit_minor": 1}, key="more")
    assert asha.status == 422

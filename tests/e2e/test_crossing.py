"""One order through everything: a customer, two sellers, the brand's owner, the bank, the books, and the neighbour."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from infra.local.testing import haat
from tests.e2e import buying, places, selling
from tests.e2e.buying import Bought, Newcomer
from tests.e2e.driver import Caller, messages, until
from tests.e2e.windows import Window

pytestmark = pytest.mark.e2e
Opener = Callable[..., Window]


def test_one_order_crosses_everything(window: Opener, stack: dict[str, Any], home: Path) -> None:
    person = Newcomer.somebody()
    customer = window("phone", places.shop(stack))
    goods, number = _buy(customer, person)
    _is_confirmed(stack, person, number)
    _sees_empty_cart(customer)

    parts = {bought.seller: f"{number}-{letter}" for bought, letter in zip(goods, "AB", strict=True)}
    parts = _parts(stack, number, parts)
    for (seller, part), size in zip(parts.items(), ("desktop", "phone"), strict=True):
        desk = window(size, places.portal(stack, "seller"))
        desk.sign_in_to_portal(places.owner_of(seller))
        desk.shoot("seller-home")
        selling.fulfil(desk, part, "Delhivery", f"DL{part[-10:]}")
        desk.shoot("seller-order-delivered")
    _sees_parcels(customer, number)

    _advance(home, "8d")  # the return window of seven days closes
    _neighbour_sees_nothing(window, stack, goods, number, person)
    said = _pay_out(stack, home, parts)
    for (seller, part), size in zip(parts.items(), ("desktop", "phone"), strict=True):
        _seller_sees(window(size, places.portal(stack, "seller")), seller, part, said[part])
    _owner_sees(window("desktop", places.portal(stack, "admin")), number, parts, said)


def _buy(customer: Window, person: Newcomer) -> tuple[list[Bought], str]:
    page = customer.page
    buying.join(customer, person)
    customer.shoot("shop-home")
    customer.go("/c/skin")
    first = buying.open_card(page, without=set())
    customer.shoot("shop-product")
    cart = buying.add_to_cart(customer)
    customer.shoot("shop-drawer")
    cart.get_by_role("button", name="Close").click()
    page.get_by_role("searchbox").or_(page.get_by_role("combobox", name="Search")).fill("serum")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="“serum”")).to_be_visible()
    customer.shoot("shop-search")
    second = buying.open_card(page, without={first.seller})
    buying.add_to_cart(customer)
    customer.go("/cart")
    for bought in (first, second):
        expect(page.get_by_role("region", name=f"Parcel from {bought.seller}")).to_contain_text(bought.title)
    customer.shoot("shop-cart")
    page.get_by_role("link", name="Check out").click()
    buying.give_address(page)
    pay = page.get_by_role("button", name="Pay")
    expect(pay).to_be_visible()
    for bought in (first, second):
        expect(page.get_by_role("region", name=f"Parcel from {bought.seller}")).to_contain_text("Delivery")
    customer.shoot("shop-checkout")
    total = page.locator(".grand dd").inner_text()
    pay.click()
    expect(page.locator(".amount")).to_have_text(total)
    customer.shoot("razorpay")
    buying.pay_on_hosted_page(page)
    number = buying.placed_number(page)
    customer.shoot("shop-order-placed")
    expect(page.locator(".grand dd")).to_have_text(total)
    return [first, second], number


def _parts(stack: dict[str, Any], number: str, sellers: dict[str, str]) -> dict[str, str]:
    """Seller's name → number of its part."""
    owner = Caller(stack, places.portal(stack, "admin")).sign_in(places.login(stack, "admin"), "admin")
    found = {part["seller"]["name"]: part["number"] for part in owner.data("GET", f"orders/{number}")["parts"]}
    assert found.keys() == sellers.keys()
    return found


def _is_confirmed(stack: dict[str, Any], person: Newcomer, number: str) -> None:
    for channel, to in (("email", person.email), ("sms", person.phone)):
        until(lambda to=to: [row for row in messages(stack, to) if number in row["text"]], f"{channel} about {number}")
        confirmation = next(row for row in messages(stack, to) if number in row["text"])
        assert confirmation["channel"] == channel


def _sees_empty_cart(customer: Window) -> None:
    customer.go("/cart")
    expect(customer.page.get_by_text("Nothing in it yet.")).to_be_visible()


def _sees_parcels(customer: Window, number: str) -> None:
    page = customer.page
    customer.go(f"/orders/{number}")
    parcels = page.get_by_role("region", name="Parcel from")
    expect(parcels).to_have_count(2)
    for parcel in parcels.all():
        expect(parcel.locator(".state")).to_have_text("Delivered")
        parcel.get_by_text("Everything that happened").click()
        expect(parcel.locator(".history")).to_contain_text("Delhivery")
    customer.shoot("shop-order-delivered")


def _advance(home: Path, by: str) -> None:
    moved = haat(home, "clock", "advance", by)
    assert moved.returncode == 0, moved.stderr


def _pay_out(stack: dict[str, Any], home: Path, parts: dict[str, str]) -> dict[str, dict[str, Any]]:
    """The brand's delay of two days passes; → what the seller API says of each part, with its payout."""
    _advance(home, "3d")
    said = {}
    for seller, part in parts.items():
        caller = _seller(stack, seller)
        payout = until(lambda c=caller, p=part: _payout(c, p, "paid"), f"the payout of {part}", seconds=180)
        figures = caller.data("GET", f"orders/{part}/earnings")
        said[part] = {name: figures[name]["text"] for name in ("gross", *selling.FIGURES)} | {"payout": payout}
    return said


def _seller(stack: dict[str, Any], name: str) -> Caller:
    return Caller(stack, places.portal(stack, "seller")).sign_in(places.owner_of(name), "seller")


def _payout(caller: Caller, part: str, *statuses: str) -> dict[str, Any] | None:
    """The payout that has this part among its lines."""
    for row in caller.data("GET", "payouts?limit=100"):
        payout: dict[str, Any] = caller.data("GET", f"payouts/{row['id']}")
        if part in [line["number"] for line in payout["lines"]] and (not statuses or payout["status"] in statuses):
            return payout
    return None


def _seller_sees(desk: Window, seller: str, part: str, said: dict[str, Any]) -> None:
    page, payout = desk.page, said["payout"]
    desk.sign_in_to_portal(places.owner_of(seller))
    selling.open_order(page, part)
    shown = selling.earnings(page)
    assert shown == {name: said[name] for name in shown}
    expect(selling.region(page, "Your money")).to_contain_text("Earned")
    desk.shoot("seller-order-paid")
    selling.visit(page, "Payouts")
    row = page.get_by_role("row").filter(has_text=payout["number"])
    expect(row).to_contain_text("Paid")
    expect(row).to_contain_text(payout["amount"]["text"])
    desk.shoot("seller-payouts")
    row.get_by_role("link").click()
    line = page.get_by_role("listitem").filter(has=page.get_by_role("link", name=part))
    expect(line).to_contain_text(said["net"])
    desk.shoot("seller-payout")


def _owner_sees(desk: Window, number: str, parts: dict[str, str], said: dict[str, dict[str, Any]]) -> None:
    page = desk.page
    desk.sign_in_to_portal(places.login(desk.stack, "admin"))
    desk.shoot("admin-home")
    selling.open_order(page, number)
    for seller, part in parts.items():
        shown = selling.split_row(page, seller)
        assert shown == {name: said[part][name] for name in shown}
    desk.shoot("admin-order")
    selling.visit(page, "Payouts")
    for part in parts.values():
        payout = said[part]["payout"]
        row = page.get_by_role("row").filter(has_text=payout["number"])
        expect(row).to_contain_text("Paid")
        expect(row).to_contain_text(payout["amount"]["text"])
    desk.shoot("admin-payouts")
    selling.visit(page, "Ledger")
    expect(page.get_by_text("The books balance")).to_be_visible()
    desk.shoot("admin-ledger")


def _neighbour_sees_nothing(
    window: Opener, stack: dict[str, Any], goods: list[Bought], number: str, person: Newcomer
) -> None:
    shop = window("desktop", places.shop(stack, places.NEIGHBOUR))
    for bought in goods:
        assert shop.go(f"/p/{bought.slug}") == 404
        shop.go(f"/search?q={bought.title}")
        expect(shop.page.locator("main")).not_to_contain_text(bought.seller)
        assert shop.page.locator(f"a[href='/p/{bought.slug}']").count() == 0
    for name, role in (("admin", "admin"), ("seller", "seller")):
        desk = window("desktop", places.portal(stack, name, places.NEIGHBOUR))
        desk.sign_in_to_portal(places.login(stack, role, places.NEIGHBOUR))
        desk.go(f"/orders?q={number}")
        expect(desk.page.get_by_text("No order")).to_be_visible()
        caller = Caller(stack, places.portal(stack, name, places.NEIGHBOUR))
        caller.sign_in(places.login(stack, role, places.NEIGHBOUR), role)
        assert caller.call("GET", f"orders/{number}").status_code == 404
        assert caller.call("GET", f"orders/{number}-A").status_code == 404
        assert person.email not in caller.call("GET", "orders?limit=100").text
    ours = Caller(stack, places.shop(stack)).sign_in(person.email, "customer")
    assert ours.call("GET", f"orders/{number}").status_code == 200
    theirs = Caller(stack, places.shop(stack, places.NEIGHBOUR))
    theirs.headers["Authorization"] = ours.headers["Authorization"]
    assert theirs.call("GET", f"orders/{number}").status_code in {401, 403, 404}

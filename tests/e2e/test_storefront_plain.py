"""The storefront without scripts, its edges, and how every page looks on a phone and a desk."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e import buying, places
from tests.e2e.buying import Newcomer
from tests.e2e.windows import Window

pytestmark = pytest.mark.e2e
Opener = Callable[..., Window]


def test_a_guest_buys_with_cash_and_cancels_without_scripts(window: Opener, stack: dict[str, Any]) -> None:
    customer = window("phone", places.shop(stack), scripts=False)
    page = customer.page
    customer.go("/")
    page.get_by_role("main").get_by_role("link", name="Bath & body").first.click()
    expect(page.get_by_role("heading", level=1, name="Bath & body")).to_be_visible()
    first = buying.open_card(page, without=set())
    cart = buying.add_to_cart(customer)
    expect(cart).to_contain_text(first.title)
    page.get_by_label("Search").first.fill("lip")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", level=1, name="“lip”")).to_be_visible()
    second = buying.open_card(page, without={first.seller})
    buying.add_to_cart(customer)

    page.get_by_role("link", name="Check out").click()
    person = Newcomer.somebody()
    customer.sign_in_to_shop(person.email)
    expect(page.get_by_role("heading", name="What may we call you")).to_be_visible()
    page.get_by_label("Name").fill(person.name)
    page.get_by_role("button", name="Save and go on").click()
    buying.give_address(page)
    for bought in (first, second):  # what the guest chose came along
        expect(page.locator(".summary")).to_contain_text(bought.title)
    page.get_by_label("Cash on delivery").check()
    page.get_by_role("button", name="Update the sum").click()
    expect(page.locator(".summary")).to_contain_text("Cash on delivery fee")
    page.get_by_role("button", name="Place the order").click()
    buying.placed_number(page)
    customer.go("/cart")
    expect(page.get_by_text("Nothing in it yet.")).to_be_visible()

    customer.go("/orders")
    page.get_by_role("listitem").get_by_role("link").first.click()
    page.get_by_text("Cancel the whole order").first.click()
    page.get_by_role("button", name="Cancel the whole order").click()
    expect(page.get_by_role("status").first).to_contain_text("Cancelled. There is nothing to pay for it.")
    expect(page.locator(".state")).to_have_text(["Cancelled", "Cancelled"])
    customer.shoot("plain-order-cancelled")


def test_a_misspelt_search_suggests_and_finds(window: Opener, stack: dict[str, Any]) -> None:
    visitor = window("phone", places.shop(stack, places.NEIGHBOUR))
    visitor.go("/")
    visitor.page.get_by_role("combobox").fill("tumblr")  # one question: a late answer would undo the choice
    expect(visitor.page.get_by_role("option").first).to_be_visible()
    visitor.page.keyboard.press("ArrowDown")
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url(re.compile(r"/[cp]/"))
    expect(visitor.page.locator("h1")).to_contain_text("umbler")


def test_a_returning_customer_finds_both_carts_in_one(window: Opener, stack: dict[str, Any]) -> None:
    person, host = Newcomer.somebody(), places.shop(stack)
    at_home = window("desktop", host, scripts=False)
    buying.join(at_home, person)
    at_home.go("/c/skin")
    chosen = buying.open_card(at_home.page, without=set())
    buying.add_to_cart(at_home)

    guest = window("phone", host, scripts=False)
    guest.go("/c/hair")
    added = buying.open_card(guest.page, without=set())
    buying.add_to_cart(guest)
    guest.go("/login?next=/cart")
    guest.sign_in_to_shop(person.email)
    for bought in (chosen, added):
        expect(guest.page.locator("#cart")).to_contain_text(bought.title)


def test_addresses_that_lead_nowhere_say_so(window: Opener, stack: dict[str, Any]) -> None:
    lost = window("phone", places.shop(stack))
    assert lost.go("/p/there-is-no-such-thing") == 404
    expect(lost.page.get_by_role("heading", level=1)).to_be_visible()
    lost.shoot("shop-not-found")
    nobody = window("phone", f"nobody.{stack['platform']['host']}")
    assert nobody.go("/") == 404
    expect(nobody.page.get_by_role("heading", level=1)).to_have_text("This stall is empty.")
    nobody.shoot("unknown-host")
    launch = window("desktop", stack["platform"]["host"])
    assert launch.go("/") == 200
    for brand in ("Rangoori", "Nilkaanch"):
        expect(launch.page.get_by_role("link", name=brand)).to_be_visible()
    launch.shoot("launch")


@pytest.mark.parametrize("brand", [places.BRAND, places.NEIGHBOUR])
@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_pages_fit_and_are_quiet(window: Opener, stack: dict[str, Any], brand: str, size: str) -> None:
    """No console message, nothing wider than the window."""
    customer = window(size, places.shop(stack, brand))
    page = customer.page
    customer.go("/")
    _is_in_order(customer, f"{brand}-home")
    category = page.locator(".category-grid a[href^='/c/']").first.get_attribute("href") or ""
    customer.go(category)
    _is_in_order(customer, f"{brand}-listing")
    buying.open_card(page, without=set())
    _is_in_order(customer, f"{brand}-product")
    buying.add_to_cart(customer)
    customer.go("/cart")
    _is_in_order(customer, f"{brand}-cart")
    customer.go("/search?q=gift")
    _is_in_order(customer, f"{brand}-search")
    customer.go("/pages/about")
    _is_in_order(customer, f"{brand}-about")
    customer.go("/login")
    _is_in_order(customer, f"{brand}-login")


STAFF = {
    "seller": ["/", "/orders", "/stock", "/stock/movements", "/payouts", "/products", "/products/new", "/statement", "/application", "/security"],
    "admin": ["/", "/orders", "/sellers", "/products", "/payouts", "/commission", "/commission/lines", "/ledger", "/ledger/transactions", "/audit", "/security"],
    "platform": ["/", "/verification", "/brands", "/brands/new", "/audit", "/security"],
}  # fmt: skip


@pytest.mark.parametrize("role", list(STAFF))
def test_portal_pages_fit_and_are_quiet(window: Opener, stack: dict[str, Any], role: str) -> None:
    """On a desk, and on the phone of the same session: an app's code works once, and the next one is half a minute away."""
    host = places.platform(stack) if role == "platform" else places.portal(stack, role)
    desk = window("desktop", host)
    desk.sign_in_to_portal(places.login(stack, role, None if role == "platform" else places.BRAND))
    desk.problems.clear()  # the browser itself remarks that nobody was signed in yet
    _visit(desk, role)
    phone = window("phone", host)
    phone.go_on_from(desk)
    _visit(phone, role)


def _visit(desk: Window, role: str) -> None:
    for path in STAFF[role]:
        desk.go(path)
        expect(desk.page.get_by_role("heading", level=1)).to_be_visible()
        expect(desk.page.locator(".skeleton")).to_have_count(0)
        _is_in_order(desk, f"{role}{path.replace('/', '-').rstrip('-') or '-home'}")


def _is_in_order(at: Window, name: str) -> None:
    if at.shots:
        at.page.wait_for_load_state("networkidle")  # pictures of goods are loaded, too
    at.shoot(name)
    assert at.overflow() == 0, f"{at.page.url} is {at.overflow()} px too wide at {at.size}"
    assert at.problems == [], name

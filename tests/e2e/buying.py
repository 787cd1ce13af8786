"""What a customer does on a storefront, by clicking and typing."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import Locator, Page, expect

if TYPE_CHECKING:
    from tests.e2e.windows import Window


@dataclass(frozen=True)
class Newcomer:
    """Somebody whom no brand knows yet."""

    email: str
    phone: str
    name: str = "Meher Contractor"

    @classmethod
    def somebody(cls) -> Newcomer:
        number = uuid.uuid4().int
        return cls(f"meher-{number % 10**9}@example.com", f"+9198{number % 10**8:08d}")


@dataclass(frozen=True)
class Bought:
    title: str
    slug: str
    seller: str


def join(window: Window, person: Newcomer, to: str = "/") -> None:
    """Sign in for the first time, say the name and how to be reached, go on to where one wanted to go."""
    page = window.page
    window.go(f"/login?next={to}")
    window.sign_in_to_shop(person.email)
    expect(page.get_by_role("heading", name="What may we call you")).to_be_visible()
    page.get_by_label("Name").fill(person.name)
    page.get_by_label("Mobile number").fill(person.phone)
    page.get_by_role("button", name="Save and go on").click()
    page.wait_for_url(f"{window.origin}{to}")


def open_card(page: Page, *, without: set[str]) -> Bought:
    """From a listing to the first product in stock whose seller is not one of `without`.

    Whole pages on both sides: of half a list a seller is missing, and before its scripts run a product has no drawer.
    """
    page.wait_for_load_state()
    cards = page.locator(".cards .card:not(.sold-out)")
    expect(cards.first).to_be_visible()
    for card in cards.all():
        maker = card.locator(".card-maker").evaluate("line => line.firstChild.textContent")  # stars may stand behind
        if maker.partition(" · ")[0].strip() not in without:
            card.get_by_role("link").first.click()
            break
    else:
        raise AssertionError(f"every product in stock is of {without}")
    expect(page.locator(".buy h1")).to_be_visible()
    page.wait_for_load_state()
    slug = page.url.partition("/p/")[2].partition("?")[0]
    seller = page.locator(".buy .overline a").inner_text()
    return Bought(page.locator(".buy h1").inner_text(), slug, seller)


def add_to_cart(window: Window) -> Locator:
    """The cart as it shows afterwards: a drawer where scripts run, the page of the cart where not."""
    page = window.page
    page.get_by_role("button", name="Add to cart").click()
    cart = page.locator("dialog.drawer") if window.scripts else page.locator("#cart")
    expect(cart.get_by_role("heading", name="Your cart")).to_be_visible()
    return cart


def give_address(page: Page, button: str = "Deliver here") -> None:
    expect(page.get_by_label("Flat, house, building")).to_be_visible()  # the page before it asks for a name, too
    for label, value in {
        "Name": "Meher Contractor", "Mobile number": "9820012345", "Flat, house, building": "7, Cusrow Baug",
        "PIN code": "400001", "City": "Mumbai",
    }.items():  # fmt: skip
        page.get_by_label(label, exact=False).first.fill(value)
    page.get_by_label("State").select_option(label="Maharashtra")
    page.get_by_role("button", name=button).click()


def pay_on_hosted_page(page: Page) -> None:
    expect(page.get_by_text("Choose how to pay")).to_be_visible()
    page.get_by_role("button", name=re.compile(r"^Pay ₹")).click()


def placed_number(page: Page) -> str:
    """The order's page after it was placed; while the bank's word is awaited it looks again by itself."""
    expect(page.get_by_role("heading", name="Thank you, it is ordered.")).to_be_visible(timeout=60_000)
    return page.url.partition("/orders/")[2].partition("?")[0]

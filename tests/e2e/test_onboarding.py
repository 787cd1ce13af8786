"""From "I would like to sell here" to a product that a customer finds, every decision made in the portals."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import places, selling
from tests.e2e.driver import until
from tests.e2e.windows import Window
from tests.support import gstin_of

pytestmark = pytest.mark.e2e
Opener = Callable[..., Window]
MAHARASHTRA = "27"


@dataclass(frozen=True)
class Applicant:
    email: str
    shop: str
    legal_name: str
    pan: str
    product: str

    @classmethod
    def somebody(cls) -> Applicant:
        """Everything is in order with the papers; docs/razorpay-simulator.md lists what would not be."""
        number = uuid.uuid4().int % 10_000
        letters = "".join("ABCDEFGHJK"[int(digit)] for digit in f"{uuid.uuid4().int % 1000:03d}")
        return cls(
            f"kavita-{uuid.uuid4().hex[:8]}@example.com", f"Monsoon Ghar {number:04d}",
            f"Monsoon Ghar {number:04d} LLP", f"{letters}FM{number:04d}K", f"Vetiver room mist {number:04d}",
        )  # fmt: skip


def test_a_new_seller_comes_to_the_shop(window: Opener, stack: dict[str, Any]) -> None:
    person = Applicant.somebody()
    seller = window("phone", places.portal(stack, "seller"))
    seller.sign_in_to_portal(person.email)
    _apply(seller, person)
    _verify(window("desktop", places.platform(stack)), person)
    owner = window("desktop", places.portal(stack, "admin"))
    owner.sign_in_to_portal(places.login(stack, "admin"))
    _approve(owner, person)
    _is_open(seller)
    _list_product(seller, person)
    _publish(owner, person)
    _is_found(window("phone", places.shop(stack)), person)


def _apply(desk: Window, person: Applicant) -> None:
    page = desk.page
    expect(page.get_by_role("heading", level=1, name="Application")).to_be_visible()
    desk.shoot("seller-application-empty")
    steps: list[dict[str, str]] = [
        {"Shop name": person.shop, "What you sell, in two sentences": "Mists and roots. Made in the rains."},
        {"Legal name": person.legal_name, "PAN": person.pan, "GSTIN": gstin_of(person.pan, MAHARASHTRA)},
        {
            "House, street, area": "4 Varsha Lane",
            "City": "Pune",
            "PIN code": "411001",
            "State": f"Maharashtra ({MAHARASHTRA})",
        },
        {"Name of the account holder": person.legal_name, "Account number": "50100987654321", "IFSC": "HDFC0001234"},
    ]
    for fields in steps:
        for label, value in fields.items():
            if label == "State":
                selling.choose(page, label, value)
            else:
                page.get_by_label(label, exact=True).fill(value)
        page.get_by_role("button", name="Save and continue").click()
        expect(page.get_by_label(next(iter(fields)), exact=True)).to_have_count(0)
    page.get_by_label("I agree to the seller terms").check()
    desk.shoot("seller-application-filled")
    page.get_by_role("button", name="Send the application").click()
    expect(page.get_by_text("A person is looking at your application")).to_be_visible(timeout=60_000)
    desk.shoot("seller-application-checked")


def decide(page: Page, button: str, reason: str) -> None:
    """A decision and its reason in the dialog that asks for it."""
    page.get_by_role("button", name=button).first.click()
    dialog = page.get_by_role("dialog").or_(page.get_by_role("alertdialog"))
    dialog.get_by_label("Reason").fill(reason)
    dialog.get_by_role("button", name=button).click()
    expect(dialog).to_have_count(0)


def _verify(desk: Window, person: Applicant) -> None:
    page = desk.page
    desk.sign_in_to_portal(places.login(desk.stack, "platform", None))
    expect(page.get_by_role("link", name=person.legal_name)).to_be_visible()
    desk.shoot("platform-home")
    selling.visit(page, "Verification")
    page.get_by_role("searchbox").fill(person.legal_name)
    page.get_by_role("link", name=person.legal_name).click()
    evidence = selling.region(page, "Claim and evidence")
    expect(evidence).to_contain_text(gstin_of(person.pan, MAHARASHTRA))
    desk.shoot("platform-entity")
    decide(page, "Verify", "PAN, GSTIN and bank account agree.")
    expect(page.get_by_text("Verified", exact=True).first).to_be_visible()
    desk.shoot("platform-entity-verified")


def _approve(desk: Window, person: Applicant) -> None:
    page = desk.page
    selling.visit(page, "Sellers")
    page.get_by_role("link", name=person.shop).click()
    expect(page.get_by_role("button", name="Approve")).to_be_visible()
    desk.shoot("admin-seller")
    decide(page, "Approve", "Fits the house.")
    expect(page.get_by_text("Active", exact=True).first).to_be_visible()


def _is_open(desk: Window) -> None:
    """The provider opens the account for payouts in the background; the shop opens with it."""

    def seen() -> bool:
        desk.go("/application")
        expect(desk.page.get_by_role("heading", level=1)).to_be_visible()
        return desk.page.get_by_text("Your shop is open").is_visible()

    until(seen, "the shop being open", seconds=120)
    desk.shoot("seller-application-open")


def _list_product(desk: Window, person: Applicant) -> None:
    page = desk.page
    selling.visit(page, "Products")
    page.get_by_role("link", name="New product").first.click()
    expect(page.get_by_role("heading", level=1, name="New product")).to_be_visible()
    page.get_by_label("Name", exact=True).fill(person.product)
    selling.choose(page, "Category", re.compile("Attars$"))
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("heading", level=1, name=person.product)).to_be_visible()
    page.get_by_label("Description", exact=True).fill(
        "Steam-distilled vetiver root in rose water. Shake it and open the window."
    )
    for label, value in {
        "HSN code": "33030050", "Net quantity": "100 ml", "Weight, g": "180",
        "Price": "349", "MRP": "399.00", "SKU": person.pan, "Stock": "12",
        "Manufacturer": "Vetiver House, Kannauj 209725",
    }.items():  # fmt: skip
        page.get_by_label(label, exact=True).fill(value)
    expect(page.get_by_text("Nothing is missing.")).to_be_visible()
    desk.shoot("seller-new-product")
    page.get_by_role("button", name="Send for review").click()
    expect(page.get_by_text("In review", exact=True).first).to_be_visible()
    desk.shoot("seller-product-proposed")


def _publish(desk: Window, person: Applicant) -> None:
    page = desk.page
    selling.visit(page, "Products")
    page.get_by_role("searchbox").fill(person.product)
    row = page.get_by_role("row").filter(has_text=person.product)
    expect(row).to_contain_text(person.shop)
    desk.shoot("admin-products")
    row.get_by_role("button", name="Publish").click()
    expect(row).to_contain_text("Live")


def _is_found(customer: Window, person: Applicant) -> None:
    page = customer.page

    def found() -> bool:
        customer.go(f"/search?q={person.product}")
        return page.get_by_role("link", name=person.product).count() > 0

    until(found, f"{person.product} in the shop's search")
    page.get_by_role("link", name=person.product).first.click()
    expect(page.get_by_role("heading", level=1, name=person.product)).to_be_visible()
    expect(page.get_by_role("button", name="Add to cart")).to_contain_text("₹349")
    expect(page.locator(".buy .overline")).to_have_text(person.shop)
    customer.shoot("shop-product-first")

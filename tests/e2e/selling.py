"""What a seller and a brand's owner do and read in their portals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import Locator, Page, expect

if TYPE_CHECKING:
    from tests.e2e.windows import Window

FIGURES = ("fee", "fee_gst", "tcs", "tds", "net")


def visit(page: Page, place: str) -> None:
    """By the portal's own navigation, at the side or at the thumb."""
    nav = page.get_by_role("navigation", name="Main")
    expect(nav).to_be_visible()
    if not nav.get_by_role("link", name=place).count():
        nav.get_by_role("button", name="More").click()
        nav = page.get_by_role("dialog", name="More")
    nav.get_by_role("link", name=place).click()
    expect(page.locator("h1").get_by_text(place)).to_be_visible()


def choose(page: Page, label: str, option: str | re.Pattern[str]) -> None:
    """Scrolled to first, and let come to rest: a list that has just opened closes when its page scrolls."""
    button = page.get_by_role("button", name=re.compile(rf"{label}$"))  # its name begins with what is chosen
    button.scroll_into_view_if_needed()
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    button.click()
    page.get_by_role("option", name=option).click()


def open_order(page: Page, number: str) -> None:
    visit(page, "Orders")
    page.get_by_role("link", name=number).click()
    expect(page.get_by_role("heading", level=1, name=number)).to_be_visible()


def fulfil(window: Window, number: str, carrier: str, tracking: str) -> None:
    """From the order in the list to the parcel at the door."""
    page = window.page
    open_order(page, number)
    window.shoot("seller-order-new")
    page.get_by_role("button", name="Accept order").click()
    page.get_by_role("button", name="Mark as packed").click()
    expect(page.get_by_text("To ship", exact=True)).to_be_visible()
    page.get_by_role("button", name="Ship", exact=True).click()
    page.get_by_label("Carrier").fill(carrier)
    page.get_by_label("Tracking number").fill(tracking)
    window.shoot("seller-ship")
    page.get_by_role("button", name="Mark as shipped").click()
    page.get_by_role("button", name="Mark as delivered").click()
    expect(page.get_by_text("Delivered", exact=True).first).to_be_visible()
    expect(page.get_by_role("button", name="Mark as delivered")).to_have_count(0)


def region(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name)


def earnings(page: Page) -> dict[str, str]:
    """What the order's page of the seller portal says, by the names of the API's figures."""
    sums = region(page, "Your money").locator("dl").first
    expect(sums).to_contain_text("You receive")
    amounts = [re.sub(r"^\W+(?=₹)", "", text) for text in sums.locator("dd").all_inner_texts()]
    return dict(zip(("gross", *FIGURES), amounts, strict=True))


def split_row(page: Page, seller: str) -> dict[str, str]:
    """The same figures as the brand's owner sees them on the page of the whole order."""
    row = region(page, "Split").get_by_role("row").filter(has_text=seller)
    expect(row.get_by_role("cell").last).to_contain_text("₹")
    cells = [text.strip() for text in row.get_by_role("cell").all_inner_texts()]
    return dict(zip(("gross", *FIGURES), cells, strict=True))

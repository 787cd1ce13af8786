"""A seller writes a product with a photograph and two options, and looks at the shop's page of it before anybody can."""

from __future__ import annotations

import io
import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Page, expect

from tests.e2e import places, selling
from tests.e2e.windows import Window

pytestmark = pytest.mark.e2e
Opener = Callable[..., Window]


def photograph(colour: str) -> bytes:
    image = Image.new("RGB", (1500, 1500), "#efe9e1")
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((520, 300, 980, 1250), 80, fill=colour)
    draw.ellipse((520, 240, 980, 380), fill="#ffffff")
    body = io.BytesIO()
    image.save(body, "JPEG")
    return body.getvalue()


def saved(page: Page) -> None:
    expect(page.get_by_text(re.compile("^Saved$"))).to_be_visible()


def test_from_an_empty_page_to_the_review(window: Opener, stack: dict[str, Any]) -> None:
    name = f"Ribbed glass bottle {uuid.uuid4().hex[:6]}"
    desk = window("desktop", places.portal(stack, "seller"))
    desk.sign_in_to_portal(places.login(stack, "seller"))
    page = desk.page
    selling.visit(page, "Products")
    page.get_by_role("link", name="New product").first.click()
    expect(page.get_by_role("heading", level=1, name="New product")).to_be_visible()
    page.get_by_label("Name", exact=True).fill(name)  # the list before it has a box for "Name or SKU"
    selling.choose(page, "Category", re.compile("Attars$"))
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()

    page.get_by_label("Description", exact=True).fill("Blown by hand, one at a time. " * 6)
    page.locator("input[type=file]").first.set_input_files(
        [
            {"name": "clear.jpg", "mimeType": "image/jpeg", "buffer": photograph("#7fb7be")},
            {"name": "trick.jpg", "mimeType": "image/jpeg", "buffer": b"<script>alert(1)</script>"},
        ]
    )
    expect(page.get_by_text("This is not a JPEG, PNG, WebP or AVIF picture", exact=False)).to_be_visible()
    page.get_by_role("button", name="Forget trick.jpg").click()
    picture = page.locator("#field-pictures img")
    expect(picture).to_have_count(1, timeout=60_000)

    _options(page)
    saved(page)
    desk.shoot("editor")
    page.get_by_role("button", name="Edit Picture 1").click()
    page.get_by_label("What it shows").fill("A ribbed bottle of green glass")
    selling.choose(page, "Shown for", "Clear / 100 ml")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("dialog")).to_have_count(0)  # it has a picture with these words itself
    assert desk.overflow() == 0

    page.reload()
    expect(page.get_by_role("img", name="A ribbed bottle of green glass")).to_be_visible()
    expect(page.get_by_label("Price, Blue / 200 ml")).to_have_value("349")
    address = page.get_by_role("link", name="Preview").get_attribute("href") or ""
    _phone(window, stack, page.url)
    page.get_by_role("button", name="Send for review").click()
    expect(page.get_by_text("In review", exact=True).first).to_be_visible()
    _look(window, stack, address, name)
    expected = re.compile("422|401")  # the trick file; the refresh before anybody has signed in
    assert [one for one in desk.problems if not expected.search(one)] == []


def _options(page: Page) -> None:
    page.get_by_role("button", name="Add an option, such as size or colour").click()
    page.get_by_label("Option").fill("Colour")
    page.get_by_label("First value").fill("Clear")
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_label("Values of Colour").fill("Blue")
    page.get_by_label("Values of Colour").press("Enter")
    page.get_by_role("button", name="Add another option").click()
    page.get_by_label("Option").last.fill("Size")
    page.get_by_label("First value").fill("100 ml")
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_label("Values of Size").fill("200 ml,")
    for label, value in {
        "Price": "349",
        "MRP": "399",
        "Stock": "12",
        "Net quantity": "1 N",
        "HSN code": "33030050",
    }.items():
        page.get_by_label(f"{label}, Clear / 100 ml").fill(value)
        page.get_by_role("button", name=f"Copy the first {label} to all rows").click()
    expect(page.get_by_label("Price, Blue / 200 ml")).to_have_value("349")
    page.get_by_label("Manufacturer", exact=True).fill("Ribbed Glass, Firozabad 283203")
    expect(page.get_by_text("Nothing is missing.")).to_be_visible()


def _phone(window: Opener, stack: dict[str, Any], address: str) -> None:
    phone = window("phone", places.portal(stack, "seller"))
    phone.sign_in_to_portal(places.login(stack, "seller"))
    phone.page.goto(address)
    expect(phone.page.get_by_label("Price, Blue / 200 ml")).to_have_value("349")
    expect(phone.page.locator("#field-pictures img")).to_be_visible()
    phone.shoot("editor")
    assert phone.overflow() == 0


def _look(window: Opener, stack: dict[str, Any], address: str, name: str) -> None:
    for size, scripts in (("desktop", True), ("phone", False)):
        customer = window(size, places.shop(stack), scripts=scripts)
        customer.page.goto(address)
        expect(customer.page.get_by_role("heading", level=1, name=name)).to_be_visible()
        shown = customer.page.locator(".gallery-strip img")
        expect(shown).to_be_visible()
        assert shown.get_attribute("width") == "1500"
        if scripts:
            assert shown.evaluate("image => image.currentSrc").endswith(".avif")
        expect(customer.page.get_by_role("button", name="Add to cart")).to_have_count(0)
        customer.shoot("preview")
        assert customer.overflow() == 0
        assert customer.problems == []

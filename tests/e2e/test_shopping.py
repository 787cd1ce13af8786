"""A customer buys from two makers on a phone, in a real browser, from the first look to the paid order."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from infra.local.testing import running_stack
from tests.e2e.browser import PHONE, Shopper, browser, complaints

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    with running_stack(Path(tmp_path_factory.mktemp("haat"))) as status:
        yield status


@pytest.fixture
def page() -> Iterator[Page]:
    with browser() as one:
        yield one.new_page(viewport=PHONE, has_touch=True)


def fits(page: Page) -> bool:
    """Whether nothing reaches past the right edge of the phone."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_buying_from_two_makers_on_a_phone(stack: dict[str, Any], page: Page) -> None:
    heard = complaints(page)
    shopper = Shopper(stack, page, "rangoori")
    shopper.open("/")
    assert fits(page)
    shopper.open("/p/matte-lipstick-sandhya")
    page.locator(".option", has_text="Rani").click()
    page.wait_for_url("**?v=*")
    assert fits(page)
    shopper.add(page.url.removeprefix(shopper.shop))
    shopper.add("/p/gulab-jal")
    shopper.open("/cart")
    page.get_by_role("button", name="One more of Sandhya Matte Lipstick").click()
    page.locator("output", has_text="2").wait_for()
    assert page.locator(".parcel").count() == 2
    page.get_by_role("link", name="Check out").click()
    shopper.sign_in()
    shopper.give_address()
    page.get_by_role("radio", name="Cash on delivery").check()
    page.get_by_text("Cash on delivery fee").wait_for()
    page.get_by_role("radio", name="UPI").check()
    page.get_by_text("Cash on delivery fee").wait_for(state="detached")
    assert fits(page)
    number = shopper.pay()
    assert page.get_by_role("heading", name="Parcel from").count() == 2
    assert fits(page)
    page.locator(".account-link", has_text="Asha").wait_for(state="attached")
    shopper.open("/orders")
    assert page.get_by_text(number).is_visible()
    assert heard == []


def test_the_neighbour_knows_nothing_of_it(stack: dict[str, Any], page: Page) -> None:
    Shopper(stack, page, "nilkaanch").open("/p/gulab-jal")
    assert page.get_by_role("heading", name="This shelf is empty").is_visible()


def test_a_misspelt_search_suggests_and_finds(stack: dict[str, Any], page: Page) -> None:
    shopper = Shopper(stack, page, "nilkaanch")
    shopper.open("/")
    page.get_by_role("combobox").press_sequentially("tumblr")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/[cp]/"))
    assert "umbler" in page.locator("h1").inner_text()

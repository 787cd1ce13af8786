"""A real Chromium for end-to-end tests, and what a shopper does in it."""

from __future__ import annotations

import contextlib
import time
import uuid
from typing import TYPE_CHECKING, Any

import requests
from playwright.sync_api import sync_playwright

from infra.local import chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, ViewportSize

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PHONE: ViewportSize = {"width": 390, "height": 844}
ADDRESS = {
    "name": "Asha Menon", "phone": "9820012345", "line1": "Flat 12, Sea Breeze", "line2": "Carter Road", "pin": "400050",
    "city": "Mumbai",
}  # fmt: skip


@contextlib.contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        one = playwright.chromium.launch(executable_path=chromium.find(), args=FLAGS)
        yield one
        one.close()


def complaints(page: Page) -> list[str]:
    """What the console of this page says from now on: script errors and refusals of the security policy."""
    heard: list[str] = []
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("console", lambda said: heard.append(said.text) if said.type == "error" else None)
    return heard


class Shopper:
    """Somebody with a phone, in one brand's shop."""

    def __init__(self, status: dict[str, Any], page: Page, slug: str) -> None:
        self.inbox = status["inbox"]
        self.page = page
        self.shop = next(brand["url"] for brand in status["brands"] if brand["slug"] == slug).rstrip("/")
        self.address = f"shopper-{uuid.uuid4().hex[:10]}@example.com"

    def open(self, path: str) -> None:
        self.page.goto(self.shop + path)

    def add(self, path: str) -> None:
        """Put what a product page offers into the cart, and close the drawer that opens."""
        self.open(path)
        self.page.get_by_role("button", name="Add to cart").click()
        self.page.get_by_role("dialog").get_by_text("Added to your cart").wait_for()
        self.page.keyboard.press("Escape")

    def sign_in(self) -> None:
        """From the login page; the code goes off by itself when its sixth digit is typed."""
        self.page.get_by_label("Mobile number or e-mail").fill(self.address)
        self.page.keyboard.press("Enter")
        self.page.get_by_label("Six-digit code").press_sequentially(self._code())
        self.page.get_by_label("Name").fill("Asha Menon")
        self.page.get_by_role("button", name="Save and go on").click()

    def give_address(self) -> None:
        for name, value in ADDRESS.items():
            self.page.locator(f"#f-{name}").fill(value)
        self.page.get_by_label("State").select_option("27")
        self.page.get_by_role("button", name="Deliver here").click()

    def pay(self) -> str:
        """Pay on the provider's page and come back; returns the number of the order."""
        self.page.locator(".button-buy").click()
        self.page.get_by_role("button", name="Pay").click()
        self.page.wait_for_url("**/orders/*?placed=1")
        self.page.get_by_role("heading", name="Thank you, it is ordered.").wait_for(timeout=20_000)
        return self.page.url.split("/orders/")[1].split("?")[0]

    def _code(self) -> str:
        for _ in range(100):
            answer = requests.get(f"{self.inbox}/messages?to={self.address}&limit=1", timeout=10)
            if found := answer.json()["messages"]:
                return str(found[0]["code"])
            time.sleep(0.2)
        raise AssertionError("no code arrived in the inbox")

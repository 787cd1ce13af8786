"""A person's browser window: where they are, how they sign in, and a picture of what they see."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize, expect, sync_playwright

from infra.local import chromium as programs
from tests.e2e import authenticator
from tests.e2e.driver import fresh_code, newest_id, until

if TYPE_CHECKING:
    from collections.abc import Iterator

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
PATIENCE_MS = 60_000  # a busy machine is slow, not broken
SIZES: dict[str, ViewportSize] = {
    "phone": {"width": 390, "height": 844},
    "desktop": {"width": 1360, "height": 860},
}


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    program = programs.find()
    if program is None:
        pytest.skip(programs.advice())
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


class Window:
    def __init__(
        self, browser: Browser, stack: dict[str, Any], host: str, *, size: str, scripts: bool, shots: Path | None
    ) -> None:
        self.stack, self.size, self.scripts, self.shots = stack, size, scripts, shots
        port = urlsplit(stack["platform"]["url"]).port
        self.origin = f"http://{host}:{port}"
        self.problems: list[str] = []
        self._context = browser.new_context(
            viewport=SIZES[size],
            has_touch=size == "phone",
            java_script_enabled=scripts,
            locale="en-IN",
            timezone_id="Asia/Kolkata",
            reduced_motion="reduce",
        )
        self._context.set_default_timeout(PATIENCE_MS)
        self.page: Page = self._context.new_page()
        self.page.on("console", self._listen)
        self.page.on("pageerror", lambda error: self.problems.append(f"{self.page.url}: {error}"))

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.problems.append(f"{self.page.url}: {message.text}")

    def go(self, path: str) -> int:
        answer = self.page.goto(self.origin + path)
        return answer.status if answer else 0

    def shoot(self, name: str) -> None:
        if self.shots:
            self.page.screenshot(path=self.shots / f"{name}-{self.size}.png", full_page=True)

    def overflow(self) -> int:
        """Pixels by which the page is wider than the window."""
        found: int = self.page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")
        return max(found, 0)

    def go_on_from(self, other: Window) -> None:
        """Take over the session of a window that does nothing from now on: each renewal changes the cookie."""
        other.page.goto("about:blank")
        self._context.add_cookies(cast("Any", other._context.cookies()))

    def sign_in_to_portal(self, identifier: str) -> None:
        """On the first page of a staff portal."""
        self.prove_address(identifier)
        self._second_step(identifier)
        expect(self.page.get_by_role("navigation", name="Main")).to_be_visible()

    def prove_address(self, identifier: str) -> None:
        """With the code that is sent there: the first of two steps for staff."""
        before = newest_id(self.stack, identifier)
        self.go("/")
        self.page.get_by_label("Mobile number or e-mail").fill(identifier)
        self.page.get_by_role("button", name="Send code").click()
        box = self.page.get_by_label("Code sent to")
        expect(box).to_be_visible()
        box.fill(self._code(identifier, before))
        expect(box).to_have_count(0)

    def _second_step(self, identifier: str) -> None:
        """What staff are asked after the code; sellers without a factor are asked nothing."""
        inside = self.page.get_by_role("navigation", name="Main")
        typed = self.page.get_by_label("Code of your authenticator app")
        begin = self.page.get_by_role("button", name="Set up an authenticator app")
        expect(inside.or_(typed).or_(begin).first).to_be_visible()
        if typed.is_visible():
            self.shoot("login-factor")
            typed.fill(authenticator.code(self.stack, identifier))
        elif begin.is_visible():
            self.shoot("login-enrol")
            begin.click()
            self.enrol_app(identifier)

    def enrol_app(self, identifier: str) -> None:
        """From the picture of the key to the recovery codes, which are shown this once."""
        secret = self.page.locator("[data-secret]")
        expect(secret).to_be_visible()
        self.shoot("enrol-app")
        authenticator.keep(self.stack, identifier, secret.get_attribute("data-secret") or "")
        self.page.get_by_label("Code that the app shows").fill(authenticator.code(self.stack, identifier))
        kept = self.page.get_by_role("button", name="I have kept them")
        expect(kept).to_be_visible()
        self.shoot("recovery-codes")
        kept.click()

    def sign_in_to_shop(self, identifier: str) -> None:
        """From wherever the storefront asks for it; the code goes off by itself where scripts run."""
        before = newest_id(self.stack, identifier)
        self.page.get_by_label("Mobile number or e-mail").fill(identifier)
        self.page.get_by_role("button", name="Send me a code").click()
        box = self.page.get_by_label("Six-digit code")
        expect(box).to_be_visible()
        box.press_sequentially(self._code(identifier, before))
        if not self.scripts:
            self.page.get_by_role("button", name="Sign in", exact=True).click()
        expect(box).to_have_count(0)

    def _code(self, identifier: str, before: int) -> str:
        return str(until(lambda: fresh_code(self.stack, identifier, before), "the code"))

    def close(self) -> None:
        self._context.close()

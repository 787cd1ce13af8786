"""Driving a running stack over HTTP as its people would: codes from the inbox, hosts by header, tokens as bearer."""

from __future__ import annotations

import time
import uuid
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import requests

if TYPE_CHECKING:
    from collections.abc import Callable

TIMEOUT_SECONDS = 60  # a busy machine is slow, not broken


def until(ready: Callable[[], Any], what: str, seconds: float = 45.0) -> Any:
    """Ask until something truthy comes back; a stack that is starting again may refuse in between."""
    end = time.monotonic() + seconds
    last: object = None
    while time.monotonic() < end:
        try:
            found = ready()
        except (requests.RequestException, AssertionError, ValueError) as error:  # half an answer is no answer
            found, last = None, error
        if found:
            return found
        time.sleep(0.2)
    raise AssertionError(f"{what} did not happen within {seconds} s; last: {last}")


def messages(status: dict[str, Any], identifier: str, limit: int = 20) -> list[dict[str, Any]]:
    """What the inbox got for a phone or mail address, newest first."""
    answer = requests.get(
        f"{status['inbox']}/messages", params={"to": identifier, "limit": limit}, timeout=TIMEOUT_SECONDS
    )
    found: list[dict[str, Any]] = answer.json()["messages"]
    return found


def newest_id(status: dict[str, Any], identifier: str) -> int:
    return max((message["id"] for message in messages(status, identifier, 1)), default=0)


def fresh_code(status: dict[str, Any], identifier: str, before: int) -> str | None:
    """The code of a message that came after `before`: an earlier code of the same person is worth nothing."""
    return next((row["code"] for row in messages(status, identifier) if row["id"] > before and row["code"]), None)


def all_running(status: dict[str, Any]) -> bool:
    return status["state"] == "up" and all(row["state"] == "running" for row in status["processes"])


class Caller:
    """One person on one portal of the stack that `status --json` describes."""

    def __init__(self, status: dict[str, Any], host: str) -> None:
        self.status, self.host = status, host
        self.port = urlsplit(status["platform"]["url"]).port
        self.headers = {"Host": f"{host}:{self.port}", "Haat-Device": uuid.uuid4().hex}  # codes are bound to who asked
        self.role = "customer"

    def call(self, method: str, path: str, body: Any = None, *, key: str | None = None) -> requests.Response:
        url = f"http://127.0.0.1:{self.port}{path if path.startswith('/') else f'/api/v1/{self.role}/{path}'}"
        headers = self.headers | ({"Idempotency-Key": key} if key else {})
        return requests.request(method, url, json=body, headers=headers, timeout=TIMEOUT_SECONDS, allow_redirects=False)

    def data(self, method: str, path: str, body: Any = None, *, key: str | None = None) -> Any:
        answer = self.call(method, path, body, key=key)
        assert answer.status_code < 300, f"{method} {path}: {answer.status_code} {answer.text[:500]}"
        return answer.json()["data"]

    def sign_in(self, identifier: str, role: str) -> Caller:
        self.role = role
        before = newest_id(self.status, identifier)
        challenge = self.data("POST", "/api/v1/auth/login", {"identifier": identifier})["challenge_id"]
        code = until(lambda: fresh_code(self.status, identifier, before), "the code")
        found = self.data("POST", "/api/v1/auth/verify", {"challenge_id": challenge, "code": code})
        if found.get("next"):
            found = self._second_step(identifier, found["next"], {"ticket": found["ticket"]})
        self.headers["Authorization"] = f"Bearer {found['access']}"
        return self

    def _second_step(self, identifier: str, step: str, ticket: dict[str, str]) -> Any:
        """Enrol an app at the first sign-in; type its code at the later ones."""
        from tests.e2e import authenticator  # which asks the inbox through this module

        if step == "factor":
            given = ticket | {"method": "totp", "code": authenticator.code(self.status, identifier)}
            return self.data("POST", "/api/v1/auth/factor", given)
        path = "/api/v1/auth/enrolment/authenticator"
        setup = self.data("POST", path, ticket)
        authenticator.keep(self.status, identifier, setup["secret"])
        given = ticket | {"id": setup["id"], "code": authenticator.code(self.status, identifier)}
        return self.data("POST", f"{path}/confirmation", given)


ADDRESS = {
    "name": "Asha Rao", "phone": "9820012345", "line1": "12 Lane", "city": "Mumbai", "state": "27", "pin": "400050",
}  # fmt: skip


class Shopper(Caller):
    """A new customer who buys things."""

    def __init__(self, status: dict[str, Any], slug: str) -> None:
        brand = next(row for row in status["brands"] if row["slug"] == slug)
        super().__init__(status, brand["host"])
        self.sign_in(f"shopper-{uuid.uuid4().hex[:10]}@example.com", "customer")
        self.address = self.data("POST", "addresses", ADDRESS)["id"]

    def fill(self, sellers: int = 2) -> None:
        """Something of as many sellers as asked for."""
        taken: set[str] = set()
        for card in self.data("GET", "products?in_stock=true&limit=100"):
            if card["seller"] and card["seller"]["slug"] not in taken:
                detail = self.data("GET", f"products/{card['slug']}")
                offers = [offer for variant in detail["variants"] for offer in variant["offers"]]
                offer = next(
                    row for row in offers if row["in_stock"] and row["seller"]["slug"] == card["seller"]["slug"]
                )
                self.data("POST", "cart/lines", {"offer_id": offer["id"], "quantity": 1})
                taken.add(card["seller"]["slug"])
            if len(taken) == sellers:
                return
        raise AssertionError(f"only {len(taken)} sellers have something in stock")

    def order(self, method: str = "razorpay") -> dict[str, Any]:
        choice = {"address_id": self.address, "payment_method": method}
        total = self.data("POST", "checkout/quote", choice)["total"]["minor"]
        placed: dict[str, Any] = self.data(
            "POST", "orders", choice | {"expected_total_minor": total}, key=uuid.uuid4().hex
        )
        return placed

    def pay(self, placed: dict[str, Any], outcome: str = "success") -> dict[str, Any] | None:
        """On the provider's side only, as if the browser closed before it came back."""
        body = {"order": placed["payment"]["provider_order_id"], "method": "upi", "outcome": outcome}
        answer = requests.post(f"{simulator(self.status)}/_sim/pay", json=body, timeout=TIMEOUT_SECONDS)
        assert answer.ok, answer.text
        found: dict[str, Any] | None = answer.json()["callback"]
        return found


def simulator(status: dict[str, Any]) -> str:
    """The simulator by an address that a plain client can resolve."""
    return f"http://127.0.0.1:{urlsplit(status['simulator']).port}"

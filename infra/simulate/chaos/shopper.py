"""One checkout after the other, by one person: guest's cart, address, quote, order, payment at the provider, back again."""

from __future__ import annotations

import random
import threading
import uuid
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import requests

from infra.simulate.chaos.browser import TIMEOUT_SECONDS, Browser, GaveUp, Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

ADDRESS = {
    "name": "Asha Rao", "phone": "9820012345", "line1": "12 Lane", "city": "Mumbai", "state": "27", "pin": "400050",
}  # fmt: skip
WALKS_AWAY, NEVER_COMES_BACK, PAYS_CASH = 0.05, 0.20, 0.15


@dataclass(slots=True)
class Checkout:
    """What the shopper was told of one checkout."""

    key: str
    number: str = ""
    is_cash: bool = False
    paid: bool = False
    told_placed: bool = False
    refused: str = ""


@dataclass(slots=True)
class Crowd:
    """All shoppers together."""

    wanted: int
    offers: Sequence[str]
    checkouts: list[Checkout] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def next_one(self) -> Checkout | None:
        with self.lock:
            if len(self.checkouts) >= self.wanted:
                return None
            self.checkouts.append(Checkout(uuid.uuid4().hex))
            return self.checkouts[-1]

    def done(self) -> int:
        return sum(bool(one.told_placed or one.refused or one.number) for one in list(self.checkouts))


class Shopper:
    def __init__(self, status: dict[str, Any], host: str, crowd: Crowd, dice: random.Random) -> None:
        self.status, self.crowd, self.dice = status, crowd, dice
        self.browser = Browser(status, host, f"chaos-{uuid.uuid4().hex[:10]}@example.com", crowd.seen)
        self.address = ""

    def run(self) -> None:
        try:
            self.browser.sign_in()
            self.address = self.browser.call("POST", "addresses", ADDRESS)["id"]
            while one := self.crowd.next_one():
                self._buy(one)
        except Exception as error:
            self.crowd.faults.append(f"a shopper gave up: {type(error).__name__}: {error}")

    def _buy(self, one: Checkout) -> None:
        one.is_cash = self.dice.random() < PAYS_CASH
        try:
            placed = self._order(one)
            one.number = placed["order"]["number"]
            if one.is_cash:
                one.told_placed = placed["order"]["status"] == "placed"
            elif self.dice.random() > WALKS_AWAY:
                self._pay(one, placed)
        except Refused as error:
            one.refused = one.refused or error.code or str(error.status)
            self._empty_cart()
        except GaveUp as error:
            self.crowd.faults.append(f"checkout {one.key}: no answer to {error}")

    def _order(self, one: Checkout) -> Any:
        self._fill()
        choice = {"address_id": self.address, "payment_method": "cod" if one.is_cash else "razorpay"}
        for _ in range(3):
            total = self.browser.call("POST", "checkout/quote", choice)["total"]["minor"]
            try:
                return self.browser.call("POST", "orders", choice | {"expected_total_minor": total}, key=one.key)
            except Refused as error:
                if error.code != "price_changed":
                    raise
        raise Refused(409, "price_changed")

    def _fill(self) -> None:
        """A lost answer may have put it in already: the cart is looked at first."""
        self._empty_cart()
        for offer in self.dice.sample(list(self.crowd.offers), self.dice.choice((1, 1, 2))):
            self.browser.call("POST", "cart/lines", {"offer_id": offer, "quantity": 1})

    def _empty_cart(self) -> None:
        for line in self.browser.call("GET", "cart")["lines"]:
            try:
                self.browser.call("DELETE", f"cart/lines/{line['id']}")
            except Refused as error:
                if error.status != 404:
                    raise

    def _pay(self, one: Checkout, placed: Any) -> None:
        order = placed["payment"]["provider_order_id"]
        while order is None:  # the provider was asked and did not answer in time
            order = self.browser.call("POST", f"orders/{one.number}/payments", {})["provider_order_id"]
        callback = self._at_the_provider(order)
        one.paid = callback is not None
        if callback is None or self.dice.random() < NEVER_COMES_BACK:
            return
        order_now = self.browser.call("POST", f"orders/{one.number}/payment-confirmation", callback)
        one.told_placed = order_now["status"] == "placed"

    def _at_the_provider(self, order: str) -> Any:
        base = f"http://127.0.0.1:{urlsplit(self.status['simulator']).port}"
        answer = requests.post(f"{base}/_sim/pay", json={"order": order, "method": "upi"}, timeout=TIMEOUT_SECONDS)
        if not answer.ok:
            self.crowd.seen["the provider refused a payment"] += 1
            return None
        return answer.json()["callback"]

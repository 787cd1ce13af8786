"""People who buy: each fills a guest's cart, says where to, sees the total, orders and pays."""

from __future__ import annotations

import http.client
import json
import time
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

API = "/api/v1/customer/"
CUSTOMERS = 600
ADDRESS = {
    "name": "Meher Contractor", "phone": "+919812345678", "line1": "4 Marine Drive", "city": "Mumbai", "state": "27",
    "pin": "400020",
}  # fmt: skip
Answer = dict[str, Any]
Send = "Callable[[str, str, Any, dict[str, str]], tuple[int, Answer, str]]"


@dataclass(frozen=True, slots=True)
class World:
    """What shoppers need to know: where the shop is, what it sells, who they are."""

    host: str
    offers: list[str]
    tokens: list[str]


@dataclass(slots=True)
class Trip:
    """One order, from the first thing in the cart until it is placed."""

    steps_ms: dict[str, float] = field(default_factory=dict)

    @property
    def ms(self) -> float:
        return sum(self.steps_ms.values())


class Shopper:
    """Asks by any `send(method, path, body, headers) -> (status, answer, set-cookie)`, so one counts what another times."""

    def __init__(self, world: World, send: Any, pay: Callable[[str], Answer] | None) -> None:
        self.world, self.send, self.pay = world, send, pay

    def buy(self, number: int) -> Trip:
        """Raises RuntimeError when anything is refused."""
        trip, world = Trip(), self.world
        signed_in = {"Authorization": f"Bearer {world.tokens[number % len(world.tokens)]}"}
        line = {"offer_id": world.offers[number % len(world.offers)], "quantity": 1}
        _, cookie = self._ask(trip, "cart", "cart/lines", line, {})
        guest = signed_in | {"Cookie": cookie.partition(";")[0]}
        address, _ = self._ask(trip, "address", "addresses", ADDRESS, signed_in)
        choice = {"address_id": address["data"]["id"], "payment_method": "razorpay" if self.pay else "cod"}
        quote, _ = self._ask(trip, "quote", "checkout/quote", choice, guest)
        order = choice | {"expected_total_minor": quote["data"]["total"]["minor"]}
        placed, _ = self._ask(trip, "order", "orders", order, signed_in | {"Idempotency-Key": uuid.uuid4().hex})
        found = placed["data"]["order"]
        if self.pay:
            fields = self.pay(placed["data"]["payment"]["provider_order_id"])
            paid, _ = self._ask(trip, "confirm", f"orders/{found['number']}/payment-confirmation", fields, signed_in)
            found = paid["data"]
        if found["status"] != "placed":
            raise RuntimeError(f"{found['number']} is {found['status']}")
        return trip

    def _ask(self, trip: Trip, step: str, path: str, body: Any, headers: dict[str, str]) -> tuple[Answer, str]:
        began = time.perf_counter()
        status, answer, cookie = self.send("POST", API + path, body, headers)
        trip.steps_ms[step] = (time.perf_counter() - began) * 1000
        if status not in {200, 201}:
            raise RuntimeError(f"{path}: {status} {answer}")
        return answer, cookie


def wire(port: int, host: str) -> Any:
    """`send` over one kept connection to a web process."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)

    def send(method: str, path: str, body: Any, headers: dict[str, str]) -> tuple[int, Answer, str]:
        own = {"Host": host, "Content-Type": "application/json", "Sec-Fetch-Site": "same-origin"}
        line.request(method, path, json.dumps(body), headers=own | headers)
        answer = line.getresponse()
        return answer.status, json.loads(answer.read() or b"{}"), answer.headers.get("Set-Cookie", "")

    return send


def people(brand: Any) -> list[str]:
    """Signed-in customers of this brand: the last hour's tokens of theirs."""
    from haat.core import clock
    from haat.customers import services as customers
    from haat.identity import services
    from haat.identity.models import User
    from haat.tenancy.context import brand_scope, public_scope

    at, found = clock.now(), []
    for number in range(CUSTOMERS):
        with public_scope():
            user = User.objects.create(name=f"Shopper {number}", email=f"{uuid.uuid4().hex}@example.com")
            pair = services.issue(
                user=user, portal="customer", brand_id=brand.pk, methods=["otp", "email"], user_agent="bench", at=at
            )
        with brand_scope(brand):
            customers.join(user=user, at=at)
        found.append(pair.access)
    return found

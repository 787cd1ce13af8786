"""A shop whose delivered order somebody wants to give back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from haat.orders.models import SellerOrder
from haat.tenancy.context import brand_scope
from tests.books.conftest import deliver, part_of
from tests.checkout.conftest import running_simulator, shop, simulator
from tests.checkout.steps import settled
from tests.support import Api

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop

__all__ = ["running_simulator", "shop", "simulator"]


@dataclass
class Desk:
    """Asha's delivered order, and short ways to speak about its first line of Ravi's."""

    shop: Shop
    number: str
    part: SellerOrder
    ravi: Api
    meera: Api
    nia: Api
    keys: int = 0

    @property
    def line(self) -> str:
        with brand_scope(self.shop.brand):
            return str(self.part.lines.get().pk)

    def key(self) -> str:
        self.keys += 1
        return f"return-key-{self.keys}"

    def ask(self, kind: str = "return", quantity: int = 1, reason: str = "damaged", **more: Any) -> dict[str, Any]:
        line = {"line_id": self.line, "quantity": quantity, "reason": reason} | more.pop("line", {})
        body = {"seller_order": self.part.number, "kind": kind, "lines": [line]} | more
        return dict(self.shop.asha.post(f"orders/{self.number}/returns", body, key=self.key()))

    def do(self, who: Api, number: str, verb: str, body: dict[str, Any] | None = None, key: str = "") -> Any:
        answer = who.post(f"returns/{number}/{verb}", body or {}, key=key or self.key())
        settled(self.shop)
        return answer

    def count(self, received: int, resellable: int, accepted: int, refusal: str = "") -> dict[str, Any]:
        line = {"line_id": self.line, "received": received, "resellable": resellable, "accepted": accepted}
        return {"lines": [line | ({"refusal": refusal} if refusal else {})]}


@pytest.fixture
def desk(shop: Shop, ravi: Any, meera: Any, nia: Any) -> Desk:
    number = shop.paid()
    deliver(shop, number, ravi, meera)
    return _desk(shop, number, ravi, meera, nia)


def _desk(shop: Shop, number: str, ravi: Any, meera: Any, nia: Any) -> Desk:
    with brand_scope(shop.brand):
        part = part_of(number, ravi.seller)
    apis = [Api("seller", shop.brand, person.user) for person in (ravi, meera)]
    return Desk(shop, number, part, *apis, Api("admin", shop.brand, nia.user))

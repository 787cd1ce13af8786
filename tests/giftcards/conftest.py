"""A shop that takes gift cards, with Ravi as the brand's own seller."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from haat.tenancy.context import brand_scope
from tests.checkout.conftest import running_simulator, shop, simulator
from tests.checkout.steps import settled
from tests.support import Api

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop

__all__ = ["running_simulator", "shop", "simulator"]


class Desk:
    """Nia issues, Asha spends."""

    def __init__(self, shop: Shop, nia: Api) -> None:
        self.shop, self.nia = shop, nia

    def issue(self, minor: int, key: str = "", **more: Any) -> dict[str, Any]:
        body = {"amount_minor": minor, "expires_on": "2028-01-31", "funding": "promo"} | more
        answer = self.nia.post("gift-cards", body, key=key or uuid4().hex)
        assert self.nia.status == 201, answer
        return dict(answer["data"])

    def card(self, card: dict[str, Any]) -> dict[str, Any]:
        return dict(self.nia.get(f"gift-cards/{card['card']['id']}")["data"])

    def quote(self, method: str = "razorpay") -> dict[str, Any]:
        return self.shop.quote(method)

    def order(self, method: str = "razorpay", key: str = "key-1") -> dict[str, Any]:
        """Placed with the card that the cart has, and paid for the rest."""
        quote = self.quote(method)
        body = {
            "address_id": str(self.shop.customer.address.pk), "payment_method": method,
            "expected_total_minor": quote["total"]["minor"], "expected_gift_card_minor": quote["gift_card"]["pays"]["minor"],
        }  # fmt: skip
        placed = dict(self.shop.asha.post("orders", body, key=key))
        assert self.shop.asha.status == 201, placed
        return placed

    def pay(self, placed: dict[str, Any]) -> str:
        number = str(placed["data"]["order"]["number"])
        if placed["data"]["payment"]["provider"] == "razorpay":
            self.shop.come_back(number, self.shop.pay(placed) or {})
        settled(self.shop)
        return number


@pytest.fixture
def desk(shop: Shop, nia: Any, ravi: Any) -> Desk:
    from haat.tenancy.models import Brand

    shop.brand.settings["policies"]["gift_cards"] = True
    Brand.objects.filter(pk=shop.brand.pk).update(settings=shop.brand.settings)
    staff = Api("admin", shop.brand, nia.user)
    with brand_scope(shop.brand):
        seller = ravi.seller.pk
    staff.put(f"sellers/{seller}/own", {"is_own": True, "reason": "Our own goods"})
    assert staff.status == 200, staff.response.content
    return Desk(shop, staff)

"""Two months of a shop as its people make them over their own APIs: June with all that goes back, July with one return."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import time_machine

from haat.core import clock
from haat.customers.models import Address
from haat.documents import services as documents
from haat.inventory.models import Stock
from haat.tenancy.context import brand_scope
from tests.books.conftest import deliver, part_of
from tests.checkout.steps import settled
from tests.goods import make_category, make_offer, make_product
from tests.support import Api, gstin_of

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop

INDIA = ZoneInfo("Asia/Kolkata")
BUSINESS = {"business_name": "Asha Studio LLP", "tax_number": gstin_of("AAPFB1234C", "27")}
CANDLE = "34060010"  # HSN at 5 %


@dataclass
class Trading:
    """Asha buys of Ravi (of her own state) and Meera (of another); Nia looks after the brand."""

    shop: Shop
    ravi: Any
    meera: Any
    nia: Any
    clock: time_machine.Coordinates
    orders: dict[str, str] = field(default_factory=dict)  # by what happens to them
    candle: Any = None
    keys: int = 0

    def __post_init__(self) -> None:
        with brand_scope(self.shop.brand):
            Stock.objects.update(on_hand=50)
            candle = make_product("Sandal candle", category=make_category("candles"))
            self.candle = make_offer(candle, seller=self.ravi.seller, price_minor=21_000, stock=50)
            type(self.candle.variant).objects.filter(pk=self.candle.variant_id).update(hsn=CANDLE)

    def on(self, month: int, day: int) -> None:
        """Noon of a day; everybody signs in anew."""
        self.clock.move_to(datetime(2026, month, day, 12, tzinfo=INDIA))
        self.shop.asha = Api("customer", self.shop.brand, self.shop.customer.user)

    def live_at(self, address_id: str) -> None:
        with brand_scope(self.shop.brand):
            address = Address.objects.get(pk=address_id)
            self.shop.customer = replace(self.shop.customer, address=address)

    def key(self) -> str:
        self.keys += 1
        return f"trade-{self.keys}"

    def seller(self, person: Any) -> Api:
        return Api("seller", self.shop.brand, person.user)

    @property
    def staff(self) -> Api:
        return Api("admin", self.shop.brand, self.nia.user)

    def buy(self, name: str, *goods: tuple[Any, int], method: str = "razorpay") -> None:
        for offer, quantity in goods:
            self.shop.asha.post("cart/lines", {"offer_id": str(offer.pk), "quantity": quantity})
            assert self.shop.asha.status == 201, self.shop.asha.response.content
        placed = self.shop.order(method, key=self.key())
        assert self.shop.asha.status == 201, placed
        self.orders[name] = number = str(placed["data"]["order"]["number"])
        if method == "razorpay":
            self.shop.come_back(number, self.shop.pay(placed) or {})
        settled(self.shop)

    def deliver(self, *names: str) -> None:
        for name in names:
            number = self.orders[name]
            with brand_scope(self.shop.brand):
                people = [one for one in (self.ravi, self.meera) if self._parts(number, one).exists()]
            deliver(self.shop, number, *people)

    def _parts(self, number: str, person: Any) -> Any:
        from haat.orders.models import SellerOrder

        return SellerOrder.objects.filter(order__number=number, seller=person.seller)

    def line(self, name: str, person: Any, title: str) -> tuple[str, str]:
        """(number of the part, id of its line)"""
        with brand_scope(self.shop.brand):
            part = part_of(self.orders[name], person.seller)
            return part.number, str(part.lines.get(title=title).pk)

    def give_back(self, name: str, person: Any, *wanted: tuple[str, int], reason: str, **more: Any) -> None:
        """Asked for, agreed to, sent, counted and accepted whole."""
        lines = [(*self.line(name, person, title), quantity) for title, quantity in wanted]
        body = {
            "seller_order": lines[0][0], "kind": "return",
            "lines": [{"line_id": line, "quantity": quantity, "reason": reason} for _, line, quantity in lines],
        } | more  # fmt: skip
        asha, seller = self.shop.asha, self.seller(person)
        made = asha.post(f"orders/{self.orders[name]}/returns", body, key=self.key())
        assert asha.status == 201, made
        number = made["data"]["number"]
        seller.post(f"returns/{number}/approval", {}, key=self.key())
        asha.post(f"returns/{number}/sending", {}, key=self.key())
        counts = [
            {"line_id": line, "received": quantity, "resellable": quantity, "accepted": quantity}
            for _, line, quantity in lines
        ]
        done = seller.post(f"returns/{number}/receipt", {"lines": counts}, key=self.key())
        assert (seller.status, done["data"]["status"]) == (200, "refunded"), done
        settled(self.shop)

    def lower(self, name: str, person: Any, title: str, minor: int, paid_by: str) -> None:
        part, line = self.line(name, person, title)
        body = {"line_id": line, "amount_minor": minor, "paid_by": paid_by, "reason": "A scratch"}
        staff = self.staff
        staff.post(f"seller-orders/{part}/goodwill", body, key=self.key())
        assert staff.status == 201, staff.response.content
        settled(self.shop)

    def call_off(self, name: str, person: Any, title: str, quantity: int) -> None:
        part, line = self.line(name, person, title)
        body = {"seller_order": part, "lines": [{"line_id": line, "quantity": quantity}], "reason": "By mistake"}
        self.shop.asha.post(f"orders/{self.orders[name]}/cancellation", body, key=self.key())
        assert self.shop.asha.status == 200, self.shop.asha.response.content
        settled(self.shop)

    def pay_cash_back(self, utr: str) -> None:
        staff = self.staff
        (row,) = staff.get("refunds/bank", status="pending")["data"]
        staff.post(f"refunds/{row['id']}/bank-payment", {"bank_reference": utr}, key=self.key())
        assert staff.status == 200, staff.response.content
        settled(self.shop)

    def close(self) -> None:
        with brand_scope(self.shop.brand):
            documents.close_months(at=clock.now())


def june(trade: Trading) -> None:
    """The month itself, in the order in which it happened."""
    serum, bowl, candle, ravi, meera = trade.shop.serum, trade.shop.bowl, trade.candle, trade.ravi, trade.meera
    trade.on(6, 3)
    trade.buy("one of three", (serum, 3), (bowl, 2))
    trade.buy("lowered", (serum, 2), (bowl, 1))
    trade.buy("called off", (serum, 2), (candle, 2))
    trade.call_off("called off", ravi, "Sandal candle", 2)
    trade.on(6, 4)
    trade.buy("whole", (serum, 1), (candle, 1))
    trade.buy("whole of another state", (bowl, 1))
    trade.buy("cash", (serum, 1), method="cod")
    trade.on(6, 6)
    trade.deliver("one of three", "lowered", "called off", "whole", "whole of another state", "cash")
    trade.on(6, 8)
    trade.give_back("one of three", ravi, ("Rose serum", 1), reason="changed_mind")
    trade.lower("lowered", ravi, "Rose serum", 10_000, "seller")
    trade.lower("lowered", meera, "Blue bowl", 5_000, "brand")
    trade.on(6, 9)
    trade.give_back("whole", ravi, ("Rose serum", 1), ("Sandal candle", 1), reason="damaged")
    trade.give_back("whole of another state", meera, ("Blue bowl", 1), reason="changed_mind")
    payee = {"kind": "upi", "name": "Asha", "vpa": "asha@upi"}
    trade.give_back("cash", ravi, ("Rose serum", 1), reason="damaged", payee=payee)
    trade.pay_cash_back("UTR00000001")
    trade.on(6, 26)
    trade.buy("later", (bowl, 2))
    trade.on(6, 29)
    trade.deliver("later")
    studio = BUSINESS | {
        "name": "Asha",
        "phone": "9820012345",
        "line1": "9 Mill",
        "city": "Pune",
        "state": "27",
        "pin": "411001",
    }
    trade.live_at(trade.shop.asha.post("addresses", studio)["data"]["id"])
    trade.buy("for a business", (candle, 4))
    trade.deliver("for a business")
    trade.give_back("for a business", ravi, ("Sandal candle", 1), reason="changed_mind")


def july(trade: Trading) -> None:
    trade.on(7, 1)
    trade.close()
    trade.on(7, 2)
    trade.give_back("later", trade.meera, ("Blue bowl", 1), reason="changed_mind")
    trade.on(8, 1)
    trade.close()

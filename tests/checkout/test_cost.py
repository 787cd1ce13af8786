"""What an order asks of the database: a budget for each request of it, which more lines and sellers do not raise much."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import connection

from tests.support import Api

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.checkout.conftest import Shop

NOT_COUNTED = ("SAVEPOINT", "RELEASE SAVEPOINT", "SET CONSTRAINTS")  # here everything is inside of a test's transaction
SERIES, ACCOUNTS = 2, 3  # the brand's first order makes the year's series of numbers, its first payment the accounts
ADDRESS = {
    "name": "Asha", "phone": "+919812345678", "line1": "4 Marine Drive", "city": "Mumbai", "state": "27", "pin": "400020",
}  # fmt: skip


def statements(act: Callable[[], Any]) -> list[str]:
    sent: list[str] = []

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        if not sql.startswith(NOT_COUNTED):
            sent.append(" ".join(sql.split())[:90])
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        act()
    return sent


def test_a_cash_order_of_a_guests_cart_needs_few_statements(shop: Shop) -> None:
    """From an empty cart to placed; `./haat bench checkout` measures what this costs."""
    guest = Api("customer", shop.brand)
    asha = shop.asha
    asha.client = guest.client  # the same browser, signed in between cart and address
    line = {"offer_id": str(shop.serum.pk), "quantity": 1}
    asha.get("addresses")
    sent = {
        "cart": statements(lambda: guest.post("cart/lines", line)),
        "address": statements(lambda: asha.post("addresses", ADDRESS)),
        "quote": statements(lambda: shop.quote("cod")),
    }
    total = shop.quote("cod")["total"]["minor"]
    sent["order"] = statements(lambda: shop.order("cod", total=total))
    assert asha.status == 201, asha.response.content
    most = {"cart": 4, "address": 5, "quote": 7, "order": 17 + SERIES}
    assert {step: rows for step, rows in sent.items() if len(rows) > most[step]} == {}


def test_paying_online_needs_few_statements_and_two_sellers_few_more(shop: Shop) -> None:
    shop.fill()
    total = shop.quote()["total"]["minor"]
    placed: dict[str, Any] = {}
    order = statements(lambda: placed.update(shop.order(total=total)))
    assert len(order) <= 16 + SERIES, order  # as with one seller
    number, callback = placed["data"]["order"]["number"], shop.pay(placed)
    confirm = statements(lambda: shop.asha.post(f"orders/{number}/payment-confirmation", callback))
    assert shop.asha.status == 200, shop.asha.response.content
    assert len(confirm) <= 17 + ACCOUNTS, confirm
    again = statements(lambda: shop.asha.post(f"orders/{number}/payment-confirmation", callback))
    assert len(again) <= 10, again

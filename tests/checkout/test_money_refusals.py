"""What no money route takes: each is refused with its own words at its own field, and nothing moves."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from haat.core import clock
from haat.giftcards.models import GiftCard
from haat.inventory.models import Reservation, Stock
from haat.ledger.models import Account, Transaction
from haat.orders.models import Credit, Order
from haat.payments.models import Payment, Refund
from haat.payouts.models import Adjustment, CashRemittance
from haat.promotions import services as promotions
from haat.promotions.models import Coupon
from haat.tenancy.context import brand_scope
from tests.books.conftest import deliver, part_of
from tests.checkout.steps import settled
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop

HUGE = 10**30
ODD_AMOUNTS = [-1, HUGE, 1.5, "1.50", "₹100", "1e3", True, None, [1], {"minor": 1}, "AED 100"]


def standing(shop: Shop) -> dict[str, Any]:
    """Everything that money is, and every row that could move it."""
    with brand_scope(shop.brand):
        return {
            "accounts": sorted(Account.objects.values_list("code", "in_minor", "out_minor")),
            "rows": [
                one.objects.count() for one in (Transaction, Order, Payment, Refund, Credit, Adjustment, CashRemittance, GiftCard)
            ],
            "stock": sorted(Stock.objects.values_list("pk", "on_hand", "reserved")),
            "held": Reservation.objects.count(),
            "orders": sorted(Order.objects.values_list("number", "status", "total_minor")),
            "refunded": sorted(Payment.objects.values_list("pk", "refunded_minor", "status")),
        }  # fmt: skip


def refused(
    shop: Shop, who: Api, path: str, body: Any, status: int, code: str, field: str = "", key: str = "odd"
) -> Any:
    before = standing(shop)
    answer = who.post(path, body, key=f"{key}-{abs(hash((path, repr(body))))}")
    assert (who.status, answer["error"]["code"]) == (status, code), (path, body, answer)
    if field:
        assert list(answer["error"]["details"]) == [field], answer
    assert standing(shop) == before, (path, body)
    return answer["error"]


@pytest.fixture
def sold(shop: Shop, ravi: Any, meera: Any) -> str:
    number = shop.paid()
    deliver(shop, number, ravi, meera)
    return number


@pytest.mark.parametrize("method", ["razorpay", "cod"])
def test_an_order_for_another_total_than_the_quotes_is_none(shop: Shop, method: str) -> None:
    shop.fill(shop.serum)
    total = shop.quote(method)["total"]["minor"]
    body = {"address_id": str(shop.customer.address.pk), "payment_method": method}
    for odd in ODD_AMOUNTS:
        refused(shop, shop.asha, "orders", body | {"expected_total_minor": odd}, 422, "invalid", "expected_total_minor")
    for tampered in (0, 1, total - 1, total + 1, total * 100):
        said = refused(shop, shop.asha, "orders", body | {"expected_total_minor": tampered}, 409, "price_changed")
        assert said["details"]["total_minor"] == total
    right = body | {"expected_total_minor": total}
    refused(shop, shop.asha, "orders", right | {"expected_gift_card_minor": 100}, 409, "gift_card_changed")
    for more, field in (
        ({"currency": "USD"}, "currency"), ({"discount_minor": 99_999}, "discount_minor"), ({"total_minor": 1}, "total_minor"),
        ({"payment_method": "crypto"}, "payment_method"), ({"address_id": "mine"}, "address_id"),
    ):  # fmt: skip
        refused(shop, shop.asha, "orders", right | more, 422, "invalid", field)


def test_a_confirmation_for_what_was_never_paid_online_is_not_genuine(shop: Shop) -> None:
    shop.fill(shop.serum)
    number = shop.order("cod", total=shop.quote("cod")["total"]["minor"])["data"]["order"]["number"]
    paid = {
        "razorpay_payment_id": "pay_00000000000001", "razorpay_order_id": "order_00000000000001", "razorpay_signature": "0" * 64,
    }  # fmt: skip
    refused(shop, shop.asha, f"orders/{number}/payment-confirmation", paid, 400, "bad_signature")


def test_a_code_that_is_over_unknown_or_paused_takes_nothing_off(shop: Shop) -> None:
    shop.fill(shop.serum)
    total, at = shop.quote()["total"]["minor"], clock.now()
    with brand_scope(shop.brand):
        spec = promotions.Spec(
            name="Old", benefit="fixed", starts_at=at - timedelta(days=9), ends_at=at + timedelta(days=1), needs_code=True,
            amount_minor=5_000,
        )  # fmt: skip
        row = promotions.draft(spec=spec, currency="INR")
        promotions.add_coupon(promotion=row, code="OLD", uses_max=5)
        promotions.move(promotion=row, verb="launch", at=at)
    shop.asha.post("checkout/codes", {"code": "OLD"})
    assert shop.asha.status == 200
    assert shop.quote()["total"]["minor"] == total - 5_000
    with brand_scope(shop.brand):
        type(row).objects.filter(pk=row.pk).update(ends_at=at - timedelta(seconds=1))
    said = shop.order(total=total - 5_000, key="late")  # it was seen while it lasted
    assert (shop.asha.status, said["error"]["code"]) == (409, "price_changed")
    assert said["error"]["details"] == {"expected_minor": total - 5_000, "total_minor": total}
    for code, reason in (("OLD", "expired"), ("NONE", "unknown")):
        error = refused(shop, shop.asha, "checkout/codes", {"code": code}, 422, "code_refused")
        assert error["details"]["reason"] == reason
    with brand_scope(shop.brand):
        assert Coupon.objects.get().uses == 0


def test_what_is_not_to_be_cancelled_returned_or_paid_stays_as_it_is(shop: Shop, sold: str, ravi: Any) -> None:
    with brand_scope(shop.brand):
        part = part_of(sold, ravi.seller)
        line = str(part.lines.get().pk)
    seller = Api("seller", shop.brand, ravi.user)
    refused(shop, shop.asha, f"orders/{sold}/cancellation", {"reason": "x"}, 409, "order_not_cancellable")
    some = {"seller_order": part.number, "lines": [{"line_id": line, "quantity": 1}]}
    refused(shop, shop.asha, f"orders/{sold}/cancellation", some, 409, "credit_not_possible")
    refused(shop, shop.asha, f"orders/{sold}/payments", {}, 409, "nothing_to_pay")
    refused(shop, shop.asha, f"orders/{sold}/cash", {"expected_total_minor": 1}, 409, "nothing_to_pay")
    refused(shop, seller, f"orders/{part.number}/delivery", {}, 409, "order_state")
    refused(shop, seller, f"orders/{part.number}/decline", {"reason": "x"}, 409, "order_not_cancellable")
    wanted = {
        "seller_order": part.number,
        "kind": "return",
        "lines": [{"line_id": line, "quantity": 3, "reason": "damaged"}],
    }
    refused(shop, shop.asha, f"orders/{sold}/returns", wanted, 409, "not_returnable")
    for odd in (0, -1, 1.5, HUGE, "many", None):
        wanted["lines"] = [{"line_id": line, "quantity": odd, "reason": "damaged"}]
        refused(shop, shop.asha, f"orders/{sold}/returns", wanted, 422, "invalid", "lines")


def test_no_odd_amount_goes_from_staff_to_anybody(shop: Shop, sold: str, ravi: Any, nia: Any) -> None:
    staff = Api("admin", shop.brand, nia.user)
    with brand_scope(shop.brand):
        part = part_of(sold, ravi.seller)
        line = part.lines.get()
    gift = {"line_id": str(line.pk), "paid_by": "seller", "reason": "x"}
    path = f"seller-orders/{part.number}/goodwill"
    for odd in [0, 99, *ODD_AMOUNTS]:
        refused(shop, staff, path, gift | {"amount_minor": odd}, 422, "invalid", "amount_minor")
    for much in (line.paid_minor + 1, 10**12):
        refused(shop, staff, path, gift | {"amount_minor": much}, 409, "credit_too_large")
    refused(shop, staff, path, gift | {"amount_minor": 100, "paid_by": "nobody"}, 422, "invalid", "paid_by")
    lend = {"seller_id": str(ravi.seller.pk), "reason": "x"}
    for odd in [0, *(one for one in ODD_AMOUNTS if one != -1)]:
        refused(shop, staff, "payout-adjustments", lend | {"amount_minor": odd}, 422, "invalid", "amount_minor")
    refused(
        shop, staff, "payout-adjustments", lend | {"amount_minor": 1, "currency": "USD"}, 422, "invalid", "currency"
    )
    cash = {"parts": [str(part.pk)], "courier": "Own", "reference": "UTR-1", "received_at": clock.now().isoformat()}
    for odd in ODD_AMOUNTS:
        refused(shop, staff, "cash-remittances", cash | {"amount_minor": odd}, 422, "invalid", "amount_minor")
    settled(shop)


def test_a_refund_by_bank_is_paid_once_and_only_when_it_is_the_banks(
    shop: Shop, sold: str, ravi: Any, nia: Any
) -> None:
    staff = Api("admin", shop.brand, nia.user)
    with brand_scope(shop.brand):
        part = part_of(sold, ravi.seller)
        line = str(part.lines.get().pk)
    gift = {"line_id": line, "amount_minor": 10_000, "paid_by": "seller", "reason": "x"}
    staff.post(f"seller-orders/{part.number}/goodwill", gift, key="goodwill-1")
    assert staff.status == 201, staff.response.content
    run_jobs(shop.brand, only="commissions.")  # then what hangs on it, but for the call to the provider
    run_jobs(shop.brand, only="checkout.")
    with brand_scope(shop.brand):
        refund = Refund.objects.get()
    path = f"refunds/{refund.pk}"
    refused(shop, staff, f"{path}/bank-payment", {"bank_reference": "UTR123456"}, 409, "not_now")
    refused(shop, staff, f"{path}/take-over", {}, 409, "not_now")
    for odd in ("", "x", "a b c d e f", "₹" * 8, "U" * 61, None):
        refused(shop, staff, f"{path}/bank-payment", {"bank_reference": odd}, 422, "invalid", "bank_reference")


def test_a_gift_card_of_no_odd_amount_is_issued(shop: Shop, nia: Any) -> None:
    from haat.tenancy import hosts
    from haat.tenancy.models import Brand

    brand = Brand.objects.get(pk=shop.brand.pk)
    brand.settings["policies"]["gift_cards"] = True
    brand.save(update_fields=["settings"])
    hosts.forget()
    staff = Api("admin", shop.brand, nia.user)
    card = {"expires_on": f"{clock.now() + timedelta(days=400):%Y-%m-%d}", "funding": "promo"}
    for odd in [0, *ODD_AMOUNTS]:
        refused(shop, staff, "gift-cards", card | {"amount_minor": odd}, 422, "invalid", "amount_minor")
    right = card | {"amount_minor": 100}
    for more, field in (
        ({"currency": "USD"}, "currency"),
        ({"expires_on": "2020-01-01"}, "expires_on"),
        ({"funding": "x"}, "funding"),
    ):
        refused(shop, staff, "gift-cards", right | more, 422, "invalid", field)

"""What stands on the slip in a parcel: for cash, what is to be collected with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.checkout.conftest import SENT_SMS
from tests.documents.conftest import deliver
from tests.documents.pdf_text import text_of
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop


def slip(shop: Shop, person: Any, part: str) -> str:
    api = Api("seller", shop.brand, person.user)
    api.get("packing-slips", parts=part)
    assert api.status == 200
    content = b"".join(api.response.streaming_content) if api.response.streaming else api.response.content
    return " ".join(text_of(content).split())


def ordered(shop: Shop, method: str, *offers: Any) -> str:
    shop.fill(*offers)
    placed = shop.order(method)
    number = str(placed["data"]["order"]["number"])
    if method != "cod":
        shop.come_back(number, shop.pay(placed) or {})
    run_jobs(shop.brand)
    return number


def test_a_cash_parcel_says_what_to_collect_and_when_the_fee_is_in_it(shop: Shop, ravi: Any, meera: Any) -> None:
    number = ordered(shop, "cod")  # 2 × 499.00 and delivery 79.00 of Ravi's; 2 × 1,299.00 of Meera's; 49.00 for cash
    assert "To collect ₹1,077.00; ₹1,126.00 if it arrives first" in slip(shop, ravi, f"{number}-A")
    assert "To collect ₹2,598.00; ₹2,647.00 if it arrives first" in slip(shop, meera, f"{number}-B")
    deliver(shop, number, ravi)  # the fee came with it
    text = slip(shop, meera, f"{number}-B")
    assert "To collect ₹2,598.00" in text
    assert "if it arrives first" not in text


def test_one_parcel_has_the_fee_in_it_and_a_paid_one_collects_nothing(shop: Shop, ravi: Any) -> None:
    number = ordered(shop, "cod", shop.serum)
    text = slip(shop, ravi, f"{number}-A")
    assert "To collect ₹1,126.00" in text
    assert "first" not in text


def test_a_paid_parcel_collects_nothing(shop: Shop, ravi: Any) -> None:
    number = ordered(shop, "razorpay", shop.serum)
    text = slip(shop, ravi, f"{number}-A")
    assert "To collect" not in text
    assert "Cash on delivery" not in text


def test_the_text_message_of_a_cancelled_parcel_says_what_is_true_of_its_money(shop: Shop, ravi: Any) -> None:
    for method, words in (("cod", "There is nothing to pay for it."), ("razorpay", "goes back the way it came.")):
        shop.fill(shop.serum)
        placed = shop.order(method, key=method)
        number = str(placed["data"]["order"]["number"])
        if method != "cod":
            shop.come_back(number, shop.pay(placed) or {})
        run_jobs(shop.brand)
        SENT_SMS.clear()
        Api("seller", shop.brand, ravi.user).post(f"orders/{number}-A/decline", {"reason": "Broken"})
        run_jobs(shop.brand)
        told = [one.text for one in SENT_SMS if "was cancelled" in one.text]
        assert len(told) == 1
        assert told[0].endswith(words), told

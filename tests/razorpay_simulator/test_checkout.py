import re
from html import unescape
from urllib.parse import urlencode

import pytest
from razorpay.errors import SignatureVerificationError

from .server import KEY

SHOP = "http://glow.haat.localhost:8000"


@pytest.fixture
def visit(simulator, steps):
    """Open the checkout of an order; the answer can be submitted with `press`."""

    class Visit:
        order = steps.order(189_900, receipt="GLW-26-000123")

        def url(self, **query):
            given = {"key_id": KEY, "callback_url": f"{SHOP}/return", "cancel_url": f"{SHOP}/cart?x=1&y=2", **query}
            return f"{simulator.base}/checkout/{self.order['id']}?{urlencode(given)}"

        def page(self, **query):
            return simulator.http.get(self.url(**query), timeout=5)

        def press(self, outcome, method="upi", **more):
            action = unescape(re.search(r'<form method="post" action="([^"]+)"', self.page(**more).text)[1])
            form = {"outcome": outcome, "method": method, "vpa": "success@razorpay"}
            return simulator.http.post(simulator.base + action, data=form, allow_redirects=False, timeout=5)

    return Visit()


def posted(page):
    return {name: unescape(value) for name, value in re.findall(r'name="(razorpay_\w+)" value="([^"]+)"', page)}


def test_paying_posts_a_signed_answer_to_the_shop(client, visit):
    shown = visit.page(**{"prefill[name]": "Asha Rao"})
    assert "₹1,899.00" in shown.text
    assert "Asha Rao" in shown.text
    assert "<script" not in shown.text
    back = visit.press("success", "card")
    assert f'action="{SHOP}/return"' in back.text
    assert "Continue to the shop" in back.text
    client.utility.verify_payment_signature(posted(back.text))
    payment = client.payment.fetch(posted(back.text)["razorpay_payment_id"])
    assert (payment["status"], payment["method"]) == ("captured", "card")
    assert "Already paid" in visit.page().text


def test_a_failure_offers_another_try(client, visit):
    again = visit.press("fail")
    assert "Payment failed" in again.text
    assert 'value="success">Pay' in again.text
    assert client.order.fetch(visit.order["id"])["status"] == "attempted"
    assert "Payment successful" in visit.press("success").text


def test_cancelling_goes_back_and_pays_nothing(client, visit):
    answer = visit.press("cancel")
    assert (answer.status_code, answer.headers["location"]) == (303, f"{SHOP}/cart?x=1&y=2")
    assert client.order.payments(visit.order["id"])["count"] == 0


def test_a_browser_may_close_or_lie(client, visit):
    assert posted(visit.press("silent").text) == {}
    assert client.order.fetch(visit.order["id"])["status"] == "paid"


def test_a_forged_answer_is_not_signed(client, visit):
    with pytest.raises(SignatureVerificationError):
        client.utility.verify_payment_signature(posted(visit.press("forged").text))


@pytest.mark.parametrize(
    "query",
    [
        {"callback_url": "javascript:alert(1)"},
        {"cancel_url": "data:text/html,x"},
        {"callback_url": "https:///path"},
        {"callback_url": "http://[half"},
        {"key_id": "rzp_test_other"},
    ],
)
def test_bad_visits_are_refused_on_a_page(visit, query):
    page = visit.page(**query)
    assert page.status_code == 400
    assert "This payment cannot be made" in page.text


def test_nothing_a_shop_sends_becomes_markup(visit):
    evil = '"><script>alert(1)</script>'
    page = visit.page(**{"name": evil, "prefill[name]": evil, "callback_url": f"{SHOP}/{evil}", "description": evil})
    assert "<script" not in page.text
    assert "script-src 'sha256-" in page.headers["content-security-policy"]
    assert "<script>alert" not in visit.press("success", callback_url=f"{SHOP}/{evil}").text


def test_razorpays_own_form_address_leads_to_the_page(simulator, visit):
    form = {"key_id": KEY, "order_id": visit.order["id"], "callback_url": f"{SHOP}/return", "amount": "1"}
    page = simulator.http.post(simulator.base + "/v1/checkout/embedded", data=form, timeout=5)
    assert "₹1,899.00" in page.text


def test_the_index_shows_what_there_is_and_escapes_it(simulator, steps):
    steps.paid(receipt="<b>GLW</b>")
    page = simulator.http.get(simulator.base + "/", timeout=5).text
    assert "&lt;b&gt;GLW" in page
    assert "Every paisa is accounted for." in page

"""One request of a customer at the checkout: the order, checked against the key, and the way back."""

import hashlib
import hmac
from urllib.parse import urlencode

from starlette.responses import RedirectResponse, Response

from . import checkout_page, merchants
from .entities import Entity
from .errors import ApiError
from .fields import is_web_url
from .merchants import Merchant
from .world import World

PREFILL = ("name", "email", "contact")


def callback_fields(merchant: Merchant, payment: Entity) -> dict[str, str]:
    """What comes back to the shop; the signature is HMAC-SHA256 of `order|payment` with the key's secret."""
    signed = f"{payment['order_id']}|{payment.id}".encode()
    return {
        "razorpay_payment_id": payment.id,
        "razorpay_order_id": payment["order_id"],
        "razorpay_signature": hmac.new(merchant.key_secret.encode(), signed, hashlib.sha256).hexdigest(),
    }


def safe_url(value: str) -> str:
    """The URL if a browser may be sent there: http or https with a host. Empty when none was given."""
    if value and not is_web_url(value):
        raise ApiError("callback_url and cancel_url must be http or https URLs.")
    return value


class Visit:
    """One request of a customer: the order, checked against the key, and the addresses to return to."""

    def __init__(self, world: World, order_id: str, query: dict[str, str]) -> None:
        self.world, self.query = world, query
        self.merchant = merchants.by_key(world, query.get("key_id", ""))
        self.order = world.fetch("order", order_id, self.merchant.id)
        self.callback_url = safe_url(query.get("callback_url", ""))
        self.cancel_url = safe_url(query.get("cancel_url", ""))
        self.prefill = {name: query.get(f"prefill[{name}]", "") for name in PREFILL}

    def page(self, failure: str = "") -> Response:
        return checkout_page.choose(
            self.order,
            merchant=self.query.get("name") or self.merchant.name,
            payer=list(filter(None, self.prefill.values())),
            action=f"/checkout/{self.order.id}?{urlencode(self.query)}",
            failure=failure,
        )

    def cancel(self) -> Response:
        if self.cancel_url:
            return RedirectResponse(self.cancel_url, status_code=303)
        return checkout_page.message("Payment cancelled", "Nothing was paid. You can close this page.")

    def succeed(self, payment: Entity, outcome: str) -> Response:
        posted = callback_fields(self.merchant, payment)
        if outcome == "silent" or not self.callback_url:
            return checkout_page.message("Payment successful", "The shop learns of it by itself. Close this page.")
        if outcome == "forged":
            posted["razorpay_signature"] = posted["razorpay_signature"][::-1]
        return checkout_page.hand_back(self.callback_url, posted)

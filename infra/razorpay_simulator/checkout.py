"""The hosted checkout page: a customer's browser comes here to pay, and is posted back to the shop."""

import hashlib
import hmac
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from . import attempts, checkout_page, merchants
from .api import world_of
from .entities import Entity
from .errors import ApiError
from .merchants import Merchant
from .world import World

CARRIED = ("key_id", "callback_url", "cancel_url", "name", "description")
PREFILL = ("name", "email", "contact")
DETAILS = ("vpa", "number", "bank")
FORM_BYTES_MAX = 20_000


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
    parts = urlsplit(value)
    if value and (parts.scheme not in ("http", "https") or not parts.hostname):
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


def _visit(request: Request) -> Visit:
    return Visit(world_of(request), request.path_params["order"], dict(request.query_params))


def _refused(error: ApiError) -> Response:
    return checkout_page.message("This payment cannot be made", str(error), good=False)


async def _form(request: Request) -> dict[str, str]:
    raw = await request.body()
    if len(raw) > FORM_BYTES_MAX:
        raise ApiError("The form is too large.")
    return dict(parse_qsl(raw.decode("utf-8", "replace"), keep_blank_values=True))


async def show(request: Request) -> Response:
    try:
        visit = _visit(request)
        if visit.order["status"] == "paid":
            url = checkout_page.link(visit.cancel_url, "Back to the shop")
            return checkout_page.message("Already paid", "This order has been paid.", next_step=url)
        return visit.page()
    except ApiError as error:
        return _refused(error)


async def submit(request: Request) -> Response:
    try:
        form = await _form(request)
        visit = _visit(request)
        outcome = form.get("outcome", "success")
        if outcome == "cancel":
            return visit.cancel()
        payment = _pay(visit, form, "success" if outcome in ("silent", "forged") else outcome)
    except ApiError as error:
        return _refused(error)
    visit.world.wake.set()
    if payment["status"] == "failed":
        return visit.page(failure=payment["error_description"])
    return visit.succeed(payment, outcome)


def _pay(visit: Visit, form: dict[str, str], outcome: str) -> Entity:
    given: dict[str, Any] = {name: form.get(name, "").replace(" ", "")[:100] for name in DETAILS}
    given |= {name: visit.prefill[name] for name in ("email", "contact")}
    given["description"] = visit.query.get("description", "")
    if form.get("method") == "upi" and given["vpa"] == "failure@razorpay":
        outcome = "fail"
    with visit.world.store.transaction():
        return attempts.pay(visit.world, visit.order, method=form.get("method", "upi"), outcome=outcome, given=given)


async def embedded(request: Request) -> Response:
    """Where Razorpay's own hosted checkout takes its form: POST /v1/checkout/embedded."""
    form = await _form(request)
    query = {name: form[name] for name in form if name in CARRIED or name.startswith("prefill[")}
    return RedirectResponse(f"/checkout/{form.get('order_id', '')}?{urlencode(query)}", status_code=303)


ROUTES: list[Route] = [
    Route("/checkout/{order}", show, methods=["GET"]),
    Route("/checkout/{order}", submit, methods=["POST"]),
    Route("/v1/checkout/embedded", embedded, methods=["POST"]),
]

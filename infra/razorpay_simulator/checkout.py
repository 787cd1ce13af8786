"""The hosted checkout page: a customer's browser comes here to pay, and is posted back to the shop."""

from typing import Any
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from . import attempts, checkout_page
from .api import world_of
from .checkout_visit import Visit
from .entities import Entity
from .errors import ApiError

CARRIED = ("key_id", "callback_url", "cancel_url", "name", "description")
DETAILS = ("vpa", "number", "bank")
FORM_BYTES_MAX = 20_000


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

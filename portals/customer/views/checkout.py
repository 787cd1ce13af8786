"""Checking out on one page: where to, how to pay, what it costs, and one button that cannot order twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portals.customer.caching import personal
from portals.customer.page import Page, problem, whole

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

ONLINE, ON_DELIVERY = "razorpay", "cod"


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def checkout(request: HttpRequest) -> HttpResponse:
    page = Page(request)
    return _order(page) if request.method == "POST" else show(page)


def show(
    page: Page, *, refusal: dict[str, Any] | None = None, code_refusal: dict[str, Any] | None = None,
    gift_refusal: dict[str, Any] | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    """The quote for the chosen address and method; without an address, the way to give one."""
    known = page.get("addresses")
    if known.status == 401:
        return page.sign_in_first()
    addresses = known.data or []
    if not addresses:
        return page.redirect("/account/addresses/new?next=/checkout")
    asked = page.request.GET if page.request.method == "GET" else page.request.POST
    address = next((one for one in addresses if one["id"] == asked.get("address")), addresses[0])
    method = asked.get("method") if asked.get("method") in {ONLINE, ON_DELIVERY} else ONLINE
    quoted = page.post("checkout/quote", {"address_id": address["id"], "payment_method": method})
    if not quoted.ok:
        return page.redirect("/cart") if quoted.status == 409 else page.refuse(quoted)
    context = {
        "addresses": addresses, "address": address, "method": method, "quote": quoted.data, "key": uuid4().hex, "refusal": refusal,
        "code_refusal": code_refusal, "gift_refusal": gift_refusal,
    }  # fmt: skip
    return page.render("checkout.html", context, status=status)


def _order(page: Page) -> HttpResponse:
    """Place the order for exactly the sum that was shown. The key makes a second press the same order."""
    form = page.request.POST
    total = form.get("total", "")
    body = {
        "address_id": form.get("address", ""), "payment_method": form.get("method", ""),
        "expected_total_minor": whole(total, -1), "expected_gift_card_minor": whole(form.get("by_card", ""), 0),
    }  # fmt: skip
    answer = page.post("orders", body, idempotency_key=form.get("key", ""))
    if answer.status == 401:
        return page.redirect("/login?next=/checkout")
    if not answer.ok:
        return show(page, refusal=problem(answer) | {"advice": _("Nothing was charged.")}, status=answer.status)
    if form.get("offers") == "1":
        page.post("consents", {"purpose": "marketing_email", "granted": True, "place": "checkout"})
    return pay(page, answer.data["order"]["number"], answer.data["payment"])


def pay(page: Page, number: str, payment: dict[str, Any]) -> HttpResponse:
    """On to the provider's page, or to the order when there is nothing to pay now or the provider does not answer."""
    if payment.get("checkout_url"):
        return page.redirect(payment["checkout_url"])
    waiting = payment.get("provider") == ONLINE
    return page.redirect(f"/orders/{number}?{'unpaid' if waiting else 'placed'}=1")

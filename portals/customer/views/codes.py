"""Entering and taking out coupon codes, on the cart and at checkout; with and without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from django.views.decorators.http import require_POST

from portals.customer import delivery
from portals.customer.caching import personal
from portals.customer.page import Page, problem
from portals.customer.views import cart, checkout

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@personal
@require_POST
def gift_card(request: HttpRequest) -> HttpResponse:
    """A gift card for this checkout, or none; a refusal is shown beside the field."""
    page, form = Page(request), request.POST
    code = form.get("code", "").strip()
    answer = (
        page.delete("checkout/gift-card") if form.get("remove") else page.post("checkout/gift-card", {"code": code})
    )
    if answer.status == 401:
        return page.sign_in_first()
    if not answer.ok and answer.status != 404:
        return checkout.show(page, gift_refusal=problem(answer), status=answer.status)
    chosen = {name: form[name] for name in ("address", "method") if form.get(name)}
    return page.redirect(f"/checkout?{urlencode(chosen)}#gift-card")


@personal
@require_POST
def codes(request: HttpRequest) -> HttpResponse:
    """Back to the page it came from; a refusal is shown there, beside the field, with what was typed."""
    page, form = Page(request), request.POST
    at_checkout = form.get("from") == "checkout"
    if form.get("remove"):
        answer = page.delete(f"checkout/codes/{quote(form['remove'], safe='')}")
    else:
        answer = page.post("checkout/codes", {"code": form.get("code", "").strip()})
    if not answer.ok and answer.status != 404:
        refusal = problem(answer) | {"code": form.get("code", "")}
        show = checkout.show if at_checkout else cart.show
        return show(page, code_refusal=refusal, status=answer.status)
    chosen = urlencode({name: form[name] for name in ("address", "method") if form.get(name)})
    query = chosen if at_checkout else delivery.asked_of(page).query
    return page.redirect(f"/{'checkout' if at_checkout else 'cart'}{query and f'?{query}'}#codes")

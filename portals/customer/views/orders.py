"""The customer's orders: the list, one order parcel by parcel, paying again, calling off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portals.customer.caching import personal
from portals.customer.giving_back import with_returns
from portals.customer.page import Page, problem, whole
from portals.customer.progress import parcels
from portals.customer.views.checkout import pay

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PER_PAGE = 10
WITH_PAPERS = {"packed", "shipped", "delivered", "completed", "cancelled"}


@personal
@require_safe
def orders(request: HttpRequest) -> HttpResponse:
    page = Page(request)
    number = request.GET.get("page", "1")
    answer = page.get("orders", {"page": number if number.isdecimal() else 1, "limit": PER_PAGE})
    if not answer.ok:
        return page.refuse(answer)
    here, total = answer.meta.get("page", 1), answer.meta.get("total", len(answer.data))
    context = {
        "orders": answer.data, "older": here + 1 if here * PER_PAGE < total else None, "newer": here - 1 if here > 1 else None,
        "notice": _came_back(request.GET.get("notice", "")),
    }  # fmt: skip
    return page.render("orders/list.html", context)


@personal
@require_safe
def order(request: HttpRequest, number: str) -> HttpResponse:
    return _show(Page(request), number)


@personal
@require_POST
def pay_again(request: HttpRequest, number: str) -> HttpResponse:
    page = Page(request)
    answer = page.post(f"orders/{number}/payments")
    if answer.status == 401:
        return page.redirect(f"/login?next=/orders/{number}")
    if not answer.ok:
        return _show(page, number, refusal=problem(answer), status=answer.status)
    return pay(page, number, answer.data)


@personal
@require_POST
def pay_in_cash(request: HttpRequest, number: str) -> HttpResponse:
    """For exactly the sum that was shown."""
    page = Page(request)
    body = {"expected_total_minor": whole(request.POST.get("total", ""), -1)}
    answer = page.post(f"orders/{number}/cash", body)
    if answer.status == 401:
        return page.redirect(f"/login?next=/orders/{number}")
    if not answer.ok:
        return _show(page, number, refusal=problem(answer), status=answer.status)
    return page.redirect(f"/orders/{number}?placed=1")


@personal
@require_http_methods(["POST"])
def cancel(request: HttpRequest, number: str) -> HttpResponse:
    page = Page(request)
    form = request.POST
    body = {"reason": form.get("reason", "")[:200]}
    if form.get("part"):
        body["seller_order"] = form["part"]
    answer = page.post(f"orders/{number}/cancellation", body, idempotency_key=form.get("key", ""))
    if answer.status == 401:
        return page.redirect(f"/login?next=/orders/{number}")
    if not answer.ok:
        return _show(page, number, refusal=problem(answer), status=answer.status)
    return page.redirect(f"/orders/{number}?cancelled=1")


def _show(page: Page, number: str, *, refusal: dict[str, Any] | None = None, status: int = 200) -> HttpResponse:
    answer = page.get(f"orders/{number}")
    if not answer.ok:
        return page.refuse(answer)
    found, asked = answer.data, page.request.GET
    came_from_payment = asked.get("placed") == "1"
    context = {
        "order": found,
        "parcels": _rated(page, with_returns(parcels(found), _returns(page, found)), number),
        "just_asked": asked.get("asked") == "1",
        "too_late": asked.get("late") == "1",
        "papers": _papers(page, found),
        "cash": _in_cash(page, found),
        "refusal": refusal,
        "key": uuid4().hex,
        "just_placed": came_from_payment and found["status"] == "placed",
        "is_checking": came_from_payment and found["status"] == "awaiting_payment",
        "just_cancelled": asked.get("cancelled") == "1",
        "provider_silent": asked.get("unpaid") == "1",
    }
    return page.render("orders/detail.html", context, status=status)


def _returns(page: Page, order: dict[str, Any]) -> dict[str, Any] | None:
    """Asked for only when something was shipped: before that there is nothing to give back."""
    if not any(part["shipped_at"] for part in order["parts"]):
        return None
    answer = page.get(f"orders/{order['number']}/returns")
    return answer.data if answer.ok else None


def _in_cash(page: Page, order: dict[str, Any]) -> dict[str, Any] | None:
    """What an unpaid order would come to in cash; None where it cannot be paid so."""
    if "pay" not in order["actions"]:
        return None
    answer = page.get(f"orders/{order['number']}/cash")
    return answer.data if answer.ok and not answer.data["problems"] else None


def _papers(page: Page, order: dict[str, Any]) -> list[dict[str, Any]]:
    """Invoices and credit notes; there are none before the first parcel is packed."""
    if not any(part["status"] in WITH_PAPERS or part["shipped_at"] for part in order["parts"]):
        return []
    answer = page.get(f"orders/{order['number']}/documents")
    return list(answer.data) if answer.ok else []


def _rated(page: Page, found: list[dict[str, Any]], number: str) -> list[dict[str, Any]]:
    """What arrived can be rated; what was said of it stands beside it."""
    if not any(part["delivered_at"] for part in found):
        return found
    answer = page.get("reviews/purchases", {"order": number})
    bought = {one["slug"]: one for one in answer.data} if answer.ok else {}
    for part in found:
        for line in part["lines"]:
            line["bought"] = bought.get(line["slug"]) if part["delivered_at"] else None
    return found


def _came_back(code: str) -> str:
    """A payment return that could not be believed ends at the list of orders with its code."""
    return (
        _("We could not confirm that payment. If money left your account, the order below will show it in a minute.")
        if code
        else ""
    )

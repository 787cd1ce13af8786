"""Calling off some of a parcel before it is sent: choose, see what comes back, confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portals.customer.caching import personal
from portals.customer.page import Page, problem, whole

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

MAY = "cancel_lines"


@personal
@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest, number: str) -> HttpResponse:
    """What can be called off of one parcel. Sent once, it says what comes back; sent again with that, it is done."""
    page = Page(request)
    if request.method == "GET":
        return _form(page, number)
    form = request.POST
    lines = _lines(form)
    if not lines:
        return _form(page, number, refusal={"message": _("Choose how many of what to cancel.")}, status=422)
    body = {"seller_order": form.get("part", "")[:24], "lines": lines}
    is_sure = bool(form.get("sure"))
    path = f"orders/{number}/cancellation"
    if is_sure:
        reason = {"reason": form.get("reason", "")[:200]}
        answer = page.post(path, body | reason, idempotency_key=form.get("key", ""))
    else:
        answer = page.post(f"{path}/preview", body)
    if answer.status == 401:
        return page.redirect(f"/login?next=/orders/{number}")
    if answer.status == 404:
        return page.refuse(answer)
    if not answer.ok:
        return _form(page, number, refusal=problem(answer), status=answer.status)
    return page.redirect(f"/orders/{number}?cancelled=1") if is_sure else _form(page, number, outcome=answer.data)


def _lines(form: Any) -> list[dict[str, Any]]:
    """Lines of which at least one is to be called off."""
    chosen = ((line_id, whole(form.get(f"quantity-{line_id}", ""), 0)) for line_id in form.getlist("line"))
    return [{"line_id": line_id, "quantity": quantity} for line_id, quantity in chosen if quantity]


def _form(
    page: Page, number: str, *, outcome: Any = None, refusal: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    answer = page.get(f"orders/{number}")
    if not answer.ok:
        return page.refuse(answer)
    asked = page.request.POST if page.request.method == "POST" else page.request.GET
    able = [part for part in answer.data["parts"] if MAY in part["actions"]]
    part = next((one for one in able if one["number"] == asked.get("part")), able[0] if able else None)
    lines = [line | _left(line, asked) for line in part["lines"]] if part else []
    context = {
        "number": number, "order": answer.data, "part": part, "lines": [line for line in lines if line["left"]], "outcome": outcome,
        "refusal": refusal, "reason": asked.get("reason", ""), "key": uuid4().hex,
        "chosen": [line for line in lines if line["wanted"]],
    }  # fmt: skip
    return page.render("orders/call_off.html", context, status=status)


def _left(line: dict[str, Any], asked: Any) -> dict[str, int]:
    left = line["quantity"] - line["cancelled"]
    return {"left": left, "wanted": min(left, whole(asked.get(f"quantity-{line['id']}", ""), 0))}

"""Giving back: the form of one parcel, and the steps of a return that are the customer's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from portals.customer.caching import personal
from portals.customer.page import Page, problem, whole

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

KINDS = ("return", "exchange", "claim")
PAYEE = ("name", "vpa", "account_number", "ifsc")


@personal
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, number: str) -> HttpResponse:
    """What can be given back of one parcel; sent, it is asked for."""
    page = Page(request)
    if request.method == "POST":
        return _send(page, number)
    return _form(page, number)


@personal
@require_POST
def step(request: HttpRequest, number: str, verb: str) -> HttpResponse:
    """Keep it, it is on its way, or ask the brand to decide."""
    page, order = Page(request), request.POST.get("order", "")[:24]
    answer = page.post(f"returns/{number}/{verb}", {}, idempotency_key=request.POST.get("key", ""))
    if answer.status == 401:
        return page.redirect(f"/login?next=/orders/{order}")
    if answer.status == 404:
        return page.refuse(answer)
    told = "" if answer.ok else "?late=1"
    return page.redirect(f"/orders/{answer.data['order'] if answer.ok else order}{told}#returns")


def _send(page: Page, number: str) -> HttpResponse:
    form = page.request.POST
    body: dict[str, Any] = {
        "seller_order": form.get("part", ""), "kind": form.get("kind", ""), "note": form.get("note", "")[:1_000], "lines": _lines(form),
    }  # fmt: skip
    if form.get("payee"):
        body["payee"] = {"kind": form["payee"]} | {
            name: form.get(name, "").strip() for name in PAYEE if form.get(name, "").strip()
        }
    answer = page.post(f"orders/{number}/returns", body, idempotency_key=form.get("key", ""))
    if answer.status == 401:
        return page.redirect(f"/login?next=/orders/{number}")
    if answer.status == 404:
        return page.refuse(answer)
    if not answer.ok:
        return _form(page, number, refusal=problem(answer), status=answer.status)
    return page.redirect(f"/orders/{number}?asked=1#returns")


def _lines(form: Any) -> list[dict[str, Any]]:
    """Lines of which at least one is to be given back."""
    lines = []
    for line_id in form.getlist("line"):
        quantity = form.get(f"quantity-{line_id}", "")
        if whole(quantity, 0) or quantity not in {"", "0"}:
            line = {"line_id": line_id, "quantity": quantity, "reason": form.get(f"reason-{line_id}", "")}
            lines.append(line | ({"offer_id": form[f"instead-{line_id}"]} if form.get(f"instead-{line_id}") else {}))
    return lines


def _form(page: Page, number: str, *, refusal: dict[str, Any] | None = None, status: int = 200) -> HttpResponse:
    answer = page.get(f"orders/{number}/returns")
    if not answer.ok:
        return page.refuse(answer)
    asked = page.request.POST if page.request.method == "POST" else page.request.GET
    part = next((one for one in answer.data["parts"] if one["number"] == asked.get("part")), None)
    part = part or next((one for one in answer.data["parts"] if one["kinds"]), None)
    kind = _kind(part, asked.get("kind", ""))
    lines = [one for one in part["lines"] if one["left"] and _fits(one, kind)] if part else []
    context = {
        "number": number, "part": part, "kind": kind, "lines": [line | {"chosen": _chosen(asked, line, alone=len(lines) == 1)} for line in lines],
        "kinds": [{"code": code, "label": label} for code, label in _labels() if part and code in part["kinds"]],
        "reasons": [one for one in answer.data["reasons"] if kind in one["kinds"]], "needs_payee": answer.data["needs_payee"] and kind != "exchange",
        "refusal": refusal, "complaints": _complaints(refusal), "key": uuid4().hex, "note": asked.get("note", ""), "given": asked,
    }  # fmt: skip
    return page.render("orders/give_back.html", context, status=status)


def _kind(part: dict[str, Any] | None, wanted: str) -> str:
    """What was chosen, or what is offered first."""
    kinds = [code for code in KINDS if part and code in part["kinds"]]
    return wanted if wanted in kinds else (kinds[0] if kinds else "")


def _complaints(refusal: dict[str, Any] | None) -> list[str]:
    """What is wrong with each field, said once."""
    said: list[str] = []

    def walk(value: Any) -> None:
        if isinstance(value, str):
            said.append(value)
        elif isinstance(value, dict | list):
            for one in value.values() if isinstance(value, dict) else value:
                walk(one)

    walk((refusal or {}).get("fields", {}))
    return [one for one in dict.fromkeys(said) if one != (refusal or {}).get("message")]


def _fits(line: dict[str, Any], kind: str) -> bool:
    return kind == "claim" or (line["returnable"] and (kind == "return" or bool(line["instead"])))


def _chosen(asked: Any, line: dict[str, Any], *, alone: bool) -> dict[str, str]:
    """What was chosen before, when the form comes back with a refusal; the only unit of the only line is meant."""
    pk = line["line_id"]
    chosen = {name: asked.get(f"{name}-{pk}", "") for name in ("quantity", "reason", "instead")}
    return chosen | ({"quantity": "1"} if alone and line["left"] == 1 and not chosen["quantity"] else {})


def _labels() -> list[tuple[str, str]]:
    return [
        ("return", _("Return it")),
        ("exchange", _("Change it for another")),
        ("claim", _("Something is wrong; I keep it")),
    ]

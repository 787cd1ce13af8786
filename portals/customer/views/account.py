"""The customer's own corner: who they are and where parcels go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.views.decorators.http import require_http_methods, require_safe

from portals.customer.caching import personal
from portals.customer.onward import onward
from portals.customer.page import Page, problem

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PROFILE = ("name", "email", "phone")
ADDRESS = ("name", "phone", "line1", "line2", "city", "state", "pin")
BUSINESS = ("business_name", "tax_number")  # where the form asks for them


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    page = Page(request)
    answer = page.get("profile")
    if not answer.ok:
        return page.refuse(answer)
    form: dict[str, Any] = {"values": answer.data, "errors": {}}
    refusal, status = None, 200
    if request.method == "POST":
        changes = {name: request.POST[name].strip() for name in PROFILE if name in request.POST}
        changed = page.patch(
            "profile", {name: value for name, value in changes.items() if value != answer.data.get(name)}
        )
        if changed.ok and request.POST.get("offers") == "1":
            page.post("consents", {"purpose": "marketing_email", "granted": True, "place": "sign_up"})
        if changed.ok:
            return page.redirect(onward(request.POST) if request.POST.get("next") else "/account?saved=1")
        refusal, status = problem(changed), changed.status
        form = {"values": answer.data | changes, "errors": refusal["fields"]}
    asked = request.GET
    context = {
        "form": form, "refusal": refusal, "welcome": asked.get("welcome") == "1", "next": asked.get("next", ""),
        "saved": asked.get("saved") == "1", "addresses": page.get("addresses").data or [],
    }  # fmt: skip
    return page.render("account/account.html", context, status=status)


@personal
@require_safe
def addresses(request: HttpRequest) -> HttpResponse:
    return Page(request).redirect("/account#addresses")


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def address(request: HttpRequest, address_id: str) -> HttpResponse:
    """A new address (`new`) or one that is known."""
    page = Page(request)
    known = page.get("addresses")
    if not known.ok:
        return page.refuse(known)
    found = next((one for one in known.data if one["id"] == address_id), None)
    if found is None and address_id != "new":
        return page.render("errors/not_found.html", status=404)
    if request.method == "POST":
        return _keep(page, found)
    return _form(page, found, found or _blank(page))


def _keep(page: Page, found: dict[str, Any] | None) -> HttpResponse:
    form = page.request.POST
    if found and form.get("remove"):
        removed = page.delete(f"addresses/{found['id']}")
        return page.redirect("/account#addresses") if removed.ok else page.refuse(removed)
    values: dict[str, Any] = {name: form.get(name, "").strip() for name in ADDRESS}
    values |= {name: form[name].strip() for name in BUSINESS if name in form}
    values["is_default"] = form.get("is_default") == "1"
    answer = page.patch(f"addresses/{found['id']}", values) if found else page.post("addresses", values)
    if not answer.ok:
        return _form(page, found, values, refusal=problem(answer), status=answer.status)
    if form.get("next"):
        return page.redirect(f"{onward(form)}?address={answer.data['id']}")
    return page.redirect("/account#addresses")


def _blank(page: Page) -> dict[str, Any]:
    """Nothing is asked twice: the profile's name and phone are there already."""
    profile = page.get("profile").data or {}
    return {"name": profile.get("name", ""), "phone": profile.get("phone", "")}


def _form(
    page: Page, found: dict[str, Any] | None, values: dict[str, Any], *, refusal: dict[str, Any] | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    asked = page.request.POST if page.request.method == "POST" else page.request.GET
    errors = (refusal or {}).get("fields", {})
    place = page.get("address-form").data or {}
    regions = [(one["code"], one["name"]) for one in place.get("regions", [])]
    context = {
        "found": found, "form": {"values": values, "errors": errors}, "place": place, "regions": regions, "next": asked.get("next", ""),
        "refusal": refusal if refusal and not errors else None,
    }  # fmt: skip
    return page.render("account/address.html", context, status=status)

"""Changing how I sign in, and undoing a change that was not mine."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.views.decorators.http import require_http_methods

from portals.customer.caching import personal
from portals.customer.page import AUTH, ME, Page, problem

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

HERE = "/account/contacts"


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def contacts(request: HttpRequest) -> HttpResponse:
    page = Page(request)
    known = page.get(f"{ME}contacts")
    if not known.ok:
        return page.refuse(known)
    context = {"known": known.data, "saved": request.GET.get("saved") == "1", "values": request.POST.dict()}
    if request.method != "POST":
        return page.show("contacts.html", context)
    sent = page.post(f"{ME}contacts", {"identifier": request.POST.get("identifier", "").strip()})
    if sent.ok:
        facts = {"challenge": sent.data["challenge_id"], "to": sent.data["masked"]}
        return page.redirect(f"{HERE}/code?{urlencode(facts)}")
    if sent.status == 403:
        return page.refuse(sent)
    return page.show("contacts.html", context | {"refusal": problem(sent)}, status=sent.status)


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """Take the code of the new address; one that has an account of its own can be joined to this."""
    page = Page(request)
    form = request.POST if request.method == "POST" else request.GET
    context = {"challenge": form.get("challenge", ""), "to": form.get("to", "")[:80]}
    if not context["challenge"]:
        return page.redirect(HERE)
    if request.method != "POST":
        return page.show("contact_code.html", context)
    typed = "".join(letter for letter in form.get("code", "") if letter.isdigit())
    done = page.post(f"{ME}contacts/proof", {"challenge_id": context["challenge"], "code": typed})
    if done.ok:
        return page.redirect(f"{HERE}?saved=1")
    if done.status in {401, 403}:
        return page.refuse(done)
    refusal = problem(done)
    template = "merge_offer.html" if refusal["code"] == "address_taken" else "contact_code.html"
    return page.show(template, context | {"refusal": refusal}, status=done.status)


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: HttpRequest, token: str) -> HttpResponse:
    """The link in the notice. Looking changes nothing; the button does."""
    page = Page(request)
    if request.method == "POST":
        done = page.post(f"{AUTH}contact-undo", {"token": token})
        return page.show(
            "undo.html", {"done": done.ok, "refusal": None if done.ok else problem(done)}, status=done.status
        )
    found = page.post(f"{AUTH}contact-undo/preview", {"token": token})
    context = {"change": found.data} if found.ok else {"refusal": problem(found)}
    return page.show("undo.html", context, status=found.status)

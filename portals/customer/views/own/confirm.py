"""Showing again that it is me, by a code to my own address."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.views.decorators.http import require_http_methods

from portals.customer.caching import personal
from portals.customer.onward import onward
from portals.customer.page import ME, Page, problem

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest) -> HttpResponse:
    """Ask for a code, then take it. Whoever has an authenticator signs in again with it instead."""
    page = Page(request)
    form = request.POST if request.method == "POST" else request.GET
    context = {"next": onward(form), "challenge": form.get("challenge", ""), "to": form.get("to", "")[:80]}
    if request.method != "POST":
        return page.show("confirm.html", context)
    if not context["challenge"]:
        sent = page.post(f"{ME}confirmations")
        if sent.ok:
            facts = {"challenge": sent.data["challenge_id"], "to": sent.data["masked"], "next": context["next"]}
            return page.redirect(f"/account/confirm?{urlencode(facts)}")
        if sent.status == 401:
            return page.sign_in_first()
        return page.show("confirm.html", context | {"refusal": problem(sent)}, status=sent.status)
    typed = "".join(letter for letter in form.get("code", "") if letter.isdigit())
    done = page.post(f"{ME}confirmations/proof", {"challenge_id": context["challenge"], "code": typed})
    if done.ok:
        return page.redirect(context["next"])
    return page.show("confirm.html", context | {"refusal": problem(done)}, status=done.status)

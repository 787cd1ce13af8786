"""The other ways in: a password, and an account at somebody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.views.decorators.http import require_http_methods, require_safe

from portals.customer.caching import personal
from portals.customer.onward import onward
from portals.customer.page import AUTH, Page, problem
from portals.customer.providers import ways
from portals.customer.views.login import inside

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    page = Page(request)
    if request.method != "POST":
        return page.render("login_password.html", {"next": onward(request.GET), "ways": ways(page)})
    typed = {"identifier": request.POST.get("identifier", "").strip(), "password": request.POST.get("password", "")}
    answer = page.post(f"{AUTH}password", typed)
    if answer.ok:
        return inside(page, answer.data, onward(request.POST))
    context = {
        "next": onward(request.POST), "identifier": typed["identifier"], "refusal": problem(answer), "ways": ways(page),
    }  # fmt: skip
    return page.render("login_password.html", context, status=answer.status)


@personal
@require_safe
def leave(request: HttpRequest, key: str) -> HttpResponse:
    """Off to an issuer. A link and no form, so that it works without script and under any policy for forms."""
    page = Page(request)
    goal = onward(request.GET)
    answer = page.post(f"{AUTH}providers/start", {"provider": key, "next": goal})
    if answer.ok:
        return page.redirect(answer.data["url"])
    context = {"next": goal, "refusal": None, "returned": problem(answer)["message"], "ways": ways(page)}
    return page.render("login.html", context, status=answer.status)


@personal
@require_safe
def come_back(request: HttpRequest) -> HttpResponse:
    """Back from an issuer: in, or told what is still missing."""
    page = Page(request)
    goal = onward(request.GET)
    answer = page.post(f"{AUTH}providers/finish")
    if answer.ok:
        return inside(page, answer.data, goal)
    refusal = problem(answer)
    if refusal["code"] != "confirm_by_code":
        return page.redirect(f"/login?{urlencode({'provider': 'failed', 'reason': 'expired', 'next': goal})}")
    context = {
        "next": goal, "confirm": refusal["message"], "values": {"identifier": refusal["fields"]["identifier"]}, "ways": ways(page),
    }  # fmt: skip
    return page.render("login.html", context)

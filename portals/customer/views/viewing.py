"""Staff look at the shop as a customer: beginning, ending, and telling the customer about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portals.customer.caching import personal
from portals.customer.page import AUTH, Page, problem

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """The ticket is used by a press of the button, so that no link alone puts a browser into another's view."""
    page = Page(request)
    if request.method != "POST":
        return page.render("view_as.html")
    answer = page.post(f"{AUTH}viewings", {"ticket": request.POST.get("ticket", "")})
    if answer.ok:
        return page.redirect("/account")
    return page.render("view_as.html", {"refusal": problem(answer)}, status=answer.status)


@personal
@require_POST
def end(request: HttpRequest) -> HttpResponse:
    page = Page(request)
    page.post(f"{AUTH}viewings/end")
    return page.redirect("/")


@personal
@require_safe
def looks(request: HttpRequest) -> HttpResponse:
    page = Page(request)
    answer = page.get("viewings", {"limit": 100})
    if not answer.ok:
        return page.refuse(answer)
    found = [look | {"when": parse_datetime(look["started_at"])} for look in answer.data]
    return page.render("account/looks.html", {"looks": found})

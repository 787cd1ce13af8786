"""The second step of signing in, where a customer has set one up, and proving again before a change of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.views.decorators.http import require_http_methods, require_POST

from portals.customer.caching import personal
from portals.customer.onward import onward
from portals.customer.page import AUTH, Page, problem

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SECURITY = "/account/security"


def ask_for_factor(
    page: Page, *, ticket: str, methods: list[str], goal: str, refusal: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """The page after the right code. The ticket stays out of the address, so this answers the form itself."""
    context = {"ticket": ticket, "methods": methods, "next": goal, "refusal": refusal}
    return page.render("login_factor.html", context, status=status)


@personal
@require_POST
def factor(request: HttpRequest) -> HttpResponse:
    page, form = Page(request), request.POST
    given = {"ticket": form.get("ticket", ""), "method": form.get("method", ""), "code": form.get("code", "").strip()}
    answer = page.post(f"{AUTH}factor", given)
    if answer.ok:
        used_up = answer.data.get("recovery_codes_left") is not None
        return page.redirect(f"{SECURITY}?recovered=1" if used_up else onward(form))
    if answer.status == 401:
        return page.redirect("/login")
    methods = [name for name in form.get("methods", "").split() if name in {"totp", "recovery_code", "passkey"}]
    return ask_for_factor(
        page, ticket=given["ticket"], methods=methods, goal=onward(form), refusal=problem(answer), status=answer.status
    )


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def prove(request: HttpRequest) -> HttpResponse:
    """Asked before a change of the second step itself."""
    page = Page(request)
    mine = page.get("/api/v1/me/factors")
    if not mine.ok:
        return page.refuse(mine)
    refusal, status = None, 200
    if request.method == "POST":
        form = request.POST
        answer = page.post(f"{AUTH}step-up", {"method": form.get("method", ""), "code": form.get("code", "").strip()})
        if answer.ok:
            return page.redirect(f"{SECURITY}?proved=1")
        refusal, status = problem(answer), answer.status
    ways = {
        "totp": mine.data["authenticators"],
        "passkey": mine.data["passkeys"],
        "recovery_code": mine.data["recovery_codes_left"],
    }
    context = {"methods": [name for name, there in ways.items() if there], "refusal": refusal}
    return page.render("account/prove.html", context, status=status)

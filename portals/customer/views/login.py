"""Signing in: say who you are, type the code that was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.views.decorators.http import require_http_methods, require_POST

from portals.customer.caching import personal
from portals.customer.onward import onward
from portals.customer.page import AUTH, Page, problem, whole
from portals.customer.providers import reason_in_words, ways
from portals.customer.views.factor import ask_for_factor

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse, QueryDict


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def identify(request: HttpRequest) -> HttpResponse:
    page = Page(request)
    if request.method != "POST":
        context = {"next": onward(request.GET), "ways": ways(page), "returned": reason_in_words(request.GET)}
        return page.render("login.html", context)
    answer = page.post(f"{AUTH}login", {"identifier": request.POST.get("identifier", "").strip()})
    if answer.ok:
        return page.redirect(_code_address(answer.data, onward(request.POST)))
    context = {
        "next": onward(request.POST), "values": request.POST.dict(), "refusal": problem(answer), "ways": ways(page),
    }  # fmt: skip
    return page.render("login.html", context, status=answer.status)


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    page = Page(request)
    if request.method != "POST":
        return _ask_for_code(page, request.GET)
    challenge = request.POST.get("challenge", "")
    if request.POST.get("again"):
        sent = page.post(f"{AUTH}resend", {"challenge_id": challenge})
        if sent.ok:
            return page.redirect(_code_address(sent.data, onward(request.POST)) + "&again=1")
        return _ask_for_code(page, request.POST, problem(sent), sent.status)
    typed = "".join(letter for letter in request.POST.get("code", "") if letter.isdigit())
    answer = page.post(f"{AUTH}verify", {"challenge_id": challenge, "code": typed})
    if not answer.ok:
        return _ask_for_code(page, request.POST, problem(answer), answer.status)
    return inside(page, answer.data, onward(request.POST))


@personal
@require_POST
def logout(request: HttpRequest) -> HttpResponse:
    page = Page(request)
    page.post(f"{AUTH}logout")
    return page.redirect("/")


def inside(page: Page, entered: dict[str, Any], goal: str) -> HttpResponse:
    """On to where the visitor wanted to go: past the second step, and past their name if they are new."""
    if entered.get("next"):
        return ask_for_factor(page, ticket=entered["ticket"], methods=entered["methods"], goal=goal)
    return page.redirect(f"/account?{urlencode({'welcome': 1, 'next': goal})}" if _is_nameless(entered) else goal)


def _is_nameless(signed_in: dict[str, Any]) -> bool:
    return bool(signed_in.get("is_new")) and not (signed_in.get("user") or {}).get("name")


def _code_address(challenge: dict[str, Any], goal: str) -> str:
    facts = {
        "challenge": challenge["challenge_id"],
        "to": challenge["masked"],
        "wait": challenge["resend_in"],
        "next": goal,
    }
    return f"/login/code?{urlencode(facts)}"


def _ask_for_code(
    page: Page, form: QueryDict, refusal: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    if not form.get("challenge"):
        return page.redirect("/login")
    wait = form.get("wait", "")
    context = {
        "challenge": form["challenge"], "to": form.get("to", "")[:80], "wait": whole(wait, 30),
        "next": onward(form), "refusal": refusal, "again": form.get("again") == "1" and not refusal,
    }  # fmt: skip
    return page.render("login_code.html", context, status=status)

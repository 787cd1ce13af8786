"""A customer's authenticator apps, passkeys and recovery codes: all of it optional."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portals.customer.caching import personal
from portals.customer.page import AUTH, Page, problem
from portals.customer.views.factor import SECURITY

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from haat.core.inprocess import Answer

MINE = "/api/v1/me/factors"
KINDS = {"authenticators", "passkeys"}


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def security(request: HttpRequest) -> HttpResponse:
    page = Page(request)
    act = ACTS.get(request.POST.get("act", "")) if request.method == "POST" else None
    return act(page) if act else _show(page)


def _show(page: Page, refusal: dict[str, Any] | None = None, status: int = 200) -> HttpResponse:
    mine = page.get(MINE)
    if not mine.ok:
        return page.refuse(mine)
    said = {"added": _("Added."), "removed": _("Removed."), "proved": _("Thank you. You can make the change now."),
            "cancelled": _("The removal was cancelled."),
            "recovered": _("You used a recovery code. If your phone is lost, remove it here and add the new one.")}  # fmt: skip
    news = next((sentence for name, sentence in said.items() if page.request.GET.get(name)), "")
    return page.render("account/security.html", {"mine": mine.data, "news": news, "refusal": refusal}, status=status)


def _begin_app(page: Page) -> HttpResponse:
    answer = page.post(f"{AUTH}enrolment/authenticator")
    return page.render("account/authenticator.html", {"setup": answer.data}) if answer.ok else _refuse(page, answer)


def _confirm_app(page: Page) -> HttpResponse:
    form = page.request.POST
    typed = "".join(letter for letter in form.get("code", "") if letter.isdigit())
    answer = page.post(f"{AUTH}enrolment/authenticator/confirmation", {"id": form.get("id", ""), "code": typed})
    if answer.ok:
        codes = answer.data.get("recovery_codes")
        return _codes(page, codes) if codes else page.redirect(f"{SECURITY}?added=1")
    if answer.status == 403:
        return _refuse(page, answer)
    context = {"setup": {"id": form.get("id", "")}, "refusal": problem(answer)}
    return page.render("account/authenticator.html", context, status=answer.status)


def _renew_codes(page: Page) -> HttpResponse:
    answer = page.post(f"{MINE}/recovery-codes")
    return _codes(page, answer.data["recovery_codes"]) if answer.ok else _refuse(page, answer)


def _remove(page: Page) -> HttpResponse:
    kind, factor_id = page.request.POST.get("kind", ""), page.request.POST.get("id", "")
    if kind not in KINDS:
        return _show(page)
    answer = page.delete(f"{MINE}/{kind}/{factor_id}")
    return page.redirect(f"{SECURITY}?removed=1") if answer.ok else _refuse(page, answer)


def _cancel_reset(page: Page) -> HttpResponse:
    answer = page.delete(f"{MINE}/reset")
    return page.redirect(f"{SECURITY}?cancelled=1") if answer.ok else _refuse(page, answer)


def _codes(page: Page, codes: list[str]) -> HttpResponse:
    return page.render("account/recovery_codes.html", {"codes": codes})


def _refuse(page: Page, answer: Answer) -> HttpResponse:
    """A change that needs a proof first goes to where it is given; the rest is said on the page."""
    refusal = problem(answer)
    if answer.status == 401 or refusal["code"] in {"step_up_required", "fresh_login_required"}:
        return page.refuse(answer)
    return _show(page, refusal, answer.status)


ACTS: dict[str, Callable[[Page], HttpResponse]] = {
    "begin-app": _begin_app,
    "confirm-app": _confirm_app,
    "renew-codes": _renew_codes,
    "remove": _remove,
    "cancel-reset": _cancel_reset,
}

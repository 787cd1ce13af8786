"""How the customer signs in: a password if they want one, and connected accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.views.decorators.http import require_http_methods

from portals.customer.caching import personal
from portals.customer.page import ME, Page, problem
from portals.customer.providers import reason_in_words

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from haat.core.inprocess import Answer

HERE = "/account/sign-in"


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    page = Page(request)
    if request.method != "POST":
        return _show(page)
    act = request.POST.get("act", "")
    answer = _do(page, act)
    if not answer.ok:
        return page.sign_in_first() if answer.status == 401 else _show(page, problem(answer), answer.status)
    if act == "connect":
        # A page between, because browsers count the way on after a form as part of the form, which policies forbid.
        return page.render("account/leaving.html", {"url": answer.data["url"]})
    return page.redirect(f"{HERE}?done={act}")


def _do(page: Page, act: str) -> Answer:
    form = page.request.POST
    if act == "set-password":
        return page.put(f"{ME}password", {"password": form.get("password", "")})
    if act == "remove-password":
        return page.delete(f"{ME}password")
    if act == "disconnect" and form.get("account", "").isdecimal():
        return page.delete(f"{ME}accounts/{form['account']}")
    # Only as a form: a link could connect what another site has signed this browser in with.
    return page.post(f"{ME}accounts", {"provider": form.get("provider", ""), "next": HERE})


def _show(page: Page, refusal: dict[str, Any] | None = None, status: int = 200) -> HttpResponse:
    answer = page.get(f"{ME}sign-in")
    if not answer.ok:
        return page.refuse(answer)
    asked = page.request.GET
    done = "connected" if asked.get("provider") == "connected" else asked.get("done", "")
    context = {
        "ways": answer.data, "refusal": refusal, "returned": reason_in_words(asked), "done": done,
        "wrong": (refusal or {}).get("fields", {}).get("password", ""),
    }  # fmt: skip
    return page.render("account/sign_in.html", context, status=status)

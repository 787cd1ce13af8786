"""What is known about me: what I agreed to, a copy of it, and being forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.views.decorators.http import require_http_methods, require_safe

from portals.customer.caching import personal
from portals.customer.page import ME, Page, problem

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.http.response import HttpResponseBase

    from haat.core.inprocess import Answer

HERE = "/account/privacy"


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def privacy(request: HttpRequest) -> HttpResponse:
    page = Page(request)
    if request.method != "POST":
        return _show(page)
    answer = _act(page)
    if answer.ok:
        return page.redirect(f"{HERE}?done={request.POST.get('act', '')}")
    if answer.status in {401, 403}:
        return page.refuse(answer)
    return _show(page, refusal=problem(answer), status=answer.status)


def _act(page: Page) -> Answer:
    form = page.request.POST
    act = form.get("act", "")
    if act == "consent":
        return page.post("consents", {"purpose": form.get("purpose", ""), "granted": form.get("granted") == "1"})
    if act == "copy":
        return page.post(f"{ME}exports")
    return page.post(f"{ME}erasure") if act == "erase" else page.delete(f"{ME}erasure")


def _show(page: Page, *, refusal: dict[str, Any] | None = None, status: int = 200) -> HttpResponse:
    erasure = page.get(f"{ME}erasure")
    if not erasure.ok:
        return page.refuse(erasure)
    consents = [] if page.is_platform else page.get("consents").data
    context = {
        "erasure": erasure.data, "exports": page.get(f"{ME}exports", {"limit": 5}).data, "consents": consents, "refusal": refusal,
        "done": page.request.GET.get("done", ""),
    }  # fmt: skip
    return page.show("privacy.html", context, status=status)


@personal
@require_safe
def download(request: HttpRequest, export_id: UUID) -> HttpResponseBase:
    page = Page(request)
    answer = page.get(f"{ME}exports/{export_id}/file")
    if answer.ok and answer.file is not None:
        return answer.file
    if answer.status in {401, 403}:
        return page.redirect(f"/account/confirm?next={HERE}") if answer.status == 403 else page.sign_in_first()
    return _show(page, refusal=problem(answer), status=answer.status)

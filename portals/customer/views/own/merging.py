"""Joining two accounts, one proof after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from uuid import UUID

from django.views.decorators.http import require_http_methods, require_POST

from portals.customer.caching import personal
from portals.customer.page import ME, Page, problem

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@personal
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    page = Page(request)
    offered = page.post(f"{ME}merges", {"challenge_id": request.POST.get("challenge", "")})
    return _next_proof(page, offered.data) if offered.ok else page.refuse(offered)


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, merge_id: UUID) -> HttpResponse:
    page = Page(request)
    form = request.POST if request.method == "POST" else request.GET
    context = {"challenge": form.get("challenge", ""), "to": form.get("to", "")[:80]}
    found = page.get(f"{ME}merges/{merge_id}")
    if not found.ok:
        return page.refuse(found)
    if request.method != "POST":
        return page.show("merge.html", context | {"merge": found.data})
    typed = "".join(letter for letter in form.get("code", "") if letter.isalnum())
    body: dict[str, Any] = {"code": typed} | ({"challenge_id": context["challenge"]} if context["challenge"] else {})
    done = page.post(f"{ME}merges/{merge_id}/proofs", body)
    if done.ok:
        return (
            _next_proof(page, done.data) if done.data["next_proof"] else page.show("merge.html", {"merge": done.data})
        )
    if done.status in {401, 403}:
        return page.refuse(done)
    return page.show("merge.html", context | {"merge": found.data, "refusal": problem(done)}, status=done.status)


def _next_proof(page: Page, merge: dict[str, Any]) -> HttpResponse:
    sent = page.post(f"{ME}merges/{merge['id']}/codes")
    if not sent.ok:
        return page.refuse(sent)
    to = sent.data["masked"]
    facts = {"challenge": sent.data["challenge_id"] if to else "", "to": to}
    return page.redirect(f"/account/merge/{merge['id']}?{urlencode(facts)}")

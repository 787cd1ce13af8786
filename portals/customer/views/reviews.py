"""Writing a review of what arrived, saying that one helped, reporting one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from haat.core import redirects
from portals.customer.caching import personal
from portals.customer.page import Page, problem, whole

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

WORDS = ("title", "text", "author")
STARS = {5: _("Excellent"), 4: _("Good"), 3: _("Fair"), 2: _("Poor"), 1: _("Bad")}
CAUSES = {
    "not_about_product": _("It is not about the product"), "abusive": _("It insults somebody"),
    "personal_data": _("It shows somebody’s personal data"), "advertising": _("It is an advertisement"),
    "untrue": _("It is not true"), "other": _("Something else"),
}  # fmt: skip


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, slug: str) -> HttpResponse:
    """The form, with what was written before; whoever did not receive the product is told so."""
    page = Page(request)
    bought = page.get("reviews/purchases")
    if not bought.ok:
        return page.refuse(bought)
    found = next((one for one in bought.data if one["slug"] == slug), None)
    if found is None:
        product = page.get(f"products/{slug}")
        if not product.ok:
            return page.refuse(product)
        found = next((one for one in bought.data if one["product_id"] == product.data["id"]), None)
        if found is None:
            status = 409 if request.method == "POST" else 200
            return page.render("reviews/not_bought.html", {"product": product.data}, status=status)
    if request.method == "POST":
        return _keep(page, found)
    return _form(page, found, found["review"] or {})


@personal
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """What I wrote, with what became of it, then what I could write about."""
    page = Page(request)
    bought = page.get("reviews/purchases")
    if not bought.ok:
        return page.refuse(bought)
    written = [one for one in bought.data if one["review"]]
    written.sort(key=lambda one: str(one["review"]["written_at"]), reverse=True)
    return page.render(
        "account/reviews.html", {"written": written, "open": [one for one in bought.data if not one["review"]]}
    )


@personal
@require_POST
def helped(request: HttpRequest, review_id: str) -> HttpResponse:
    page = Page(request)
    answer = page.post(f"reviews/{review_id}/helped")
    if answer.status == 401:
        return page.redirect(f"/login?next={quote(_back(request))}")
    return page.redirect(_told(_back(request), "helped", f"r{review_id}")) if answer.ok else page.refuse(answer)


@personal
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, review_id: str) -> HttpResponse:
    page = Page(request)
    profile = page.get("profile")
    if not profile.ok:
        return page.refuse(profile)
    refusal: dict[str, Any] | None = None
    status = 200
    if request.method == "POST":
        body = {name: request.POST.get(name, "").strip() for name in ("cause", "text")}
        answer = page.post(f"reviews/{review_id}/reports", body)
        if answer.ok:
            return page.redirect(_told(_back(request), "reported"))
        if answer.status == 404:
            return page.refuse(answer)
        refusal, status = problem(answer), answer.status
    context = {"causes": CAUSES.items(), "refusal": refusal, "next": _back(request), "said": request.POST}
    return page.render("reviews/report.html", context, status=status)


def _keep(page: Page, found: dict[str, Any]) -> HttpResponse:
    form, path = page.request.POST, f"products/{found['product_id']}/review"
    if form.get("remove"):
        removed = page.delete(path)
        return page.redirect(f"/p/{found['slug']}?said=removed#reviews") if removed.ok else page.refuse(removed)
    values: dict[str, Any] = {name: form.get(name, "").strip() for name in WORDS}
    values["stars"] = whole(form.get("stars", ""), 0)
    answer = page.put(path, values)
    if answer.ok:
        return page.redirect(f"/p/{found['slug']}?said={answer.data['status']}#reviews")
    return _form(page, found, values, refusal=problem(answer), status=answer.status)


def _form(
    page: Page,
    found: dict[str, Any],
    values: dict[str, Any],
    *,
    refusal: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    errors = (refusal or {}).get("fields", {})
    chosen = values.get("stars") or whole(page.request.GET.get("stars", ""), 0)
    context = {
        "bought": found, "form": {"values": values, "errors": errors}, "stars": list(STARS.items()), "chosen": chosen,
        "refusal": refusal if refusal and not errors else None,
    }  # fmt: skip
    return page.render("reviews/form.html", context, status=status)


def _back(request: HttpRequest) -> str:
    asked = request.POST if request.method == "POST" else request.GET
    return redirects.onward(asked.get("next", ""), otherwise="/")


def _told(back: str, word: str, anchor: str = "reviews") -> str:
    path, _, query = back.partition("#")[0].partition("?")
    return f"{path}?{query}&said={word}#{anchor}" if query else f"{path}?said={word}#{anchor}"

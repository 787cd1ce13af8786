"""One product: its variants, the offer in the buy box, the other sellers, and putting it into the cart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.views.decorators.http import require_http_methods

from portals.customer.caching import public
from portals.customer.choice import Choice
from portals.customer.page import Page, problem, whole
from portals.customer.reviews import section_of
from portals.customer.structured import product_data

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


@public
@require_http_methods(["GET", "HEAD", "POST"])
def product(request: HttpRequest, slug: str) -> HttpResponse:
    page = Page(request)
    if request.method == "POST":
        return _add(page, slug)
    return _show(page, slug)


@require_http_methods(["GET", "HEAD"])
def preview(request: HttpRequest, ticket: str) -> HttpResponse:
    """A page that nobody can find and nothing can be bought from."""
    page = Page(request)
    answer = page.get(f"previews/{ticket}")
    response = _page_of(page, answer.data, preview=True) if answer.ok else page.refuse(answer)
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _add(page: Page, slug: str) -> HttpResponse:
    form = page.request.POST
    quantity = form.get("quantity", "1")
    body = {"offer_id": form.get("offer_id", ""), "quantity": whole(quantity, 1)}
    answer = page.post("cart/lines", body)
    if answer.ok:
        return page.redirect("/cart?added=1")
    return _show(page, slug, refusal=problem(answer), status=answer.status)


def _show(page: Page, slug: str, *, refusal: dict[str, Any] | None = None, status: int = 200) -> HttpResponse:
    answer = page.get(f"products/{slug}")
    if not answer.ok:
        return page.refuse(answer)
    return _page_of(page, answer.data, refusal=refusal, status=status)


def _page_of(
    page: Page,
    found: dict[str, Any],
    *,
    refusal: dict[str, Any] | None = None,
    status: int = 200,
    preview: bool = False,
) -> HttpResponse:
    sku = page.request.GET.get("v") or page.request.POST.get("v") or ""
    choice = Choice(found["variants"], sku, [media["url"] for media in found["media"]])
    said = section_of(page, found)
    context = {
        "product": found,
        "choice": choice,
        "refusal": refusal,
        "preview": preview,
        "gallery": _gallery(found, choice),
        "quantities": range(1, choice.most + 1),
        "shared": _shared(found, page.request.build_absolute_uri),
        "facts": [row for row in _said(found, choice) if row["kind"] != "rich_text"],
        "stories": [row for row in _said(found, choice) if row["kind"] == "rich_text"],
        "reviews": said,
        "data": [] if preview else product_data(found, choice, said["rows"], page.request.build_absolute_uri),
    }
    return page.render("product.html", context, status=status)


def _said(product: dict[str, Any], choice: Choice) -> list[dict[str, Any]]:
    """Attributes of the product; what the chosen variant says itself comes instead."""
    own = {row["code"]: row for row in (choice.variant or {}).get("attributes", [])}
    shared = [own.pop(row["code"], row) for row in product["attributes"]]
    return [*shared, *own.values()]


def _gallery(product: dict[str, Any], choice: Choice) -> list[dict[str, Any]]:
    """Pictures with the chosen variant's own first; each with the anchor that a link without scripts goes to."""
    media: list[dict[str, Any]] = product["media"]
    ordered = sorted(media, key=lambda item: item["url"] != choice.picture) if choice.picture else media
    return [
        one | {"anchor": f"m{number}", "words": one["alt"] or product["title"]} for number, one in enumerate(ordered, 1)
    ]


def _shared(product: dict[str, Any], absolute: Callable[[str], str]) -> dict[str, Any] | None:
    """The picture that goes with a shared link: a photograph where there is one, since chats show no drawings."""
    media: list[dict[str, Any]] = product["media"]
    found = next((one for one in media if one["sources"]), None) or next(iter(media), None)
    return found | {"address": absolute(found["url"])} if found else None

"""Lists of goods: a category, a search, a seller's shop. Every filter is in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.views.decorators.http import require_safe

from portals.customer.caching import public
from portals.customer.listing import Listing
from portals.customer.page import Page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@public
@require_safe
def category(request: HttpRequest, slug: str) -> HttpResponse:
    page = Page(request)
    found = page.get(f"categories/{slug}")
    if not found.ok:
        return page.refuse(found)
    return _list(
        page,
        "category.html",
        {"category": found.data},
        fixed={"category": slug},
        own_facets=("rating", "seller", "origin"),
    )


@public
@require_safe
def collection(request: HttpRequest, slug: str) -> HttpResponse:
    page = Page(request)
    found = page.get(f"collections/{slug}")
    if not found.ok:
        return page.refuse(found)
    facets = ("category", "rating", "seller", "origin")
    return _list(page, "collection.html", {"collection": found.data}, fixed={"collection": slug}, own_facets=facets)


@public
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    page = Page(request)
    words = request.GET.get("q", "").strip()[:100]
    if not words:
        roots = [category for category in page.get("categories").data or [] if not category["parent"]]
        return page.render("search.html", {"words": "", "categories": roots})
    facets = ("category", "rating", "seller", "origin")
    return _list(page, "search.html", {"words": words}, fixed={"q": words}, own_facets=facets, default_sort="relevance")


@public
@require_safe
def seller(request: HttpRequest, slug: str) -> HttpResponse:
    page = Page(request)
    found = page.get(f"sellers/{slug}")
    if not found.ok:
        return page.refuse(found)
    return _list(
        page, "seller.html", {"seller": found.data}, fixed={"seller": slug}, own_facets=("category", "rating", "origin")
    )


def _list(
    page: Page, template: str, context: dict[str, Any], *, fixed: dict[str, str], own_facets: tuple[str, ...], default_sort: str = "featured",
) -> HttpResponse:  # fmt: skip
    listing = Listing(page.request.GET, fixed=fixed, facet_names=own_facets, default_sort=default_sort)
    answer = page.get("products", listing.params())
    if not answer.ok:
        return page.refuse(answer)
    listing.fill(answer.data, answer.meta)
    return page.render(template, context | {"listing": listing})

"""The front door: sections in the order the brand wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portals.customer.caching import public
from portals.customer.page import Page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@public
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    page = Page(request)
    if not page.shop:
        return page.refuse(page.get("storefront"))
    sections = page.shop.get("home") or _plain_sections(page)
    return page.render("home.html", {"sections": sections, "site": _site_data(page)})


def _plain_sections(page: Page) -> list[dict[str, Any]]:
    """A shop whose brand has written no front page yet shows its name and what it has."""
    brand, products = page.shop["brand"], page.get("products", {"limit": 12, "sort": "newest"})
    hero = {"kind": "hero", "title": brand.get("tagline") or brand["name"], "text": brand.get("description", "")}
    row = {"kind": "product_row", "title": _("What we have"), "products": products.data or []}
    return [hero, row] if row["products"] else [hero]


def _site_data(page: Page) -> dict[str, Any]:
    """schema.org description of the shop itself, with the search address for search engines."""
    origin = f"{page.request.scheme}://{page.request.get_host()}"
    brand = page.shop["brand"]
    search = {"@type": "SearchAction", "target": f"{origin}/search?q={{q}}", "query-input": "required name=q"}
    return {
        "@context": "https://schema.org", "@type": "WebSite", "name": brand["name"], "url": f"{origin}/", "potentialAction": search,
    }  # fmt: skip

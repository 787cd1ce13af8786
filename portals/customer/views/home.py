"""The front door: sections in the order the brand wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
    sections = [_filled(page, dict(section)) for section in page.shop.get("home", [])]
    return page.render("home.html", {"sections": sections, "site": _site_data(page)})


def _filled(page: Page, section: dict[str, Any]) -> dict[str, Any]:
    """Give a section the goods it shows, where the API has not sent them along."""
    if section["kind"] == "product_row" and "products" not in section:
        params = {"category": section.get("category", ""), "limit": section.get("limit") or 8}
        section["products"] = page.get("products", params).data or []
    elif section["kind"] == "category_grid" and "categories" not in section:
        section["categories"] = page.get("categories").data or []
    elif section["kind"] == "seller_row" and "sellers" not in section:
        section["sellers"] = page.shop.get("sellers", [])
    return section


def _site_data(page: Page) -> dict[str, Any]:
    """schema.org description of the shop itself, with the search address for search engines."""
    origin = f"{page.request.scheme}://{page.request.get_host()}"
    brand = page.shop["brand"]
    search = {"@type": "SearchAction", "target": f"{origin}/search?q={{q}}", "query-input": "required name=q"}
    return {
        "@context": "https://schema.org", "@type": "WebSite", "name": brand["name"], "url": f"{origin}/", "potentialAction": search,
    }  # fmt: skip

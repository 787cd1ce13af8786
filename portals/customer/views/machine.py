"""Answers for browsers and robots rather than people."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from portals.customer import theme
from portals.customer.caching import personal, public
from portals.customer.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest

YEAR = 365 * 24 * 3600
LIMIT = 100
SITEMAP_MAX = 50_000  # addresses in one sitemap, by its protocol


@personal
@require_safe
def personal_bits(request: HttpRequest) -> HttpResponse:
    """What a cached page cannot know: how much is in the cart, and who is here."""
    page = Page(request)
    cart, profile = page.get("cart"), page.get("profile")
    name = str(profile.data["name"]) if profile.ok else ""
    bits = {
        "cart_count": (cart.data or {}).get("count", 0),
        "is_signed_in": profile.ok,
        "name": name.split(" ")[0],
    }
    return page.finish(JsonResponse(bits))


@require_safe
def theme_css(request: HttpRequest, digest: str) -> HttpResponse:
    """The theme's stylesheet. An old address gets today's theme, and is not kept."""
    look = theme.of(Page(request).shop.get("theme"))
    current = digest == look.digest
    response = HttpResponse(look.css, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = f"public, max-age={YEAR}, immutable" if current else "no-cache"
    return response


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Carts, accounts and filtered lists are not for search engines."""
    hidden = "".join(
        f"Disallow: /{name}\n" for name in ("cart", "checkout", "orders", "account", "login", "personal", "search")
    )
    origin = f"{request.scheme}://{request.get_host()}"
    text = f"User-agent: *\n{hidden}Sitemap: {origin}/sitemap.xml\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@public
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    page = Page(request)
    origin = f"{request.scheme}://{request.get_host()}"
    entries = "".join(f"<url><loc>{escape(origin + place)}</loc></url>" for place in _places(page))
    body = f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'
    return HttpResponse(body, content_type="application/xml; charset=utf-8")


def _places(page: Page) -> Iterator[str]:
    yield "/"
    for category in page.get("categories").data or []:
        yield f"/c/{category['slug']}"
    yield from (f"/collections/{found['slug']}" for found in page.get("collections").data or [])
    yield from (f"/pages/{found['slug']}" for found in page.get("pages").data or [])
    for number in range(1, SITEMAP_MAX // LIMIT):
        answer = page.get("products", {"page": number, "limit": LIMIT})
        yield from (f"/p/{card['slug']}" for card in answer.data or [])
        if not answer.ok or number * LIMIT >= answer.meta.get("total", 0):
            return


@public
@require_safe
def webmanifest(request: HttpRequest) -> HttpResponse:
    """So that the shop can be put on a home screen under its own name."""
    shop = Page(request).shop
    brand, look = shop.get("brand") or {}, theme.of(shop.get("theme"))
    icon = {"src": (shop.get("theme") or {}).get("favicon") or "", "sizes": "any", "type": "image/svg+xml"}
    facts = {
        "name": brand.get("name", ""), "short_name": brand.get("name", ""), "start_url": "/", "display": "minimal-ui",
        "background_color": look.colour, "theme_color": look.colour, "icons": [icon] if icon["src"] else [],
    }  # fmt: skip
    return JsonResponse(facts, content_type="application/manifest+json")

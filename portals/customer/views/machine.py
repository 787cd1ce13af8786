"""Answers for browsers and robots rather than people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from portals.customer import theme
from portals.customer.caching import personal, public
from portals.customer.page import Page

if TYPE_CHECKING:
    from django.http import HttpRequest

YEAR = 365 * 24 * 3600


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

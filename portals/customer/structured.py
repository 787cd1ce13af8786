"""schema.org data of a product, for search engines and link previews."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from portals.customer.choice import boxed

if TYPE_CHECKING:
    from collections.abc import Callable

    from portals.customer.choice import Choice

IN_STOCK, SOLD_OUT = "https://schema.org/InStock", "https://schema.org/OutOfStock"


REVIEWS_MAX = 5


def product_data(
    product: dict[str, Any], choice: Choice, reviews: list[dict[str, Any]], absolute: Callable[[str], str]
) -> list[dict[str, Any]]:
    """Return a Product with the buy box's offer, its stars and a BreadcrumbList. Prices are in units of the currency."""
    address = absolute(f"/p/{product['slug']}")
    described: dict[str, Any] = {
        "@context": "https://schema.org", "@type": "Product", "name": product["title"], "description": product["description"],
        "url": address, "image": [absolute(media["url"]) for media in product["media"]],
        "countryOfOrigin": product.get("country_of_origin"),
        "offers": [_offer(variant, address) for variant in product["variants"] if boxed(variant)],
    }  # fmt: skip
    if choice.variant:
        described["sku"] = choice.variant["sku"]
    if rating := product.get("rating"):
        described["aggregateRating"] = {
            "@type": "AggregateRating", "ratingValue": rating["average"], "ratingCount": rating["total"], "bestRating": "5",
        }  # fmt: skip
        described["review"] = [_review(row) for row in reviews[:REVIEWS_MAX]]
    return [described, _crumbs(product, absolute)]


def _offer(variant: dict[str, Any], address: str) -> dict[str, Any]:
    offer = boxed(variant) or {}
    return {
        "@type": "Offer", "sku": variant["sku"], "price": f"{offer['price']['minor'] / 100:.2f}",
        "priceCurrency": offer["price"]["currency"], "availability": IN_STOCK if offer["in_stock"] else SOLD_OUT,
        "url": f"{address}?v={variant['sku']}", "itemCondition": "https://schema.org/NewCondition",
        "seller": {"@type": "Organization", "name": offer["seller"]["name"]},
    }  # fmt: skip


def _review(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "@type": "Review", "author": {"@type": "Person", "name": row["author"]}, "name": row["title"],
        "reviewBody": row["text"], "datePublished": row["written_at"][:10],
        "reviewRating": {"@type": "Rating", "ratingValue": row["stars"], "bestRating": 5},
    }  # fmt: skip


def _crumbs(product: dict[str, Any], absolute: Callable[[str], str]) -> dict[str, Any]:
    items = [
        {"@type": "ListItem", "position": place, "name": crumb["name"], "item": absolute(f"/c/{crumb['slug']}")}
        for place, crumb in enumerate(product.get("breadcrumbs", []), start=1)
    ]
    return {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items}

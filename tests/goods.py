"""Builders of goods for tests: a seller, a product in the shop, an offer with stock. Call them inside a brand."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from haat.catalog.models import Category, Offer, Product, Variant
from haat.core import clock
from haat.core.ids import new_id
from haat.inventory import services as inventory
from haat.inventory.models import Stock
from haat.sellers.models import Seller

if TYPE_CHECKING:
    from collections.abc import Iterable

numbers = itertools.count(1)


def make_seller(name: str = "Ravi", **fields: Any) -> Seller:
    slug = name.lower().replace(" ", "-")
    found = Seller.objects.filter(slug=slug).first()
    values = {
        "status": "active", "entity_status": "verified", "entity_id": new_id(),
        "applied_at": clock.now(), "submitted_at": clock.now(), "approved_at": clock.now(),
    }  # fmt: skip
    return found or Seller.objects.create(slug=slug, name=name, **values | fields)


def make_category(slug: str = "tumblers", **fields: Any) -> Category:
    return Category.objects.get_or_create(slug=slug, defaults={"name": slug.replace("-", " ").title()} | fields)[0]


def make_product(title: str = "Ribbed tumbler", **fields: Any) -> Product:
    number = next(numbers)
    values: dict[str, Any] = {
        "slug": f"{title.lower().replace(' ', '-')}-{number}",
        "title": title,
        "status": Product.Status.PUBLISHED,
        "country_of_origin": "IN",
        "published_at": clock.now(),
    }
    return Product.objects.create(**values | {"category": fields.pop("category", None) or make_category()} | fields)


def make_offer(
    product: Product | None = None,
    *,
    seller: Seller | None = None,
    price_minor: int = 39_000,
    stock: int = 10,
    variant: Variant | None = None,
    **fields: Any,
) -> Offer:
    """An active offer with stock; on a variant of its own unless one is given."""
    product = product or make_product()
    variant = variant or Variant.objects.create(product=product, sku=f"SKU-{next(numbers)}", hsn="70133700")
    values = {"price_minor": price_minor, "mrp_minor": max(price_minor, 45_000)} | fields
    offer = Offer.objects.create(variant=variant, seller=seller or make_seller(), **values)
    kept = inventory.open_stock(offer=offer)
    Stock.objects.filter(pk=kept.pk).update(on_hand=stock)
    return offer


def slugs(rows: Iterable[dict[str, Any]]) -> list[str]:
    return [row["slug"] for row in rows]

"""Goods as rows of the sheet that is read here: one row an offer, or a variant that nobody offers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.catalog import queries as catalog
from haat.core.money import plain_minor
from haat.imports.columns import lists
from haat.inventory import queries as inventory

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from haat.sellers.models import Seller

HEADER = [
    "handle", "title", "category", "seller", "sku", "option1_name", "option1_value", "option2_name", "option2_value", "option3_name",
    "option3_value", "price", "mrp", "stock", "handling_days", "offer_status", "hsn", "country_of_origin", "weight_g", "net_quantity",
    "manufacturer", "importer", "packer", "barcode", "tags", "specifications", "description", "status",
]  # fmt: skip
BATCH = 300


def lines_of(*, seller: Seller | None, filters: Mapping[str, Any]) -> Iterator[list[str]]:
    """In batches, so that a hundred thousand rows take no more memory than some hundreds."""
    for products in catalog.sheet_products(seller=seller, filters=filters, batch=BATCH):
        offers = [offer for product in products for variant in product.variants.all() for offer in variant.offers.all()]
        stocks = inventory.default_stocks([offer.pk for offer in offers])
        for product in products:
            for variant in product.variants.all():
                own = [one for one in variant.offers.all() if seller is None or one.seller_id == seller.pk]
                if not own and seller is not None and product.seller_id != seller.pk:
                    continue
                for offer in own:
                    yield _line(product, variant, offer, stocks)
                if not own:
                    yield _line(product, variant, None, stocks)


def _line(product: Any, variant: Any, offer: Any, stocks: Mapping[Any, Any]) -> list[str]:
    options = [*variant.options[:3], *([{"name": "", "value": ""}] * 3)][:3]
    seller = offer.seller if offer else product.seller
    stock = stocks.get(offer.pk) if offer else None
    words = {
        "handle": product.slug, "title": product.title, "category": product.category.slug if product.category else "",
        "seller": seller.slug if seller else "", "sku": variant.sku, "price": _amount(offer, offer and offer.price_minor),
        "mrp": _amount(offer, offer and offer.mrp_minor), "stock": str(stock.on_hand) if stock else "",
        "handling_days": str(offer.handling_days) if offer else "", "offer_status": offer.status if offer else "", "hsn": variant.hsn,
        "country_of_origin": product.country_of_origin, "weight_g": "" if variant.weight_g is None else str(variant.weight_g),
        "net_quantity": variant.net_quantity, "manufacturer": product.manufacturer, "importer": product.importer, "packer": product.packer, "barcode": variant.barcode,
        "tags": lists.join_tags(product.tags), "specifications": lists.join_pairs(product.specifications),
        "description": product.description, "status": product.status,
    }  # fmt: skip
    for n, option in enumerate(options, 1):
        words |= {f"option{n}_name": option["name"], f"option{n}_value": option["value"]}
    return [words[name] for name in HEADER]


def _amount(offer: Any, minor: int | None) -> str:
    return plain_minor(minor, offer.currency) if offer and minor else ""

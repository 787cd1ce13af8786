"""Reads of stock, and of a seller's goods with it."""

from haat.inventory.queries.desk import (
    LOW_STOCK,
    OfferView,
    ProductView,
    VariantView,
    offer_views,
    product_view,
    product_views,
    seller_offers,
)
from haat.inventory.queries.stock import available, expired, held_units, seller_movements, stocks

__all__ = [
    "LOW_STOCK",
    "OfferView",
    "ProductView",
    "VariantView",
    "available",
    "expired",
    "held_units",
    "offer_views",
    "product_view",
    "product_views",
    "seller_movements",
    "seller_offers",
    "stocks",
]

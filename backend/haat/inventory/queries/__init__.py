"""Reads of stock, and of a seller's goods with it."""

from haat.inventory.queries.alerts import alerts_to_tell, open_alerts
from haat.inventory.queries.bundles import bundle_view
from haat.inventory.queries.desk import (
    OfferView,
    ProductView,
    VariantView,
    offer_views,
    product_stock,
    product_view,
    product_views,
)
from haat.inventory.queries.drops import drop_of, drop_unit, drop_units, unit_counts, units_of
from haat.inventory.queries.grid import grid, stock_file
from haat.inventory.queries.left import STATES, seller_offers
from haat.inventory.queries.levels import LOW_STOCK, default_level
from haat.inventory.queries.places import PlaceCount, place_counts, units_at_places
from haat.inventory.queries.shelf import Shelf, available, shelves
from haat.inventory.queries.stock import default_stocks, expired, held_units, numbered, seller_movements

__all__ = [
    "LOW_STOCK",
    "STATES",
    "OfferView",
    "PlaceCount",
    "ProductView",
    "Shelf",
    "VariantView",
    "alerts_to_tell",
    "available",
    "bundle_view",
    "default_level",
    "default_stocks",
    "drop_of",
    "drop_unit",
    "drop_units",
    "expired",
    "grid",
    "held_units",
    "numbered",
    "offer_views",
    "open_alerts",
    "place_counts",
    "product_stock",
    "product_view",
    "product_views",
    "seller_movements",
    "seller_offers",
    "shelves",
    "stock_file",
    "unit_counts",
    "units_at_places",
    "units_of",
]  # fmt: skip

"""The verbs of the catalogue."""

from haat.catalog.services.bulk import OfferRow, ProductRow, VariantRow, Written, write_goods
from haat.catalog.services.bundles import COMPONENTS_MAX, put_components
from haat.catalog.services.categories import CategorySpec, add_categories, put_categories
from haat.catalog.services.decisions import (
    actions_of,
    archive_product,
    propose_product,
    publish_product,
    reject_product,
)
from haat.catalog.services.drafts import ProductSpec, VariantSpec, draft_product, edit_product
from haat.catalog.services.missing import REQUIRED, found, found_many, missing_of
from haat.catalog.services.offers import PRICE_MAX_MINOR, OfferSpec, change_offer, check_price, make_offer
from haat.catalog.services.offers_bulk import lock_offers, write_offers

__all__ = [
    "COMPONENTS_MAX",
    "PRICE_MAX_MINOR",
    "REQUIRED",
    "CategorySpec",
    "OfferRow",
    "OfferSpec",
    "ProductRow",
    "ProductSpec",
    "VariantRow",
    "VariantSpec",
    "Written",
    "actions_of",
    "add_categories",
    "archive_product",
    "change_offer",
    "check_price",
    "draft_product",
    "edit_product",
    "found",
    "found_many",
    "lock_offers",
    "make_offer",
    "missing_of",
    "propose_product",
    "publish_product",
    "put_categories",
    "put_components",
    "reject_product",
    "write_goods",
    "write_offers",
]

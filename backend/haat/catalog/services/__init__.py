"""The verbs of the catalogue."""

from haat.catalog.services import pictures
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
from haat.catalog.services.missing import REQUIRED, STOCK, found, found_many, lacks, missing_of, refresh_many
from haat.catalog.services.offers import PRICE_MAX_MINOR, OfferSpec, change_offer, check_price, make_offer
from haat.catalog.services.offers_bulk import lock_offers, write_offers
from haat.catalog.services.sheet import By, ChangedSince, Compared, Fate, Wanted, compare, take_back, write_sheet
from haat.catalog.services.variants import (
    ChangedElsewhere,
    begin_edit,
    bring_back,
    remove_variants,
    skus_in_use,
)

__all__ = [
    "COMPONENTS_MAX",
    "PRICE_MAX_MINOR",
    "REQUIRED",
    "STOCK",
    "By",
    "CategorySpec",
    "ChangedElsewhere",
    "ChangedSince",
    "Compared",
    "Fate",
    "OfferRow",
    "OfferSpec",
    "ProductRow",
    "ProductSpec",
    "VariantRow",
    "VariantSpec",
    "Wanted",
    "Written",
    "actions_of",
    "add_categories",
    "archive_product",
    "begin_edit",
    "bring_back",
    "change_offer",
    "check_price",
    "compare",
    "draft_product",
    "edit_product",
    "found",
    "found_many",
    "lacks",
    "lock_offers",
    "make_offer",
    "missing_of",
    "pictures",
    "propose_product",
    "publish_product",
    "put_categories",
    "put_components",
    "refresh_many",
    "reject_product",
    "remove_variants",
    "skus_in_use",
    "take_back",
    "write_goods",
    "write_offers",
    "write_sheet",
]

"""The verbs of the catalogue."""

from haat.catalog.services import pictures
from haat.catalog.services.bulk import OfferRow, ProductRow, VariantRow, Written, write_goods
from haat.catalog.services.categories import CategorySpec, add_categories, put_categories
from haat.catalog.services.decisions import (
    actions_of,
    archive_product,
    propose_product,
    publish_product,
    reject_product,
)
from haat.catalog.services.drafts import ProductSpec, VariantSpec, draft_product, edit_product
from haat.catalog.services.missing import REQUIRED, found, lacks, missing_of
from haat.catalog.services.offers import PRICE_MAX_MINOR, OfferSpec, change_offer, make_offer
from haat.catalog.services.variants import (
    ChangedElsewhere,
    begin_edit,
    bring_back,
    remove_variants,
    skus_in_use,
)

__all__ = [
    "PRICE_MAX_MINOR",
    "REQUIRED",
    "CategorySpec",
    "ChangedElsewhere",
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
    "begin_edit",
    "bring_back",
    "change_offer",
    "draft_product",
    "edit_product",
    "found",
    "lacks",
    "make_offer",
    "missing_of",
    "pictures",
    "propose_product",
    "publish_product",
    "put_categories",
    "reject_product",
    "remove_variants",
    "skus_in_use",
    "write_goods",
]

"""The verbs of the catalogue."""

from haat.catalog.services.decisions import (
    actions_of,
    archive_product,
    propose_product,
    publish_product,
    reject_product,
)
from haat.catalog.services.drafts import ProductSpec, VariantSpec, draft_product, edit_product
from haat.catalog.services.missing import found, missing_of
from haat.catalog.services.offers import OfferSpec, change_offer, make_offer

__all__ = [
    "OfferSpec",
    "ProductSpec",
    "VariantSpec",
    "actions_of",
    "archive_product",
    "change_offer",
    "draft_product",
    "edit_product",
    "found",
    "make_offer",
    "missing_of",
    "propose_product",
    "publish_product",
    "reject_product",
]

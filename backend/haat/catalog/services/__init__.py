"""The verbs of the catalogue."""

from haat.catalog.services.attributes import (
    AttributeSpec,
    ChoiceSpec,
    archive_attribute,
    put_attributes,
    save_attribute,
)
from haat.catalog.services.batches import Batch, Outcome, Wish, decide, undo
from haat.catalog.services.bulk import OfferRow, ProductRow, VariantRow, Written, write_goods
from haat.catalog.services.categories import CategorySpec, add_categories, put_categories
from haat.catalog.services.changes import withdraw_change
from haat.catalog.services.collections import (
    CollectionSpec,
    put_collections,
    remove_collection,
    save_collection,
)
from haat.catalog.services.decisions import (
    actions_of,
    archive_product,
    propose_product,
    publish_product,
    reject_product,
)
from haat.catalog.services.drafts import Edited, ProductSpec, VariantSpec, draft_product, edit_product
from haat.catalog.services.listing import describe_product
from haat.catalog.services.missing import REQUIRED, found, missing_of
from haat.catalog.services.offers import PRICE_MAX_MINOR, OfferSpec, change_offer, make_offer
from haat.catalog.services.reasons import REASONS
from haat.catalog.services.review import outdated_fields, rebase_change, set_trust
from haat.catalog.services.rules import clean_rule, conditions
from haat.catalog.services.tree import archive_category, save_category

__all__ = [
    "PRICE_MAX_MINOR",
    "REASONS",
    "REQUIRED",
    "AttributeSpec",
    "Batch",
    "CategorySpec",
    "ChoiceSpec",
    "CollectionSpec",
    "Edited",
    "OfferRow",
    "OfferSpec",
    "Outcome",
    "ProductRow",
    "ProductSpec",
    "VariantRow",
    "VariantSpec",
    "Wish",
    "Written",
    "actions_of",
    "add_categories",
    "archive_attribute",
    "archive_category",
    "archive_product",
    "change_offer",
    "clean_rule",
    "conditions",
    "decide",
    "describe_product",
    "draft_product",
    "edit_product",
    "found",
    "make_offer",
    "missing_of",
    "outdated_fields",
    "propose_product",
    "publish_product",
    "put_attributes",
    "put_categories",
    "put_collections",
    "rebase_change",
    "reject_product",
    "remove_collection",
    "save_attribute",
    "save_category",
    "save_collection",
    "set_trust",
    "undo",
    "withdraw_change",
    "write_goods",
]

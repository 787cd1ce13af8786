"""The verbs of the catalogue."""

from haat.catalog.services import pictures
from haat.catalog.services.attributes import (
    AttributeSpec,
    ChoiceSpec,
    archive_attribute,
    put_attributes,
    save_attribute,
)
from haat.catalog.services.batches import Batch, Outcome, Wish, decide, undo
from haat.catalog.services.bulk import OfferRow, ProductRow, VariantRow, Written, write_goods
from haat.catalog.services.bundles import COMPONENTS_MAX, put_components
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
from haat.catalog.services.missing import REQUIRED, STOCK, found, found_many, lacks, missing_of, refresh_many
from haat.catalog.services.offers import PRICE_MAX_MINOR, OfferSpec, change_offer, check_price, make_offer
from haat.catalog.services.offers_bulk import lock_offers, write_offers
from haat.catalog.services.reasons import REASONS
from haat.catalog.services.removals import propose_removal, waits_for_brand
from haat.catalog.services.review import outdated_fields, rebase_change, set_trust
from haat.catalog.services.rules import clean_rule, conditions
from haat.catalog.services.sheet import By, ChangedSince, Compared, Fate, Wanted, compare, take_back, write_sheet
from haat.catalog.services.tree import archive_category, save_category
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
    "REASONS",
    "REQUIRED",
    "STOCK",
    "AttributeSpec",
    "Batch",
    "By",
    "CategorySpec",
    "ChangedElsewhere",
    "ChangedSince",
    "ChoiceSpec",
    "CollectionSpec",
    "Compared",
    "Edited",
    "Fate",
    "OfferRow",
    "OfferSpec",
    "Outcome",
    "ProductRow",
    "ProductSpec",
    "VariantRow",
    "VariantSpec",
    "Wanted",
    "Wish",
    "Written",
    "actions_of",
    "add_categories",
    "archive_attribute",
    "archive_category",
    "archive_product",
    "begin_edit",
    "bring_back",
    "change_offer",
    "check_price",
    "clean_rule",
    "compare",
    "conditions",
    "decide",
    "describe_product",
    "draft_product",
    "edit_product",
    "found",
    "found_many",
    "lacks",
    "lock_offers",
    "make_offer",
    "missing_of",
    "outdated_fields",
    "pictures",
    "propose_product",
    "propose_removal",
    "publish_product",
    "put_attributes",
    "put_categories",
    "put_collections",
    "put_components",
    "rebase_change",
    "refresh_many",
    "reject_product",
    "remove_collection",
    "remove_variants",
    "save_attribute",
    "save_category",
    "save_collection",
    "set_trust",
    "skus_in_use",
    "take_back",
    "undo",
    "waits_for_brand",
    "withdraw_change",
    "write_goods",
    "write_offers",
    "write_sheet",
]

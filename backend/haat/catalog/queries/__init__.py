"""Reads of the catalogue, and the doors to rows of a seller."""

from haat.catalog.queries import pictures
from haat.catalog.queries.attributes import attribute, attributes, attributes_of, values_of
from haat.catalog.queries.bundles import components, offer_ids_of_variant, seller_variant
from haat.catalog.queries.categories import (
    CategoryPage,
    breadcrumbs,
    categories,
    category,
    category_by_id,
    category_page,
    category_path,
    category_paths,
    goods_by_category,
)
from haat.catalog.queries.collections import (
    collected,
    collection,
    collections,
    item_rows,
    items_of,
    ruled_collections,
)
from haat.catalog.queries.diff import Line, diff_of, said_by_variant, wanted_by
from haat.catalog.queries.hsn import suggested_hsn
from haat.catalog.queries.moderation import (
    change,
    changes,
    is_trusted,
    latest_changes,
    proposed_products,
    rejected_products,
    trust,
    waiting_counts,
)
from haat.catalog.queries.moves import Moved, raise_not_found
from haat.catalog.queries.offers import (
    all_offers,
    handling_days,
    offerable_variant,
    offers,
    offers_of_products,
    products_of_offers,
    products_offered_by,
    seller_offer,
    seller_offers,
    sellers_of_offers,
)
from haat.catalog.queries.page import ProductPage, product_page
from haat.catalog.queries.previews import preview_ticket, previewed
from haat.catalog.queries.products import (
    imported,
    known_products,
    product,
    products,
    seller_product,
    seller_products,
    shown_products,
)
from haat.catalog.queries.quality import quality_of
from haat.catalog.queries.queue import queue, queue_rows
from haat.catalog.queries.sheet import sheet_products, standing, usual_specifications
from haat.catalog.queries.sold import GOODS, SOLD, load_pictures, offer

__all__ = [
    "GOODS",
    "SOLD",
    "CategoryPage",
    "Line",
    "Moved",
    "ProductPage",
    "all_offers",
    "attribute",
    "attributes",
    "attributes_of",
    "breadcrumbs",
    "categories",
    "category",
    "category_by_id",
    "category_page",
    "category_path",
    "category_paths",
    "change",
    "changes",
    "collected",
    "collection",
    "collections",
    "components",
    "diff_of",
    "goods_by_category",
    "handling_days",
    "imported",
    "is_trusted",
    "item_rows",
    "items_of",
    "known_products",
    "latest_changes",
    "load_pictures",
    "offer",
    "offer_ids_of_variant",
    "offerable_variant",
    "offers",
    "offers_of_products",
    "pictures",
    "preview_ticket",
    "previewed",
    "product",
    "product_page",
    "products",
    "products_of_offers",
    "products_offered_by",
    "proposed_products",
    "quality_of",
    "queue",
    "queue_rows",
    "raise_not_found",
    "rejected_products",
    "ruled_collections",
    "said_by_variant",
    "seller_offer",
    "seller_offers",
    "seller_product",
    "seller_products",
    "seller_variant",
    "sellers_of_offers",
    "sheet_products",
    "shown_products",
    "standing",
    "suggested_hsn",
    "trust",
    "usual_specifications",
    "values_of",
    "waiting_counts",
    "wanted_by",
]

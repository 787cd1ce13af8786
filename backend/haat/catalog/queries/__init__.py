"""Reads of the catalogue, and the doors to rows of a seller."""

from haat.catalog.queries import pictures
from haat.catalog.queries.bundles import components, offer_ids_of_variant, seller_variant
from haat.catalog.queries.categories import (
    CategoryPage,
    breadcrumbs,
    categories,
    category,
    category_page,
    category_path,
    category_paths,
)
from haat.catalog.queries.hsn import usual_hsn
from haat.catalog.queries.offers import (
    all_offers,
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
from haat.catalog.queries.sheet import sheet_products, standing, usual_specifications

__all__ = [
    "CategoryPage",
    "ProductPage",
    "all_offers",
    "breadcrumbs",
    "categories",
    "category",
    "category_page",
    "category_path",
    "category_paths",
    "components",
    "imported",
    "known_products",
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
    "quality_of",
    "seller_offer",
    "seller_offers",
    "seller_product",
    "seller_products",
    "seller_variant",
    "sellers_of_offers",
    "sheet_products",
    "shown_products",
    "standing",
    "usual_hsn",
    "usual_specifications",
]

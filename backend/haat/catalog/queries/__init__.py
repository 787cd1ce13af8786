"""Reads of the catalogue, and the doors to rows of a seller."""

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
from haat.catalog.queries.products import (
    imported,
    known_products,
    product,
    products,
    seller_product,
    seller_products,
    shown_products,
)

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
    "product",
    "product_page",
    "products",
    "products_of_offers",
    "products_offered_by",
    "seller_offer",
    "seller_offers",
    "seller_product",
    "seller_products",
    "seller_variant",
    "sellers_of_offers",
    "shown_products",
]

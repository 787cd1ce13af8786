"""What a brand sells: categories, products, their variants and pictures, and the offers of sellers on them."""

from haat.catalog.models.bundles import Component
from haat.catalog.models.media import Media
from haat.catalog.models.offers import Offer
from haat.catalog.models.products import Product, Variant
from haat.catalog.models.tree import Category

__all__ = ["Category", "Component", "Media", "Offer", "Product", "Variant"]

"""What a brand sells: categories, products, their variants and pictures, and the offers of sellers on them."""

from haat.catalog.models.attributes import Attribute, AttributeChoice, AttributePlace
from haat.catalog.models.bundles import Component
from haat.catalog.models.collections import Collection, CollectionItem
from haat.catalog.models.media import Media
from haat.catalog.models.moderation import Decision, ProductChange, SellerTrust
from haat.catalog.models.moves import OldSlug
from haat.catalog.models.offers import Offer
from haat.catalog.models.products import Product, Variant
from haat.catalog.models.tree import Category
from haat.catalog.models.values import AttributeValue

__all__ = ["Category", "Component", "Media", "Offer", "Product", "Variant"]
__all__ = [
    "Attribute",
    "AttributeChoice",
    "AttributePlace",
    "AttributeValue",
    "Category",
    "Collection",
    "CollectionItem",
    "Decision",
    "Media",
    "Offer",
    "OldSlug",
    "Product",
    "ProductChange",
    "SellerTrust",
    "Variant",
]

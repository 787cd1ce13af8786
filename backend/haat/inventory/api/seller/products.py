"""A seller's products: write, change, send for review."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.catalog import queries as catalog
from haat.catalog import services as catalog_services
from haat.catalog.types import ARCHIVED, DRAFT, PROPOSED, PUBLISHED, REJECTED
from haat.core.api.base import SellerAPI
from haat.core.api.operation import operation
from haat.inventory import queries, services
from haat.inventory.api.seller.shapes import (
    CategoryOut,
    ProductChangeIn,
    ProductIn,
    ProductOut,
    ProductRowOut,
)
from haat.inventory.api.seller.typed import AttributeOut


class Categories(SellerAPI):
    permission = "products.edit"

    @operation("Where a product can be placed", output=CategoryOut, many=True)
    def get(self, _request: Any) -> Any:
        return self.all_of(catalog.categories())


class ProductFilters(serializers.Serializer[Any]):
    status = serializers.ChoiceField(
        choices=[DRAFT, PROPOSED, PUBLISHED, REJECTED, ARCHIVED], required=False, allow_blank=True
    )
    q = serializers.CharField(required=False, allow_blank=True, max_length=100)


class ProductView(SellerAPI):
    """What the endpoints of products share: the product goes out with the seller's own offers and stock."""

    permission = "products.edit"

    @property
    def auto_approve(self) -> bool:
        by_default = bool(self.brand.policy("auto_approve_products", default=False))
        return catalog.is_trusted(self.seller, by_default=by_default)

    def shown(self, product: Any) -> queries.ProductView:
        fresh = catalog.seller_product(seller=self.seller, product_id=product.pk)
        return queries.product_view(seller=self.seller, product=fresh, auto_approve=self.auto_approve)


class Products(ProductView):
    sorts = {"title": "title", "updated_at": "updated_at", "created_at": "created_at"}

    @operation("Own products", output=ProductRowOut, filters=ProductFilters, many=True)
    def get(self, _request: Any) -> Any:
        found = catalog.seller_products(
            seller=self.seller, status=self.filters.get("status", ""), q=self.filters.get("q", "")
        )
        rows = self.page_of(found)
        return tuple(queries.product_views(seller=self.seller, products=rows, auto_approve=self.auto_approve))

    @operation("Write a product", input=ProductIn, output=ProductOut, status=201)
    def post(self, _request: Any) -> Any:
        product = services.draft_product(seller=self.seller, given=self.input, currency=self.brand.currency, at=self.at)
        return self.shown(product)


class ProductPage(ProductView):
    @operation("One of the own products", output=ProductOut)
    def get(self, _request: Any, product_id: Any) -> Any:
        return self.shown(catalog.seller_product(seller=self.seller, product_id=product_id))

    @operation("Change a product", input=ProductChangeIn, output=ProductOut)
    def patch(self, _request: Any, product_id: Any) -> Any:
        product = catalog.seller_product(seller=self.seller, product_id=product_id)
        changed = services.edit_product(
            product=product,
            given=self.input,
            currency=self.brand.currency,
            auto_approve=self.auto_approve,
            at=self.at,
        )
        return self.shown(changed)


class ProductChange(ProductView):
    @operation("Take back an edit that waits for the brand", output=ProductOut)
    def delete(self, _request: Any, product_id: Any) -> Any:
        product = catalog.seller_product(seller=self.seller, product_id=product_id)
        catalog_services.withdraw_change(product=product, at=self.at)
        return self.shown(product)


class CategoryAttributes(SellerAPI):
    permission = "products.edit"

    @operation("What goods of a category may say", output=AttributeOut, many=True)
    def get(self, _request: Any, slug: str) -> Any:
        return self.all_of(catalog.attributes_of(catalog.category(slug=slug).pk))


class ProductProposal(ProductView):
    @operation("Ask the brand to publish", output=ProductOut, status=200)
    def post(self, _request: Any, product_id: Any) -> Any:
        product = catalog.seller_product(seller=self.seller, product_id=product_id)
        return self.shown(catalog_services.propose_product(product=product, auto_approve=self.auto_approve, at=self.at))

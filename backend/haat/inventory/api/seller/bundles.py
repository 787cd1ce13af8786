"""What is inside a bundle."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.catalog import queries as catalog
from haat.catalog.services import COMPONENTS_MAX
from haat.core.api.base import SellerAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.inventory import queries, services


class ComponentIn(Strict):
    sku = serializers.CharField(max_length=64)
    quantity = serializers.IntegerField(min_value=1, max_value=999)


class BundleIn(Strict):
    components = ComponentIn(many=True)

    def validate_components(self, rows: Any) -> Any:
        if len({row["sku"] for row in rows}) < len(rows):
            raise serializers.ValidationError("Name each SKU once.")
        if len(rows) > COMPONENTS_MAX:
            raise serializers.ValidationError(f"At most {COMPONENTS_MAX} kinds of things.")
        return rows


class ComponentOut(serializers.Serializer[Any]):
    sku = serializers.CharField(source="variant.sku")
    title = serializers.CharField(source="variant.product.title")
    options = serializers.CharField(source="variant.label")
    quantity = serializers.IntegerField()


class BundleOut(serializers.Serializer[Any]):
    id = serializers.UUIDField(source="variant.pk")
    sku = serializers.CharField(source="variant.sku")
    title = serializers.CharField(source="variant.product.title")
    options = serializers.CharField(source="variant.label")
    components = ComponentOut(many=True)
    available = serializers.IntegerField(help_text="How many bundles the components make")
    actions = serializers.ListField(child=serializers.CharField())


class Components(SellerAPI):
    permission = "products.edit"

    @operation("What is inside a variant", output=BundleOut)
    def get(self, _request: Any, variant_id: Any) -> Any:
        return self.shown(catalog.seller_variant(seller=self.seller, variant_id=variant_id))

    @operation("Say what is inside; nothing makes it plain again", input=BundleIn, output=BundleOut)
    def put(self, _request: Any, variant_id: Any) -> Any:
        variant = catalog.seller_variant(seller=self.seller, variant_id=variant_id)
        parts = {row["sku"]: row["quantity"] for row in self.input["components"]}
        services.put_bundle(
            seller=self.seller, variant=variant, parts=parts, auto_approve=self.auto_approve, at=self.at
        )
        return self.shown(variant)

    @property
    def auto_approve(self) -> bool:
        return bool(self.brand.policy("auto_approve_products", default=False))

    def shown(self, variant: Any) -> dict[str, Any]:
        return queries.bundle_view(seller=self.seller, variant=variant, auto_approve=self.auto_approve)

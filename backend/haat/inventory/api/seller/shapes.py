"""Shapes of products and offers as their seller sees them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from haat.catalog import queries as catalog
from haat.catalog import services
from haat.core import clock
from haat.core.api.fields import MoneyField, Strict
from haat.inventory.api.seller.typed import AnythingField, ChangeOut
from haat.inventory.api.shapes import PlaceCountOut
from haat.tenancy import hosts

HSN = serializers.RegexField(
    r"^([0-9]{4}|[0-9]{6}|[0-9]{8})$", required=False, allow_blank=True, error_messages={"invalid": "An HSN code has 4, 6 or 8 digits."}
)  # fmt: skip

MONTH = serializers.RegexField(
    r"^20[0-9]{2}-(0[1-9]|1[0-2])$", required=False, allow_blank=True, error_messages={"invalid": "A month, such as 2026-04."}
)  # fmt: skip


class CategoryOut(serializers.Serializer[Any]):
    slug = serializers.CharField()
    name = serializers.CharField()
    needs_month = serializers.BooleanField(help_text="Its goods are dated: month of manufacture or import")
    parent = serializers.SerializerMethodField()  # type: ignore[assignment]  # DRF's own `parent` is another thing

    def get_parent(self, category: Any) -> str | None:
        return category.parent.slug if category.parent else None


class CategoryRefOut(serializers.Serializer[Any]):
    slug = serializers.CharField()
    name = serializers.CharField()


class PairOut(serializers.Serializer[Any]):
    name = serializers.CharField(max_length=60)
    value = serializers.CharField(max_length=200)


class OfferOut(serializers.Serializer[Any]):
    id = serializers.UUIDField(source="offer.pk")
    price = MoneyField(source="price_minor")
    mrp = MoneyField(source="mrp_minor")
    on_hand = serializers.IntegerField()
    reserved = serializers.IntegerField()
    available = serializers.IntegerField()
    handling_days = serializers.IntegerField(source="offer.handling_days")
    status = serializers.CharField(source="offer.status")
    kind = serializers.CharField(help_text="plain, bundle or numbered: what its stock is counted in")
    places = PlaceCountOut(many=True)
    actions = serializers.ListField(child=serializers.CharField())


class ProductRefOut(serializers.Serializer[Any]):
    id = serializers.UUIDField(source="pk")
    title = serializers.CharField()


class OfferRowOut(OfferOut):
    product = ProductRefOut(source="offer.variant.product")
    variant_id = serializers.UUIDField(source="offer.variant_id")
    sku = serializers.CharField(source="offer.variant.sku")
    options = serializers.CharField(source="offer.variant.label")
    low_stock = serializers.BooleanField()
    level = serializers.IntegerField(help_text="From how many left on it counts as low")
    own_level = serializers.IntegerField(allow_null=True, help_text="Set for this offer alone")


class VariantOut(serializers.Serializer[Any]):
    """`is_live` is false while the brand has not agreed to it yet."""

    id = serializers.UUIDField(source="variant.pk")
    sku = serializers.CharField(source="variant.sku")
    options = PairOut(source="variant.options", many=True)
    hsn = serializers.CharField(source="variant.hsn")
    weight_g = serializers.IntegerField(source="variant.weight_g", allow_null=True)
    net_quantity = serializers.CharField(source="variant.net_quantity")
    barcode = serializers.CharField(source="variant.barcode")
    is_live = serializers.BooleanField(source="variant.is_live")
    attributes = AnythingField(source="said")
    offer = OfferOut(allow_null=True)


class ProductRowOut(serializers.Serializer[Any]):
    id = serializers.UUIDField(source="product.pk")
    title = serializers.CharField(source="product.title")
    slug = serializers.CharField(source="product.slug")
    status = serializers.CharField(source="product.status")
    category = CategoryRefOut(source="product.category", allow_null=True)
    image_url = serializers.SerializerMethodField()
    offers = serializers.SerializerMethodField()
    missing = serializers.ListField(source="product.missing", child=serializers.CharField())
    price_from = MoneyField(source="price_minor")
    stock = serializers.IntegerField(source="available")
    updated_at = serializers.DateTimeField(source="product.updated_at")
    actions = serializers.ListField(child=serializers.CharField())

    def get_image_url(self, row: Any) -> str | None:
        return catalog.pictures.small(row.product.media.all())

    def get_offers(self, row: Any) -> int:
        return len(row.offers)


class LackOut(serializers.Serializer[Any]):
    """What stops it from being published, and the field where it is mended."""

    name = serializers.CharField()
    field = serializers.CharField()
    text = serializers.CharField()


class TipOut(serializers.Serializer[Any]):
    code = serializers.CharField()
    field = serializers.CharField()
    text = serializers.CharField()
    points = serializers.IntegerField()


class QualityOut(serializers.Serializer[Any]):
    score = serializers.IntegerField()
    tips = TipOut(many=True)


class ProductOut(ProductRowOut):
    description = serializers.CharField(source="product.description")
    country_of_origin = serializers.CharField(source="product.country_of_origin")
    manufacturer = serializers.CharField(source="product.manufacturer")
    importer = serializers.CharField(source="product.importer")
    packer = serializers.CharField(source="product.packer")
    made_month = serializers.CharField(source="product.made_month")
    imported_month = serializers.CharField(source="product.imported_month")
    seo_title = serializers.CharField(source="product.seo_title")
    seo_description = serializers.CharField(source="product.seo_description")
    attributes = AnythingField(source="said")
    tags = serializers.ListField(source="product.tags", child=serializers.CharField())
    specifications = PairOut(source="product.specifications", many=True)
    rejection_reason = serializers.CharField(source="product.rejection_reason")
    variants = VariantOut(many=True)
    revision = serializers.IntegerField(source="product.revision")
    lacking = serializers.SerializerMethodField()
    quality = QualityOut()
    hsn_suggestions = serializers.ListField(child=serializers.CharField())
    preview_url = serializers.SerializerMethodField()

    def get_preview_url(self, row: Any) -> str:
        """The storefront's page of it, open to whoever has the address, for some hours."""
        ticket = catalog.preview_ticket(product_id=row.product.pk, at=clock.now())
        return hosts.url("customer", self.context["brand"], f"/preview/{ticket}")

    @extend_schema_field(LackOut(many=True))
    def get_lacking(self, row: Any) -> list[dict[str, str]]:
        return services.lacks(row.product.missing)

    change = ChangeOut(allow_null=True)
    edits_wait = serializers.BooleanField(help_text="It is in the shop, and the brand looks at what is changed of it")


class VariantIn(Strict):
    id = serializers.UUIDField(required=False)
    sku = serializers.CharField(max_length=64, required=False, allow_blank=True)
    options = PairOut(many=True, required=False)
    hsn = HSN
    net_quantity = serializers.CharField(max_length=60, required=False, allow_blank=True)
    weight_g = serializers.IntegerField(min_value=0, max_value=1_000_000, required=False, allow_null=True)
    barcode = serializers.RegexField(r"^[0-9]{8,14}$", required=False, allow_blank=True)
    attributes = AnythingField(required=False)
    price_minor = serializers.IntegerField(min_value=1, required=False)
    mrp_minor = serializers.IntegerField(min_value=1, required=False)
    stock = serializers.IntegerField(min_value=0, max_value=10_000_000, required=False)


class WordsIn(Strict):
    title = serializers.CharField(max_length=250)
    description = serializers.CharField(max_length=20_000, required=False, allow_blank=True)
    category = serializers.SlugField(required=False, allow_null=True)
    country_of_origin = serializers.RegexField(
        r"^[A-Z]{2}$", required=False, allow_blank=True, error_messages={"invalid": "Two letters, such as IN."}
    )
    manufacturer = serializers.CharField(max_length=300, required=False, allow_blank=True)
    importer = serializers.CharField(max_length=300, required=False, allow_blank=True)
    packer = serializers.CharField(max_length=300, required=False, allow_blank=True)
    made_month = MONTH
    imported_month = MONTH
    seo_title = serializers.CharField(max_length=70, required=False, allow_blank=True)
    seo_description = serializers.CharField(max_length=200, required=False, allow_blank=True)
    attributes = AnythingField(required=False)
    tags = serializers.ListField(child=serializers.CharField(max_length=40), required=False, max_length=30)
    specifications = PairOut(many=True, required=False)
    variants = VariantIn(many=True, required=False)


class ProductIn(WordsIn, VariantIn):
    """One variant may be given flat, beside the words; several as `variants`."""

    id = None  # type: ignore[assignment]  # DRF's way to drop an inherited field


class ProductChangeIn(WordsIn):
    """`revision` is the one the editor saw: with it, an edit that would write over another one is refused.

    Variants that are named stand in their order. One that is offered already takes its price, MRP and count from here too.
    """

    title = serializers.CharField(max_length=250, required=False)
    revision = serializers.IntegerField(min_value=0, required=False)
    removed_variants = serializers.ListField(child=serializers.UUIDField(), required=False, max_length=200)

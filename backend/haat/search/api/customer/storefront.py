"""The frame of every page and the front page: brand, theme, navigation, sections, rules."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from haat.core.api.base import CustomerAPI
from haat.core.api.cached import Cached
from haat.core.api.fields import money_dict
from haat.core.api.operation import operation
from haat.search import queries
from haat.search.api.shapes import CardOut, CategoryOut, NamedOut, media_url
from haat.shipping import queries as shipping

OBJECT = {"type": "object", "additionalProperties": True}
RULES = ("return_window_days", "return_text", "shipping_text", "dispatch_text", "cod")
SUMS = ("cod_fee", "cod_cap", "base_fee", "free_above")


class SellerRowOut(NamedOut):
    description = serializers.CharField()


class SectionOut(serializers.Serializer[Any]):
    kind = serializers.CharField(source="words.kind")
    title = serializers.CharField(source="words.title", default="")
    text = serializers.CharField(source="words.text", default="")
    image = serializers.SerializerMethodField()
    cta_label = serializers.CharField(source="words.cta_label", default="")
    cta_category = serializers.CharField(source="words.cta_category", default="")
    cta_collection = serializers.CharField(source="words.cta_collection", default="")
    category = serializers.CharField(source="words.category", default="")
    collection = serializers.CharField(source="words.collection", default="")
    products = CardOut(many=True)
    categories = CategoryOut(many=True)
    sellers = SellerRowOut(many=True)

    def get_image(self, section: queries.Section) -> str | None:
        return media_url(section.words.get("image", "")) or None


class BrandOut(serializers.Serializer[Any]):
    slug = serializers.CharField()
    name = serializers.CharField()
    legal_name = serializers.CharField()
    tagline = serializers.CharField(source="presentation.tagline", default="")
    description = serializers.CharField(source="presentation.description", default="")
    currency = serializers.CharField()
    locale = serializers.CharField()
    gstin = serializers.CharField()


class StorefrontOut(serializers.Serializer[Any]):
    brand = BrandOut(source="*")
    theme = serializers.SerializerMethodField()
    navigation = serializers.SerializerMethodField()
    home = serializers.SerializerMethodField()
    policies = serializers.SerializerMethodField()
    contact = serializers.SerializerMethodField()
    grievance_officer = serializers.SerializerMethodField()
    footer = serializers.SerializerMethodField()

    @extend_schema_field(OBJECT)
    def get_theme(self, brand: Any) -> Any:
        theme = dict(brand.presentation.get("theme", {}))
        return theme | {name: media_url(theme[name]) for name in ("logo", "favicon") if theme.get(name)}

    @extend_schema_field(OBJECT)
    def get_navigation(self, brand: Any) -> Any:
        return brand.presentation.get("navigation", {"main": [], "footer": []})

    @extend_schema_field(SectionOut(many=True))
    def get_home(self, brand: Any) -> Any:
        return SectionOut(queries.home(brand.presentation.get("home", [])), many=True, context=self.context).data

    @extend_schema_field(OBJECT)
    def get_policies(self, brand: Any) -> Any:
        rules = {name: brand.policy(name) for name in RULES}
        sums = {f"{name}_minor": brand.policy(f"{name}_minor") for name in SUMS}
        rates = shipping.front(brand)
        rules |= {"cod": rates.pop("cod"), "delivery_by": rates.pop("by")}
        return rules | {name: money_dict((sums | rates)[f"{name}_minor"], brand.currency) for name in SUMS}

    @extend_schema_field(OBJECT)
    def get_contact(self, brand: Any) -> Any:
        return brand.settings.get("contact", {})

    @extend_schema_field(OBJECT)
    def get_grievance_officer(self, brand: Any) -> Any:
        return brand.settings.get("grievance_officer", {})

    @extend_schema_field({"type": "array", "items": OBJECT})
    def get_footer(self, brand: Any) -> Any:
        return brand.presentation.get("navigation", {}).get("footer", [])


class Storefront(Cached, CustomerAPI):
    login_required = False
    part_of_every_page = True

    @operation("Everything the frame and the front page of the shop show", output=StorefrontOut)
    def get(self, _request: Any) -> Any:
        return self.brand

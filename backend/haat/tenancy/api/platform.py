"""Brands as the platform's staff launch, see and suspend them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import path
from rest_framework import serializers
from stdnum.in_ import gstin as gstin_number

from haat.core import countries
from haat.core.api.base import PlatformAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.tenancy import hosts, launching, queries, services
from haat.tenancy.models import Brand

if TYPE_CHECKING:
    from django.db.models import QuerySet


class Filters(serializers.Serializer[Any]):
    status = serializers.ChoiceField(["active", "suspended", "provisioning", "closing"], required=False)
    q = serializers.CharField(max_length=80, required=False)


class LaunchIn(Strict):
    slug = serializers.RegexField(
        r"^[a-z](?:[a-z0-9-]{0,38}[a-z0-9])$",
        error_messages={"invalid": "2 to 40 small letters, digits and hyphens; it begins with a letter."},
    )
    name = serializers.CharField(max_length=120)
    legal_name = serializers.CharField(max_length=200)
    order_prefix = serializers.RegexField(r"^[A-Z]{3}$", error_messages={"invalid": "Three capital letters."})
    document_code = serializers.RegexField(r"^[A-Z]{2}$", error_messages={"invalid": "Two capital letters."})
    country = serializers.ChoiceField(list(countries.COUNTRIES), default="IN")
    home_state = serializers.CharField(max_length=2, help_text="Region of the country: GST state code, emirate")
    gstin = serializers.CharField(
        max_length=15,
        required=False,
        allow_blank=True,
        default="",
        help_text="Tax number: GSTIN in India, TRN in the Emirates",
    )
    email = serializers.EmailField()
    phone = serializers.CharField(max_length=20)
    primary = serializers.RegexField(
        r"^#[0-9a-fA-F]{6}$", default="#1f4f46", error_messages={"invalid": "A colour such as #1f4f46."}
    )
    owner_name = serializers.CharField(max_length=120)
    owner_email = serializers.EmailField()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        gstin, country = attrs["gstin"], countries.country(attrs["country"])
        if attrs["home_state"] not in country.regions:
            raise serializers.ValidationError({"home_state": [f"Choose a {country.region_word} of {country.name}."]})
        if gstin and not country.tax_number.match(gstin):
            raise serializers.ValidationError({"gstin": [f"This is not a {country.tax_number_name}."]})
        if country is not countries.INDIA:
            return attrs
        if gstin and not gstin_number.is_valid(gstin):
            raise serializers.ValidationError({"gstin": ["This is not a GSTIN: its form or its check digit is wrong."]})
        if gstin and gstin[:2] != attrs["home_state"]:
            raise serializers.ValidationError({"gstin": ["This GSTIN belongs to another state than the home state."]})
        return attrs


class ReasonIn(Strict):
    reason = serializers.CharField(max_length=1000)


class PlanIn(Strict):
    plan = serializers.CharField(max_length=20)


class BrandRow(serializers.Serializer[Any]):
    slug = serializers.CharField()
    name = serializers.CharField()
    status = serializers.CharField()
    host = serializers.SerializerMethodField()
    url = serializers.SerializerMethodField()
    created_at = serializers.DateTimeField(source="launched_at", allow_null=True)
    theme = serializers.SerializerMethodField()
    actions = serializers.SerializerMethodField()

    def get_host(self, brand: Brand) -> str:
        return hosts.host("customer", brand)

    def get_url(self, brand: Brand) -> str:
        return hosts.url("customer", brand)

    def get_theme(self, brand: Brand) -> dict[str, str]:
        return brand.presentation.get("theme") or {}

    def get_actions(self, brand: Brand) -> list[str]:
        return queries.staff_actions(brand, self.context["view"].staff.permissions)


class BrandOut(BrandRow):
    legal_name = serializers.CharField()
    order_prefix = serializers.CharField()
    document_code = serializers.CharField()
    home_state = serializers.CharField()
    gstin = serializers.CharField()
    country = serializers.CharField()
    currency = serializers.CharField()
    plan = serializers.CharField()
    requests_per_minute = serializers.SerializerMethodField()
    seller_url = serializers.SerializerMethodField()
    admin_url = serializers.SerializerMethodField()
    contact = serializers.SerializerMethodField()
    policies = serializers.SerializerMethodField()

    def get_requests_per_minute(self, brand: Brand) -> int:
        return settings.HAAT_PLANS.get(brand.plan, settings.HAAT_PLANS["standard"])

    def get_seller_url(self, brand: Brand) -> str:
        return hosts.url("seller", brand)

    def get_admin_url(self, brand: Brand) -> str:
        return hosts.url("admin", brand)

    def get_contact(self, brand: Brand) -> dict[str, Any]:
        return brand.settings.get("contact") or {}

    def get_policies(self, brand: Brand) -> dict[str, Any]:
        return brand.settings.get("policies") or {}


class Brands(PlatformAPI):
    permission = "brands.read"
    permissions_by_method = {"POST": "brands.edit"}
    sorts = {"name": "name", "created_at": "launched_at"}

    @operation("Brands, newest first", filters=Filters, output=BrandRow, many=True)
    def get(self, _request: Any) -> QuerySet[Brand]:
        return queries.found_by(**self.filters)

    @operation("Launch a brand", input=LaunchIn, output=BrandOut, status=201, step_up=True)
    def post(self, _request: Any) -> Brand:
        return launching.launch(form=launching.LaunchForm(**self.input), at=self.at)


class OneBrand(PlatformAPI):
    permission = "brands.read"

    @operation("One brand", output=BrandOut)
    def get(self, _request: Any, slug: str) -> Brand:
        return queries.brand_by_slug(slug)


class Suspension(PlatformAPI):
    permission = "brands.edit"

    @operation("Close a brand's shop for now", input=ReasonIn, output=BrandOut, step_up=True)
    def post(self, _request: Any, slug: str) -> Brand:
        return services.suspend_brand(brand=queries.brand_by_slug(slug), reason=self.input["reason"])


class Reactivation(PlatformAPI):
    permission = "brands.edit"

    @operation("Open a suspended brand again", input=ReasonIn, output=BrandOut, step_up=True)
    def post(self, _request: Any, slug: str) -> Brand:
        return services.resume_brand(brand=queries.brand_by_slug(slug), reason=self.input["reason"])


class Plan(PlatformAPI):
    permission = "brands.edit"

    @operation("Set how many requests a minute a brand may have", input=PlanIn, output=BrandOut)
    def put(self, _request: Any, slug: str) -> Brand:
        return services.set_plan(brand=queries.brand_by_slug(slug), plan=self.input["plan"])


urlpatterns = [
    path("brands/<slug:slug>/plan", Plan.as_view()),
    path("brands", Brands.as_view()),
    path("brands/<slug:slug>", OneBrand.as_view()),
    path("brands/<slug:slug>/suspension", Suspension.as_view()),
    path("brands/<slug:slug>/reactivation", Reactivation.as_view()),
]

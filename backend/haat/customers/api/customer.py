"""The customer's own profile and address book."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from haat.core import countries
from haat.core.api.base import CustomerAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.customers import queries, services
from haat.customers.api.shapes import DecisionOut
from haat.customers.models import Address, Consent, Customer
from haat.customers.types import AddressSpec

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet


class ProfileIn(Strict):
    name = serializers.CharField(max_length=120, required=False)
    email = serializers.EmailField(required=False, allow_blank=True)
    phone = serializers.CharField(max_length=20, required=False, allow_blank=True)
    language = serializers.ChoiceField(["en", "hi"], required=False)


class ProfileOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    email = serializers.CharField()
    phone = serializers.CharField()
    language = serializers.CharField()
    joined_at = serializers.DateTimeField()


class AddressPatch(Strict):
    name = serializers.CharField(max_length=120, required=False)
    phone = serializers.CharField(max_length=20, required=False)
    line1 = serializers.CharField(max_length=200, required=False)
    line2 = serializers.CharField(max_length=200, required=False, allow_blank=True)
    city = serializers.CharField(max_length=80, required=False)
    state = serializers.CharField(max_length=2, required=False, help_text="Code of a region of the address form")
    pin = serializers.CharField(max_length=6, required=False, allow_blank=True)
    is_default = serializers.BooleanField(required=False)
    business_name = serializers.CharField(
        max_length=200, required=False, allow_blank=True, help_text="As it is registered: named on its invoices"
    )
    tax_number = serializers.CharField(
        max_length=20, required=False, allow_blank=True,
        help_text="Of the business, where the address form names such a number; goes with its name",
    )  # fmt: skip


class AddressIn(AddressPatch):
    name = serializers.CharField(max_length=120)
    phone = serializers.CharField(max_length=20)
    line1 = serializers.CharField(max_length=200)
    city = serializers.CharField(max_length=80)
    state = serializers.CharField(max_length=2, help_text="Code of a region of the address form")
    pin = serializers.CharField(max_length=6, allow_blank=True, help_text="Empty where there are no postal codes")


class AddressOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    phone = serializers.CharField()
    line1 = serializers.CharField()
    line2 = serializers.CharField()
    city = serializers.CharField()
    state = serializers.CharField()
    state_name = serializers.SerializerMethodField()
    pin = serializers.CharField()
    country = serializers.CharField()
    is_default = serializers.BooleanField()
    business_name = serializers.CharField()
    tax_number = serializers.CharField()

    def get_state_name(self, address: Address) -> str:
        return countries.country(address.country).region_name(address.state)


class RegionOut(serializers.Serializer[Any]):
    code = serializers.CharField()
    name = serializers.CharField()


class AddressFormOut(serializers.Serializer[Any]):
    """What an address of the brand's country is made of."""

    country = serializers.CharField(source="code")
    name = serializers.CharField()
    region_word = serializers.CharField()
    regions = serializers.SerializerMethodField()
    has_post_codes = serializers.BooleanField()
    buyer_number_name = serializers.CharField(
        help_text="The tax number of a business that buys; empty: none is asked for"
    )

    @extend_schema_field(RegionOut(many=True))
    def get_regions(self, country: countries.Country) -> list[dict[str, str]]:
        rows = [{"code": code, "name": name} for code, name in country.regions.items()]
        return sorted(rows, key=lambda row: row["name"])


class AddressForm(CustomerAPI):
    login_required = False

    @operation("What an address is made of in the brand's country", output=AddressFormOut)
    def get(self, _request: Any) -> countries.Country:
        return countries.country(self.brand.country)


class Profile(CustomerAPI):
    @operation("My profile at this brand", output=ProfileOut)
    def get(self, _request: Any) -> Customer:
        return self.customer  # type: ignore[no-any-return]  # the scope object of this role

    @operation("Change my profile at this brand", input=ProfileIn, output=ProfileOut)
    def patch(self, _request: Any) -> Customer:
        return services.update_profile(customer=self.customer, changes=self.input, country=self.brand.country)


class Addresses(CustomerAPI):
    @operation("My addresses, the default one first", output=AddressOut, many=True)
    def get(self, _request: Any) -> QuerySet[Address]:
        return queries.addresses(customer=self.customer)

    @operation("Keep an address", input=AddressIn, output=AddressOut, status=201)
    def post(self, _request: Any) -> Address:
        spec = AddressSpec(**self.input)
        return services.add_address(customer=self.customer, spec=spec, country=self.brand.country)


class OneAddress(CustomerAPI):
    @operation("Change an address", input=AddressPatch, output=AddressOut)
    def patch(self, _request: Any, address_id: UUID) -> Address:
        address = queries.address_of(customer=self.customer, address_id=address_id)
        return services.change_address(address=address, changes=self.input)

    @operation("Remove an address")
    def delete(self, _request: Any, address_id: UUID) -> None:
        services.remove_address(address=queries.address_of(customer=self.customer, address_id=address_id), at=self.at)


class ConsentIn(Strict):
    purpose = serializers.ChoiceField(Consent.Purpose.choices)
    granted = serializers.BooleanField()
    place = serializers.ChoiceField(["sign_up", "checkout", "account"], default="account")


class ConsentOut(serializers.Serializer[Any]):
    purpose = serializers.CharField()
    title = serializers.CharField()
    text = serializers.CharField()
    version = serializers.CharField()
    granted = serializers.BooleanField()
    since = serializers.DateTimeField(allow_null=True)


class Consents(CustomerAPI):
    @operation("What this shop may tell me about, by purpose", output=ConsentOut, many=True)
    def get(self, _request: Any) -> list[dict[str, Any]]:
        return queries.consents(customer=self.customer)

    @operation("Say yes or no to one purpose; no works like yes", input=ConsentIn, output=ConsentOut, many=True)
    def post(self, _request: Any) -> list[dict[str, Any]]:
        services.decide(customer=self.customer, at=self.at, **self.input)
        return queries.consents(customer=self.customer)


class ConsentHistory(CustomerAPI):
    @operation("Every yes and no of mine, with the words I read", output=DecisionOut, many=True)
    def get(self, _request: Any) -> QuerySet[Consent]:
        return queries.consent_history(customer=self.customer)


urlpatterns = [
    path("profile", Profile.as_view()),
    path("consents", Consents.as_view()),
    path("consents/history", ConsentHistory.as_view()),
    path("address-form", AddressForm.as_view()),
    path("addresses", Addresses.as_view()),
    path("addresses/<uuid:address_id>", OneAddress.as_view()),
]

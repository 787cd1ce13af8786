"""The brand's team and its own issuers of sign-ins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import AdminAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.identity import queries, services
from haat.identity.api import team
from haat.identity.types import Place
from haat.tenancy import hosts
from haat.tenancy.context import public_scope

if TYPE_CHECKING:
    from uuid import UUID

    from haat.identity.models import IdentityProvider

DOMAIN = r"^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$"
CALLBACK = "/api/v1/auth/providers/callback"
PORTALS: tuple[hosts.Portal, ...] = ("customer", "seller", "admin")


class ProviderPatch(Strict):
    name = serializers.CharField(max_length=60, required=False)
    issuer = serializers.URLField(max_length=300, required=False)
    client_id = serializers.CharField(max_length=200, required=False)
    client_secret = serializers.CharField(
        max_length=300, required=False, allow_blank=True, help_text="Empty keeps the old one"
    )
    portals = serializers.ListField(
        child=serializers.ChoiceField(["customer", "seller", "admin"]), required=False, allow_empty=False, max_length=3
    )
    domains = serializers.ListField(
        child=serializers.RegexField(DOMAIN), required=False, max_length=20, help_text="Mail domains; none: any"
    )
    trusts_factors = serializers.BooleanField(required=False, help_text="Its second factor counts as ours")
    active = serializers.BooleanField(required=False)


class ProviderIn(ProviderPatch):
    name = serializers.CharField(max_length=60)
    issuer = serializers.URLField(max_length=300)
    client_id = serializers.CharField(max_length=200)
    portals = serializers.ListField(
        child=serializers.ChoiceField(["customer", "seller", "admin"]), allow_empty=False, max_length=3
    )


class IssuerOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    issuer = serializers.CharField()
    client_id = serializers.CharField()
    has_secret = serializers.SerializerMethodField()
    portals = serializers.ListField(child=serializers.CharField())
    domains = serializers.ListField(child=serializers.CharField())
    trusts_factors = serializers.BooleanField()
    active = serializers.BooleanField()
    callbacks = serializers.SerializerMethodField(help_text="Register these at the issuer")

    def get_has_secret(self, row: Any) -> bool:
        return bool(row.client_secret)

    def get_callbacks(self, row: Any) -> list[str]:
        brand = self.context["brand"]
        return [hosts.url(portal, brand, CALLBACK) for portal in PORTALS if portal in row.portals]


class SignInAPI(AdminAPI):
    permission = "signin.edit"


class Issuers(SignInAPI):
    @operation("The issuers that this brand trusts", output=IssuerOut, many=True)
    def get(self, _request: Any) -> list[IdentityProvider]:
        with public_scope():
            return list(queries.identity_providers(self.brand.pk))

    @operation("Trust an issuer with some of our portals", input=ProviderIn, output=IssuerOut, status=201, step_up=True)
    def post(self, _request: Any) -> IdentityProvider:
        with public_scope():
            return services.issuers.add(brand=self.brand, fields=self.input, by=self.identity.user)


class Issuer(SignInAPI):
    @operation("Change an issuer", input=ProviderPatch, output=IssuerOut, step_up=True)
    def patch(self, _request: Any, provider_id: UUID) -> IdentityProvider:
        with public_scope():
            return services.issuers.change(
                brand=self.brand, provider_id=provider_id, fields=self.input, by=self.identity.user
            )

    @operation("Trust an issuer no longer", step_up=True)
    def delete(self, _request: Any, provider_id: UUID) -> None:
        with public_scope():
            services.issuers.remove(brand=self.brand, provider_id=provider_id, by=self.identity.user)


class BrandTeam(AdminAPI):
    @property
    def place(self) -> Place:
        return Place("brand", self.brand.pk, None, self.brand.name)


urlpatterns = [
    *team.urls(BrandTeam),
    path("sign-in-providers", Issuers.as_view()),
    path("sign-in-providers/<uuid:provider_id>", Issuer.as_view()),
]

"""A brand's own domains and frontends, as its staff set them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import path
from rest_framework import serializers

from haat.core.api.base import AdminAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.core.errors import Unavailable
from haat.tenancy import dns, domains, frontends, hosts
from haat.tenancy.context import public_scope
from haat.tenancy.models import Domain

if TYPE_CHECKING:
    from uuid import UUID


class DomainIn(Strict):
    domain = serializers.CharField(max_length=260)


class DomainOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    domain = serializers.CharField()
    status = serializers.ChoiceField(Domain.Status.choices)
    problem = serializers.ChoiceField(["", "no_proof", "points_elsewhere", "proven_by_other", "too_late"])
    is_primary = serializers.BooleanField()
    proof_name = serializers.SerializerMethodField(help_text="Name of the TXT record")
    proof_value = serializers.SerializerMethodField(help_text="Value of the TXT record")
    points_to = serializers.SerializerMethodField(help_text="Host that the domain must lead to")
    checked_at = serializers.DateTimeField(allow_null=True)
    live_at = serializers.DateTimeField(allow_null=True)
    actions = serializers.SerializerMethodField()

    def get_proof_name(self, domain: Domain) -> str:
        return domains.proof_name(domain)

    def get_proof_value(self, domain: Domain) -> str:
        return domains.proof_value(domain)

    def get_points_to(self, _domain: Domain) -> str:
        return str(settings.HAAT_EDGE_HOST)

    def get_actions(self, domain: Domain) -> list[str]:
        can_lead = domain.status == Domain.Status.LIVE and not domain.is_primary
        return ["check", *(["make_primary"] if can_lead else []), "remove"]


class DomainsOut(serializers.Serializer[Any]):
    platform_host = serializers.CharField()
    primary_host = serializers.CharField()
    domains = DomainOut(many=True)


class FrontendsIn(Strict):
    origins = serializers.ListField(child=serializers.CharField(max_length=200), max_length=20)


class FrontendsOut(serializers.Serializer[Any]):
    origins = serializers.ListField(child=serializers.CharField())


class SettingsAPI(AdminAPI):
    permission = "settings.edit"

    def domain(self, domain_id: UUID) -> Domain:
        return domains.one_of_brand(self.brand.pk, domain_id)


class Domains(SettingsAPI):
    @operation("The brand's own domains", output=DomainsOut)
    def get(self, _request: Any) -> dict[str, Any]:
        with public_scope():
            rows = list(domains.of_brand(self.brand.pk))
        own = hosts.host("customer", self.brand)
        lead = next((row.domain for row in rows if row.is_primary), own)
        return {"platform_host": own, "primary_host": lead, "domains": rows}

    @operation("Claim a domain", input=DomainIn, output=DomainOut, status=201, step_up=True)
    def post(self, _request: Any) -> Domain:
        with public_scope():
            return domains.add(brand=self.brand, name=self.input["domain"], at=self.at)


class OneDomain(SettingsAPI):
    @operation("Stop serving a domain", step_up=True)
    def delete(self, _request: Any, domain_id: UUID) -> None:
        with public_scope():
            domains.remove(domain=self.domain(domain_id))


class Check(SettingsAPI):
    write_limit = "domain_checks"

    @operation("Look into the DNS now", output=DomainOut)
    def post(self, _request: Any, domain_id: UUID) -> Domain:
        try:
            with public_scope():
                return domains.check(domain=self.domain(domain_id), at=self.at)
        except dns.DnsOut as error:
            raise Unavailable("The DNS could not be asked just now. Try again in a minute.") from error


class Primary(SettingsAPI):
    @operation("Let a live domain be the storefront's address", output=DomainOut, step_up=True)
    def post(self, _request: Any, domain_id: UUID) -> Domain:
        with public_scope():
            return domains.make_primary(domain=self.domain(domain_id))


class PlatformHost(SettingsAPI):
    @operation("Let the host below the platform's domain be the storefront's address again", step_up=True)
    def post(self, _request: Any) -> None:
        with public_scope():
            domains.use_platform_host(brand=self.brand)


class Frontends(SettingsAPI):
    @operation("Origins that may call the customer API from a browser", output=FrontendsOut)
    def get(self, _request: Any) -> dict[str, Any]:
        return {"origins": self.brand.frontends}

    @operation("Replace these origins", input=FrontendsIn, output=FrontendsOut, step_up=True)
    def put(self, _request: Any) -> dict[str, Any]:
        with public_scope():
            found = frontends.set_frontends(brand_id=self.brand.pk, origins=self.input["origins"])
        return {"origins": found}


urlpatterns = [
    path("settings/domains", Domains.as_view()),
    path("settings/domains/platform-host", PlatformHost.as_view()),
    path("settings/domains/<uuid:domain_id>", OneDomain.as_view()),
    path("settings/domains/<uuid:domain_id>/check", Check.as_view()),
    path("settings/domains/<uuid:domain_id>/primary", Primary.as_view()),
    path("settings/frontends", Frontends.as_view()),
]

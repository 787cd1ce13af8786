"""The verifier's queue, and the platform's overview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from haat.core.api.base import PlatformAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.tenancy import queries as tenancy_queries
from haat.verification import dossier, queries, services
from haat.verification.models import SellerEntity

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

CHOICES = ["verified", "needs_changes", "rejected", "suspended"]


class Filters(serializers.Serializer[Any]):
    status = serializers.ChoiceField(SellerEntity.Status.choices, required=False)
    q = serializers.CharField(max_length=80, required=False, help_text="Name, GSTIN or a whole PAN")


class DecisionIn(Strict):
    decision = serializers.ChoiceField(CHOICES)
    reason = serializers.CharField(max_length=1000, required=False, allow_blank=True, default="")


class WaiverIn(Strict):
    reason = serializers.CharField(max_length=1000)


class BrandRef(serializers.Serializer[Any]):
    slug = serializers.CharField()
    name = serializers.CharField()


class EntityRow(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    legal_name = serializers.CharField()
    trade_name = serializers.CharField()
    status = serializers.CharField()
    submitted_at = serializers.DateTimeField()
    requirements_passed = serializers.IntegerField()
    requirements_total = serializers.IntegerField()
    brand = serializers.SerializerMethodField(help_text="Where the entity applied first")
    actions = serializers.SerializerMethodField(help_text="Decisions that may be taken now")

    @extend_schema_field(BrandRef(allow_null=True))
    def get_brand(self, entity: SellerEntity) -> dict[str, str] | None:
        first = min(entity.presences.all(), key=lambda row: row.created_at, default=None)
        return {"slug": first.brand.slug or "", "name": first.brand.name} if first else None

    def get_actions(self, entity: SellerEntity) -> list[str]:
        may = "entities.decide" in self.context["view"].staff.permissions
        return queries.decisions_open(entity) if may else []


class BankOut(serializers.Serializer[Any]):
    account_masked = serializers.CharField()
    ifsc = serializers.CharField()
    holder = serializers.CharField()


class RequirementOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    kind = serializers.CharField()
    title = serializers.CharField()
    status = serializers.ChoiceField(["pending", "passed", "failed", "waived"])
    claim = serializers.CharField(help_text="What the seller says, secrets masked")
    evidence = serializers.DictField(help_text="What was found")
    reason = serializers.CharField()
    waived_by = serializers.CharField()
    checked_at = serializers.DateTimeField(allow_null=True)
    actions = serializers.ListField(child=serializers.CharField())


class PastDecisionOut(serializers.Serializer[Any]):
    at = serializers.DateTimeField()
    by = serializers.CharField()
    decision = serializers.CharField()
    reason = serializers.CharField()


class OwnerOut(serializers.Serializer[Any]):
    name = serializers.CharField()
    email = serializers.CharField(allow_null=True)
    phone = serializers.CharField(allow_null=True)


class EntityOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    legal_name = serializers.CharField()
    trade_name = serializers.CharField()
    status = serializers.CharField()
    holder_type = serializers.CharField(help_text="Fourth letter of the PAN: P person, C company, F firm, …")
    pan_masked = serializers.CharField()
    gst_status = serializers.CharField()
    gstin = serializers.CharField()
    state = serializers.CharField()
    address = serializers.CharField()
    city = serializers.CharField()
    pin = serializers.CharField()
    bank = BankOut()
    owner = OwnerOut()
    submitted_at = serializers.DateTimeField(allow_null=True)
    next_try_at = serializers.DateTimeField(allow_null=True)
    brands = BrandRef(many=True)
    requirements = RequirementOut(many=True)
    decisions = PastDecisionOut(many=True)
    actions = serializers.ListField(child=serializers.CharField(), help_text="Decisions that may be taken now")


class EntityAPI(PlatformAPI):
    permission = "entities.read"

    def shown(self, entity_id: UUID) -> dict[str, Any]:
        return dossier.of(entity_id, may_decide="entities.decide" in self.staff.permissions)


class Entities(PlatformAPI):
    permission = "entities.read"
    sorts = {"submitted_at": "submitted_at", "legal_name": "legal_name"}

    @operation("Seller entities, longest waiting first", filters=Filters, output=EntityRow, many=True)
    def get(self, _request: Any) -> QuerySet[SellerEntity]:
        return queries.entities(**self.filters)


class OneEntity(EntityAPI):
    @operation("One entity: claim beside evidence, past decisions, brands", output=EntityOut)
    def get(self, _request: Any, entity_id: UUID) -> dict[str, Any]:
        return self.shown(entity_id)


class EntityDecision(EntityAPI):
    permission = "entities.decide"

    @operation("Decide about an entity", input=DecisionIn, output=EntityOut)
    def post(self, _request: Any, entity_id: UUID) -> dict[str, Any]:
        services.decide(entity=queries.entity(entity_id), at=self.at, **self.input)
        return self.shown(entity_id)


class Waiver(EntityAPI):
    permission = "entities.decide"

    @operation("Let a requirement go, with a reason", input=WaiverIn, output=EntityOut, step_up=True)
    def post(self, _request: Any, entity_id: UUID, requirement_id: UUID) -> dict[str, Any]:
        row = queries.requirement_of(entity_id=entity_id, requirement_id=requirement_id)
        services.waive(requirement=row, at=self.at, **self.input)
        return self.shown(entity_id)


class OverviewOut(serializers.Serializer[Any]):
    brands_active = serializers.IntegerField()
    brands_suspended = serializers.IntegerField()
    spare_schemas = serializers.IntegerField()
    entities_waiting = serializers.IntegerField()


class Overview(PlatformAPI):
    @operation("What is going on, and what waits", output=OverviewOut)
    def get(self, _request: Any) -> dict[str, int]:
        return {**tenancy_queries.counts(), "entities_waiting": queries.waiting_count()}


urlpatterns = [
    path("overview", Overview.as_view()),
    path("seller-entities", Entities.as_view()),
    path("seller-entities/<uuid:entity_id>", OneEntity.as_view()),
    path("seller-entities/<uuid:entity_id>/decision", EntityDecision.as_view()),
    path("seller-entities/<uuid:entity_id>/requirements/<uuid:requirement_id>/waiver", Waiver.as_view()),
]

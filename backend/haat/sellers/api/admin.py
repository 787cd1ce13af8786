"""Sellers as the brand's staff see and decide about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from haat.core.api.base import AdminAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.identity.api.shapes import TicketOut, ViewingIn, ticket_out
from haat.sellers import dossier, queries, services, viewing
from haat.sellers.models import TIER, Seller

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet


class Filters(serializers.Serializer[Any]):
    status = serializers.ChoiceField(Seller.Status.choices, required=False)
    q = serializers.CharField(max_length=80, required=False)


class ReasonIn(Strict):
    reason = serializers.CharField(max_length=1000, required=False, allow_blank=True, default="")


class SellerBase(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    slug = serializers.CharField()
    status = serializers.CharField()
    entity_status = serializers.CharField()
    linked_account_status = serializers.CharField()
    applied_at = serializers.DateTimeField(source="submitted_at")


class SellerRow(SellerBase):
    actions = serializers.SerializerMethodField()

    def get_actions(self, seller: Seller) -> list[str]:
        return queries.staff_actions(seller, self.context["view"].staff.permissions)


class OwnerOut(serializers.Serializer[Any]):
    name = serializers.CharField()
    email = serializers.CharField()
    phone = serializers.CharField()


class RequirementOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    kind = serializers.CharField()
    title = serializers.CharField()
    status = serializers.CharField()
    reason = serializers.CharField()
    checked_at = serializers.DateTimeField(allow_null=True)


class HappeningOut(serializers.Serializer[Any]):
    at = serializers.DateTimeField()
    text = serializers.CharField()
    actor = serializers.CharField()


class SellerDetail(SellerBase):
    legal_name = serializers.CharField()
    description = serializers.CharField()
    decision_reason = serializers.CharField()
    pan_masked = serializers.CharField()
    gst_status = serializers.CharField()
    gstin = serializers.CharField()
    state = serializers.CharField()
    state_name = serializers.CharField()
    city = serializers.CharField()
    pickup_address = serializers.CharField()
    score = serializers.IntegerField()
    tier = serializers.CharField(help_text="The brand's own code; commission rules may be for one. Empty: in none")
    is_own = serializers.BooleanField(help_text="The brand itself sells here")
    linked_account_reason = serializers.CharField()
    payouts_frozen_until = serializers.DateTimeField(allow_null=True)
    payouts_frozen_reason = serializers.CharField(help_text="In words, the end of a sentence with because")
    owner = OwnerOut(allow_null=True)
    requirements = RequirementOut(many=True)
    timeline = HappeningOut(many=True)
    actions = serializers.ListField(child=serializers.CharField())


class OneSellerAPI(AdminAPI):
    permission = "sellers.decide"

    def shown(self, seller: Seller) -> dict[str, Any]:
        return dossier.for_staff(seller, self.staff.permissions)


class Sellers(AdminAPI):
    permission = "sellers.read"
    sorts = {"name": "name", "applied_at": "submitted_at"}

    @operation("Sellers of this brand", filters=Filters, output=SellerRow, many=True)
    def get(self, _request: Any) -> QuerySet[Seller]:
        return queries.found_by(status=self.filters.get("status", ""), q=self.filters.get("q", ""))


class OneSeller(OneSellerAPI):
    permission = "sellers.read"

    @operation("One seller", output=SellerDetail)
    def get(self, _request: Any, seller_id: UUID) -> dict[str, Any]:
        return self.shown(queries.applicant(seller_id))


class Approval(OneSellerAPI):
    @operation(
        "Let the seller in; it is active as soon as the platform has verified it",
        input=ReasonIn,
        output=SellerDetail,
    )
    def post(self, _request: Any, seller_id: UUID) -> dict[str, Any]:
        seller = queries.applicant(seller_id)
        return self.shown(services.approve(seller=seller, reason=self.input["reason"], at=self.at))


class Rejection(OneSellerAPI):
    @operation("Decline the seller, with a reason that it reads", input=ReasonIn, output=SellerDetail)
    def post(self, _request: Any, seller_id: UUID) -> dict[str, Any]:
        seller = queries.applicant(seller_id)
        return self.shown(services.reject(seller=seller, reason=self.input["reason"]))


class Suspension(OneSellerAPI):
    @operation("Take the seller off sale, with a reason that it reads", input=ReasonIn, output=SellerDetail)
    def post(self, _request: Any, seller_id: UUID) -> dict[str, Any]:
        seller = queries.applicant(seller_id)
        return self.shown(services.suspend(seller=seller, reason=self.input["reason"]))


class Reactivation(OneSellerAPI):
    @operation("Let a suspended seller sell again", input=ReasonIn, output=SellerDetail)
    def post(self, _request: Any, seller_id: UUID) -> dict[str, Any]:
        seller = queries.applicant(seller_id)
        return self.shown(services.reactivate(seller=seller, reason=self.input["reason"]))


class OwnIn(Strict):
    is_own = serializers.BooleanField()
    reason = serializers.CharField(max_length=200)


class Own(OneSellerAPI):
    permission = "settings.edit"

    @operation(
        "Say that the brand itself sells here: gift cards may pay", input=OwnIn, output=SellerDetail, step_up=True
    )
    def put(self, _request: Any, seller_id: UUID) -> dict[str, Any]:
        services.mark_own(seller_id=queries.applicant(seller_id).pk, **self.input)
        return self.shown(queries.applicant(seller_id))


class TierIn(Strict):
    tier = serializers.RegexField(
        TIER, max_length=20, allow_blank=True, help_text="Such as gold; small letters, digits and hyphens",
        error_messages={"invalid": _("Write small letters, digits and hyphens, such as gold.")},
    )  # fmt: skip
    reason = serializers.CharField(max_length=200)


class Tier(OneSellerAPI):
    permission = "commission.edit"  # it decides which rules charge the seller

    @operation(
        "Put the seller into a tier, or with an empty one take it out: what later orders are charged may change",
        input=TierIn,
        output=SellerDetail,
        step_up=True,
    )
    def put(self, _request: Any, seller_id: UUID) -> dict[str, Any]:
        services.set_tier(seller_id=queries.applicant(seller_id).pk, **self.input)
        return self.shown(queries.applicant(seller_id))


class View(AdminAPI):
    permission = "support.view_as"

    @operation(
        "See the seller's portal as it does, read-only, for 15 minutes",
        input=ViewingIn,
        output=TicketOut,
        status=201,
        step_up=True,
    )
    def post(self, _request: Any, seller_id: UUID) -> dict[str, Any]:
        seller = queries.applicant(seller_id)
        return ticket_out(
            *viewing.start(seller=seller, by=self.staff, reason=self.input["reason"], at=self.at), self.brand
        )


urlpatterns = [
    path("sellers", Sellers.as_view()),
    path("sellers/<uuid:seller_id>", OneSeller.as_view()),
    path("sellers/<uuid:seller_id>/approval", Approval.as_view()),
    path("sellers/<uuid:seller_id>/rejection", Rejection.as_view()),
    path("sellers/<uuid:seller_id>/suspension", Suspension.as_view()),
    path("sellers/<uuid:seller_id>/reactivation", Reactivation.as_view()),
    path("sellers/<uuid:seller_id>/own", Own.as_view()),
    path("sellers/<uuid:seller_id>/tier", Tier.as_view()),
    path("sellers/<uuid:seller_id>/viewings", View.as_view()),
]

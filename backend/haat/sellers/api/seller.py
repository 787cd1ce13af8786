"""Applying to sell, and the shop's own profile."""

from __future__ import annotations

from typing import Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import SellerAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.core.errors import NotFound
from haat.sellers import dossier, queries, services
from haat.sellers.models import Seller

GST = ["regular", "composition", "unregistered"]


class ApplicationPatch(Strict):
    """Any part of the application. A masked PAN or account number that comes back means "as it was"."""

    shop_name = serializers.CharField(max_length=120, min_length=2, required=False)
    description = serializers.CharField(max_length=2000, required=False, allow_blank=True)
    legal_name = serializers.CharField(max_length=200, required=False, allow_blank=True)
    pan = serializers.CharField(max_length=14, required=False, allow_blank=True)
    gst_status = serializers.ChoiceField(GST, required=False)
    gstin = serializers.CharField(max_length=20, required=False, allow_blank=True)
    state = serializers.CharField(max_length=2, required=False, allow_blank=True, help_text="GST state code")
    address = serializers.CharField(max_length=300, required=False, allow_blank=True)
    city = serializers.CharField(max_length=80, required=False, allow_blank=True)
    pin = serializers.CharField(max_length=7, required=False, allow_blank=True)
    bank_account = serializers.CharField(max_length=24, required=False, allow_blank=True)
    ifsc = serializers.CharField(max_length=14, required=False, allow_blank=True)
    account_holder = serializers.CharField(max_length=120, required=False, allow_blank=True)


class ApplicationIn(ApplicationPatch):
    shop_name = serializers.CharField(max_length=120, min_length=2)


class SubmissionIn(Strict):
    agreed = serializers.BooleanField()


class RequirementOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    kind = serializers.CharField()
    title = serializers.CharField()
    why = serializers.CharField()
    status = serializers.ChoiceField(["pending", "passed", "failed", "waived"])
    reason = serializers.CharField()
    next = serializers.CharField()
    checked_at = serializers.DateTimeField(allow_null=True)


class MissingOut(serializers.Serializer[Any]):
    field = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # the answer calls it so; DRF never reads it here


class ApplicationOut(serializers.Serializer[Any]):
    status = serializers.CharField(help_text="Of the entity: draft … verified")
    seller_status = serializers.CharField(help_text="Of the shop on this brand: applied … active")
    decision_reason = serializers.CharField(allow_null=True)
    submitted_at = serializers.DateTimeField(allow_null=True)
    next_try_at = serializers.DateTimeField(allow_null=True, help_text="When a check whose provider is out tries again")
    slug = serializers.CharField()
    shop_name = serializers.CharField()
    description = serializers.CharField()
    legal_name = serializers.CharField()
    pan = serializers.CharField(help_text="Masked")
    gst_status = serializers.ChoiceField(GST)
    gstin = serializers.CharField()
    state = serializers.CharField()
    address = serializers.CharField()
    city = serializers.CharField()
    pin = serializers.CharField()
    bank_account_masked = serializers.CharField()
    ifsc = serializers.CharField()
    account_holder = serializers.CharField()
    missing = MissingOut(many=True)
    requirements = RequirementOut(many=True)
    actions = serializers.ListField(child=serializers.CharField(), help_text="edit, submit")


class ApplicationAPI(SellerAPI):
    seller_required = False
    permission = "application.edit"

    def own(self) -> Seller:
        """The caller's seller. Raises NotFound for somebody who has not applied."""
        if self.seller is None:
            raise NotFound("You have not applied on this marketplace yet.")
        return self.seller  # type: ignore[no-any-return]  # the scope object of this role


class Application(ApplicationAPI):
    @operation("My application and what is still missing", output=ApplicationOut)
    def get(self, _request: Any) -> dict[str, Any]:
        return dossier.application(self.own())

    @operation("Apply to sell on this brand", input=ApplicationIn, output=ApplicationOut, status=201)
    def post(self, _request: Any) -> dict[str, Any]:
        return dossier.application(services.apply(user=self.identity.user, answers=self.input, at=self.at))

    @operation("Save parts of my application", input=ApplicationPatch, output=ApplicationOut)
    def patch(self, _request: Any) -> dict[str, Any]:
        seller = self.own()
        if services.changes_payee(seller=seller, answers=self.input):
            self.identity.require_proof(self.at)
        return dossier.application(services.change_application(seller=seller, answers=self.input))


class Submission(ApplicationAPI):
    @operation("Send my application in", input=SubmissionIn, output=ApplicationOut)
    def post(self, _request: Any) -> dict[str, Any]:
        seller = services.submit_application(seller=self.own(), agreed=self.input["agreed"], at=self.at)
        return dossier.application(seller)


class ShopIn(Strict):
    name = serializers.CharField(max_length=120, min_length=2, required=False)
    description = serializers.CharField(max_length=2000, required=False, allow_blank=True)


class ShopOut(serializers.Serializer[Any]):
    slug = serializers.CharField()
    name = serializers.CharField()
    description = serializers.CharField()
    status = serializers.CharField()
    score = serializers.IntegerField()
    linked_account_status = serializers.CharField(help_text="Of the payment provider; activated = can be paid")
    linked_account_reason = serializers.CharField()
    actions = serializers.SerializerMethodField()

    def get_actions(self, seller: Seller) -> list[str]:
        return ["edit", *{"active": ["pause"], "paused": ["resume"]}.get(seller.status, [])]


class Shop(SellerAPI):
    permissions_by_method = {"PATCH": "shop.edit"}

    @operation("My shop's profile", output=ShopOut)
    def get(self, _request: Any) -> Seller:
        return self.seller  # type: ignore[no-any-return]  # the scope object of this role

    @operation("Change my shop's texts", input=ShopIn, output=ShopOut)
    def patch(self, _request: Any) -> Seller:
        return services.update_shop(seller=self.seller, changes=self.input)


class MyShopOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    status = serializers.CharField()


class Shops(SellerAPI):
    seller_required = False

    @operation("The shops of this brand that I work for", output=MyShopOut, many=True)
    def get(self, _request: Any) -> list[Seller]:
        return queries.shops_of(row.seller_id for row in self.identity.memberships if row.seller_id)


class Vacation(SellerAPI):
    permission = "shop.edit"

    @operation("Go on vacation: nothing can be bought until I am back", output=ShopOut)
    def post(self, _request: Any) -> Seller:
        return services.pause(seller=self.seller)

    @operation("Come back from vacation", output=ShopOut)
    def delete(self, _request: Any) -> Seller:
        return services.resume(seller=self.seller)


urlpatterns = [
    path("application", Application.as_view()),
    path("application/submission", Submission.as_view()),
    path("shop", Shop.as_view()),
    path("shops", Shops.as_view()),
    path("shop/vacation", Vacation.as_view()),
]

"""Commission rules and the lines they pinned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.catalog import queries as catalog
from haat.commissions import queries, services
from haat.commissions.api.rule import RuleIn, RuleOut, spec_of
from haat.core.api.base import AdminAPI
from haat.core.api.fields import MoneyField, Strict
from haat.core.api.operation import operation
from haat.orders import queries as orders
from haat.sellers import queries as sellers
from haat.tax.queries import month

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.commissions.models import CommissionLine, CommissionRule


class LineOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    number = serializers.CharField(source="part.number")
    seller = serializers.CharField(source="seller.name")
    kind = serializers.CharField()
    title = serializers.CharField()
    rule = serializers.CharField(source="rule.name", allow_null=True, default=None)
    rule_version = serializers.IntegerField(allow_null=True)
    gross = MoneyField(source="gross_minor")
    base = MoneyField(source="base_minor")
    fee = MoneyField(source="fee_minor")
    fee_gst = MoneyField(source="fee_gst_minor")
    tcs = MoneyField(source="tcs_minor")
    tds = MoneyField(source="tds_minor")
    net = MoneyField(source="net_minor")
    explanation = serializers.CharField()
    at = serializers.DateTimeField()


class LineFilters(Strict):
    number = serializers.CharField(required=False, help_text="An order's or a part's number")
    seller = serializers.CharField(required=False, help_text="A seller's slug")
    page = serializers.CharField(required=False)
    limit = serializers.CharField(required=False)


class EarningsOut(serializers.Serializer[Any]):
    number = serializers.CharField()
    is_recognised = serializers.BooleanField()
    gross = MoneyField(source="gross_minor")
    fee = MoneyField(source="fee_minor")
    fee_gst = MoneyField(source="fee_gst_minor")
    tcs = MoneyField(source="tcs_minor")
    tds = MoneyField(source="tds_minor")
    net = MoneyField(source="net_minor")


class WhatIfIn(Strict):
    month = serializers.CharField(max_length=7, help_text="Such as 2026-10")
    rule = RuleIn(required=False, allow_null=True, default=None, help_text="As if it had been in force all the month")
    without = serializers.ListField(child=serializers.UUIDField(), required=False, default=list, max_length=100)


class ChangeOut(serializers.Serializer[Any]):
    name = serializers.CharField()
    lines = serializers.IntegerField()
    base = MoneyField(source="base_minor")
    before = MoneyField(source="before_minor")
    after = MoneyField(source="after_minor")
    difference = MoneyField(source="difference_minor")


class ChangedLineOut(serializers.Serializer[Any]):
    number = serializers.CharField()
    title = serializers.CharField()
    seller = serializers.CharField()
    before = MoneyField(source="before_minor")
    after = MoneyField(source="after_minor")
    difference = MoneyField(source="difference_minor")
    explanation = serializers.CharField()


class WhatIfOut(serializers.Serializer[Any]):
    month = serializers.CharField()
    total = ChangeOut()
    sellers = ChangeOut(many=True)
    categories = ChangeOut(many=True)
    lines = ChangedLineOut(many=True, help_text="Those that differ most")


class Rules(AdminAPI):
    permission = "commission.read"
    permissions_by_method = {"POST": "commission.edit"}

    @operation("Living rules in the order in which they are tried", output=RuleOut, many=True)
    def get(self, _request: Any) -> QuerySet[CommissionRule]:
        return queries.rules()

    @operation(
        "Add a rule, or the next version of the rule of this name",
        input=RuleIn,
        output=RuleOut,
        status=201,
        step_up=True,
    )
    def post(self, _request: Any) -> CommissionRule:
        spec, position = spec_of(self.input)
        return services.add_rule(spec=spec, position=position, at=self.at)


class ScopeOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField(help_text="Of a category with those above it: Home / Bowls")


class TierOut(serializers.Serializer[Any]):
    tier = serializers.CharField()


class ProductOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField(source="title")


class ProductFilters(Strict):
    q = serializers.CharField(max_length=80, required=False, help_text="Part of a title or of a SKU")
    page = serializers.CharField(required=False)
    limit = serializers.CharField(required=False)


class Categories(AdminAPI):
    permission = "commission.read"

    @operation("Categories that a rule can be for; it counts for those below as well", output=ScopeOut, many=True)
    def get(self, _request: Any) -> tuple[dict[str, Any], ...]:
        return self.all_of(queries.categories())


class Sellers(AdminAPI):
    permission = "commission.read"

    @operation("Sellers that a rule can be for", output=ScopeOut, many=True)
    def get(self, _request: Any) -> tuple[Any, ...]:
        return self.all_of(sellers.active_sellers().order_by("name", "pk"))


class Tiers(AdminAPI):
    permission = "commission.read"

    @operation("Tiers that a rule can be for: those in which a seller is", output=TierOut, many=True)
    def get(self, _request: Any) -> tuple[dict[str, Any], ...]:
        return self.all_of([{"tier": tier} for tier in sellers.tiers()])


class Products(AdminAPI):
    permission = "commission.read"

    @operation("Goods that a rule can be for", output=ProductOut, filters=ProductFilters, many=True)
    def get(self, _request: Any) -> QuerySet[Any]:
        return catalog.products(q=self.filters.get("q", ""))


class WhatIf(AdminAPI):
    permission = "commission.read"

    @operation(
        "What a month's sales would have been charged by another rule, or without some",
        input=WhatIfIn,
        output=WhatIfOut,
    )
    def post(self, _request: Any) -> services.Replay:
        spec, position = spec_of(self.input["rule"]) if self.input["rule"] else (None, None)
        return services.what_if(
            month=month(self.input["month"], self.brand), spec=spec, position=position, without=self.input["without"]
        )


class Rule(AdminAPI):
    permission = "commission.edit"

    @operation("End a rule; what it pinned stays", step_up=True)
    def delete(self, _request: Any, rule_id: UUID) -> None:
        services.archive_rule(rule=queries.rule(rule_id), at=self.at)


class Lines(AdminAPI):
    permission = "commission.read"

    @operation("What was pinned on sales, newest first", output=LineOut, filters=LineFilters, many=True)
    def get(self, _request: Any) -> QuerySet[CommissionLine]:
        return queries.lines(number=self.filters.get("number", ""), seller=self.filters.get("seller", ""))


class PartEarnings(AdminAPI):
    permission = "commission.read"

    @operation("What a seller gets of a part, and what the brand keeps", output=EarningsOut)
    def get(self, _request: Any, number: str) -> queries.Earnings:
        part = orders.brand_part(number=number)
        return queries.earnings(part_id=part.pk, number=part.number, currency=part.currency)


urlpatterns = [
    path("commission/rules", Rules.as_view()),
    path("commission/rules/<uuid:rule_id>", Rule.as_view()),
    path("commission/categories", Categories.as_view()),
    path("commission/sellers", Sellers.as_view()),
    path("commission/tiers", Tiers.as_view()),
    path("commission/products", Products.as_view()),
    path("commission/what-if", WhatIf.as_view()),
    path("commission/lines", Lines.as_view()),
    path("seller-orders/<str:number>/earnings", PartEarnings.as_view()),
]

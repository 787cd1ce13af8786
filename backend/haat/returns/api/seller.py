"""What comes back to a seller, and what it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import SellerAPI
from haat.core.api.fields import Strict
from haat.core.api.operation import operation
from haat.orders import queries as orders
from haat.returns import queries, services
from haat.returns.api.shapes import AnswerIn, ReceiptIn, RefusalIn, ReplacementIn, ReturnOut, UndeliveredIn, counted

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from haat.returns.models import Return

ACTIONS = {"requested": ["approve", "reject"], "approved": ["pick_up", "receive"], "picked_up": ["receive"]}


class Filters(Strict):
    status = serializers.CharField(required=False, help_text="open, or one or more states separated by commas")
    q = serializers.CharField(required=False)
    page = serializers.CharField(required=False)
    limit = serializers.CharField(required=False)


class SellerReturnOut(ReturnOut):
    actions = serializers.SerializerMethodField()

    def get_actions(self, row: Any) -> list[str]:
        if row.status == "received" and row.kind == "exchange":
            return ["send_replacement"]
        return [] if row.status == "requested" and row.is_escalated else ACTIONS.get(row.status, [])


class CountsOut(serializers.Serializer[Any]):
    counts = serializers.DictField(child=serializers.IntegerField())


class Returns(SellerAPI):
    permission = "orders.read"

    @operation("What comes back to me, newest first", output=SellerReturnOut, filters=Filters, many=True)
    def get(self, _request: Any) -> QuerySet[Return]:
        return queries.seller_returns(
            seller=self.seller, status=self.filters.get("status", ""), text=self.filters.get("q", "")
        )


class Counts(SellerAPI):
    permission = "orders.read"

    @operation("How many are in each state", output=CountsOut)
    def get(self, _request: Any) -> dict[str, Any]:
        return {"counts": queries.seller_counts(seller=self.seller)}


class OneReturn(SellerAPI):
    permission = "orders.read"

    @operation("One return, exchange or claim", output=SellerReturnOut)
    def get(self, _request: Any, number: str) -> Return:
        return queries.seller_return(seller=self.seller, number=number)


class AnswerAPI(SellerAPI):
    permission = "orders.fulfil"

    def mine(self, number: str) -> Return:
        return queries.seller_return(seller=self.seller, number=number)


class Approval(AnswerAPI):
    @operation("Agree; a claim is refunded at once", input=AnswerIn, output=SellerReturnOut, idempotent=True)
    def post(self, _request: Any, number: str) -> Return:
        services.approve(found=self.mine(number), answer=self.input["answer"], at=self.at)
        return self.mine(number)


class Rejection(AnswerAPI):
    @operation(
        "Refuse, with the reason that the customer reads", input=RefusalIn, output=SellerReturnOut, idempotent=True
    )
    def post(self, _request: Any, number: str) -> Return:
        services.reject(found=self.mine(number), answer=self.input["answer"], at=self.at)
        return self.mine(number)


class PickUp(AnswerAPI):
    @operation("It was picked up at the customer", output=SellerReturnOut, idempotent=True)
    def post(self, _request: Any, number: str) -> Return:
        services.pick_up(found=self.mine(number), at=self.at)
        return self.mine(number)


class Receipt(AnswerAPI):
    @operation("It arrived, counted; the money goes back", input=ReceiptIn, output=SellerReturnOut, idempotent=True)
    def post(self, _request: Any, number: str) -> Return:
        services.receive(found=self.mine(number), counts=counted(self.input["lines"]), at=self.at)
        return self.mine(number)


class Replacement(AnswerAPI):
    @operation("The other variant was sent", input=ReplacementIn, output=SellerReturnOut, idempotent=True)
    def post(self, _request: Any, number: str) -> Return:
        services.send_replacement(found=self.mine(number), at=self.at, **self.input)
        return self.mine(number)


class Undelivered(AnswerAPI):
    @operation(
        "A parcel came back undelivered", input=UndeliveredIn, output=SellerReturnOut, status=201, idempotent=True
    )
    def post(self, _request: Any, number: str) -> Return:
        part = orders.seller_part(seller=self.seller, number=number)
        good = {line["line_id"]: line["resellable"] for line in self.input["lines"]}
        made = services.come_back(part=part, resellable=good, reason=self.input["reason"], at=self.at)
        return self.mine(made.number)


urlpatterns = [
    path("returns", Returns.as_view()),
    path("returns/counts", Counts.as_view()),
    path("returns/<str:number>", OneReturn.as_view()),
    path("returns/<str:number>/approval", Approval.as_view()),
    path("returns/<str:number>/rejection", Rejection.as_view()),
    path("returns/<str:number>/pick-up", PickUp.as_view()),
    path("returns/<str:number>/receipt", Receipt.as_view()),
    path("returns/<str:number>/replacement", Replacement.as_view()),
    path("orders/<str:number>/undelivered", Undelivered.as_view()),
]

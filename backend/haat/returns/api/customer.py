"""The customer gives something back, changes it, or says what was wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import CustomerAPI
from haat.core.api.fields import MoneyField
from haat.core.api.operation import operation
from haat.core.errors import NotFound
from haat.orders import queries as orders
from haat.payments import services as payments
from haat.returns import queries, services
from haat.returns.api.shapes import AskIn, PayeeIn, ReturnOut, payee_spec, wanted
from haat.returns.offering import Offered, offered

if TYPE_CHECKING:
    from haat.orders.models import SellerOrder
    from haat.returns.models import Return

ACTIONS = {"requested": ["withdraw"], "approved": ["withdraw", "send"]}


class MyReturnOut(ReturnOut):
    send_to = serializers.CharField(help_text="Where the goods go back to")
    actions = serializers.SerializerMethodField()

    def get_actions(self, row: Any) -> list[str]:
        if row.status == "rejected":
            return [] if row.is_escalated or row.received_at else ["escalate"]
        found = ACTIONS.get(row.status, [])
        return [one for one in found if one != "send" or row.comes_back]


class InsteadOut(serializers.Serializer[Any]):
    offer_id = serializers.UUIDField()
    title = serializers.CharField()
    price = MoneyField(source="price_minor")


class OfferedLineOut(serializers.Serializer[Any]):
    line_id = serializers.UUIDField()
    title = serializers.CharField()
    image = serializers.CharField()
    left = serializers.IntegerField(help_text="Units that can still be asked for")
    returnable = serializers.BooleanField()
    instead = InsteadOut(many=True)


class OfferedPartOut(serializers.Serializer[Any]):
    number = serializers.CharField()
    kinds = serializers.ListField(child=serializers.CharField())
    return_until = serializers.DateTimeField(allow_null=True)
    claim_until = serializers.DateTimeField(allow_null=True)
    lines = OfferedLineOut(many=True)


class ReasonOut(serializers.Serializer[Any]):
    code = serializers.CharField()
    text = serializers.CharField()
    kinds = serializers.ListField(child=serializers.CharField())
    way_back_paid_by = serializers.CharField()


class OfferedOut(serializers.Serializer[Any]):
    """What can be asked for of an order, and what was."""

    parts = OfferedPartOut(many=True)
    reasons = ReasonOut(many=True)
    needs_payee = serializers.BooleanField(help_text="It was paid in cash: say where the money may go")
    returns = MyReturnOut(many=True)


class Returns(CustomerAPI):
    @operation("What I can give back of an order, and what I asked for", output=OfferedOut)
    def get(self, _request: Any, number: str) -> Offered:
        order = orders.customer_order(customer=self.customer, number=number)
        return offered(order=order, customer=self.customer, at=self.at)

    @operation("Return, exchange or claim", input=AskIn, output=MyReturnOut, status=201, idempotent=True)
    def post(self, _request: Any, number: str) -> Return:
        part = self._part(number, self.input["seller_order"])
        made = services.ask(
            part=part, kind=self.input["kind"], lines=wanted(self.input["lines"]), note=self.input["note"],
            payee=payee_spec(self.input["payee"]), at=self.at,
        )  # fmt: skip
        return queries.customer_return(customer=self.customer, number=made.number)

    def _part(self, number: str, part_number: str) -> SellerOrder:
        order = orders.customer_order(customer=self.customer, number=number)
        for part in order.parts.all():
            if part.number == part_number:
                return part
        raise NotFound(f"There is no part {part_number} in order {number}.")


class Payee(CustomerAPI):
    @operation("Say where money that was paid in cash goes back to", input=PayeeIn)
    def put(self, _request: Any, number: str) -> None:
        order = orders.customer_order(customer=self.customer, number=number)
        spec = payee_spec(self.input)
        if spec:
            payments.set_payee(reference=order.pk, spec=spec)


class ReturnAPI(CustomerAPI):
    def mine(self, number: str) -> Return:
        return queries.customer_return(customer=self.customer, number=number)


class OneReturn(ReturnAPI):
    @operation("One of my returns", output=MyReturnOut)
    def get(self, _request: Any, number: str) -> Return:
        return self.mine(number)


class Withdrawal(ReturnAPI):
    @operation("I keep it", output=MyReturnOut, idempotent=True)
    def post(self, _request: Any, number: str) -> Return:
        services.withdraw(found=self.mine(number), at=self.at)
        return self.mine(number)


class Sending(ReturnAPI):
    @operation("It is on its way to the seller", output=MyReturnOut, idempotent=True)
    def post(self, _request: Any, number: str) -> Return:
        services.pick_up(found=self.mine(number), at=self.at)
        return self.mine(number)


class Escalation(ReturnAPI):
    @operation("Ask the brand to decide", output=MyReturnOut, idempotent=True)
    def post(self, _request: Any, number: str) -> Return:
        services.escalate(found=self.mine(number), at=self.at)
        return self.mine(number)


urlpatterns = [
    path("orders/<str:number>/returns", Returns.as_view()),
    path("orders/<str:number>/payee", Payee.as_view()),
    path("returns/<str:number>", OneReturn.as_view()),
    path("returns/<str:number>/withdrawal", Withdrawal.as_view()),
    path("returns/<str:number>/sending", Sending.as_view()),
    path("returns/<str:number>/escalation", Escalation.as_view()),
]

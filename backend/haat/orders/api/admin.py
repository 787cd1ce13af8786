"""Every order of the brand, from all sides: parts, payments, transfers, ledger, history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import AdminAPI
from haat.core.api.fields import MoneyField, Strict, money_dict
from haat.core.api.operation import operation
from haat.identity.api.shapes import TicketOut, ViewingIn, ticket_out
from haat.orders import queries, viewing
from haat.orders.api.shapes import AddressOut, DiscountOut, SellerNameOut, TaxedLineOut, TimelineOut
from haat.orders.paying import HOW
from haat.payments import queries as payments

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from haat.orders.models import Order


class Filters(Strict):
    status = serializers.CharField(required=False)
    q = serializers.CharField(required=False)
    page = serializers.CharField(required=False)
    limit = serializers.CharField(required=False)


class PartOut(serializers.Serializer[Any]):
    number = serializers.CharField()
    status = serializers.CharField()
    seller = SellerNameOut()
    goods = MoneyField(source="goods_minor")
    shipping = MoneyField(source="shipping_minor")
    discount = MoneyField(source="discount_minor")
    brand_discount = MoneyField(source="brand_discount_minor")
    total = MoneyField(source="total_minor")
    cancelled = MoneyField(source="called_off_minor", help_text="Of the total, what was called off before shipping")
    lines = TaxedLineOut(many=True)
    shipped_at = serializers.DateTimeField(allow_null=True)
    delivered_at = serializers.DateTimeField(allow_null=True)
    return_until = serializers.DateTimeField(allow_null=True)
    end_reason = serializers.CharField()
    actions = serializers.SerializerMethodField()

    def get_actions(self, part: Any) -> list[str]:
        if part.can_be_cancelled:
            return ["cancel"] if part.status == "awaiting_payment" else ["cancel", "cancel_lines"]
        return ["deliver"] if part.status == "shipped" else []


class OrderRowOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    number = serializers.CharField()
    status = serializers.CharField()
    payment_method = serializers.CharField()
    how_paid = serializers.ChoiceField(HOW)
    customer = serializers.CharField(source="contact_name")
    total = MoneyField(source="total_minor")
    created_at = serializers.DateTimeField(source="created_for")
    placed_at = serializers.DateTimeField(allow_null=True)
    parts = serializers.SerializerMethodField()

    def get_parts(self, order: Any) -> list[dict[str, str]]:
        return [
            {"number": part.number, "status": part.status, "seller": part.seller.name} for part in order.parts.all()
        ]


class RefundOut(serializers.Serializer[Any]):
    amount = serializers.SerializerMethodField()
    status = serializers.CharField()
    reason = serializers.CharField()
    provider_refund_id = serializers.CharField(allow_null=True)
    failure = serializers.CharField()

    def get_amount(self, refund: Any) -> dict[str, Any] | None:
        return money_dict(refund.amount_minor, refund.payment.currency)


class TransferOut(serializers.Serializer[Any]):
    reference_number = serializers.CharField()
    status = serializers.CharField()
    account = serializers.CharField()
    amount = serializers.SerializerMethodField()
    provider_transfer_id = serializers.CharField(allow_null=True)
    failure = serializers.CharField()

    def get_amount(self, transfer: Any) -> dict[str, Any] | None:
        return money_dict(transfer.amount_minor, transfer.payment.currency)


class PaymentOut(serializers.Serializer[Any]):
    provider = serializers.CharField()
    status = serializers.CharField()
    method = serializers.CharField()
    amount = MoneyField(source="amount_minor")
    fee = MoneyField(source="fee_minor")
    refunded = MoneyField(source="refunded_minor")
    provider_order_id = serializers.CharField(allow_null=True)
    provider_payment_id = serializers.CharField(allow_null=True)
    captured_at = serializers.DateTimeField(allow_null=True)
    failure = serializers.CharField()
    refunds = RefundOut(many=True)
    transfers = TransferOut(many=True)


class OrderDetailOut(OrderRowOut):
    goods = MoneyField(source="goods_minor")
    shipping = MoneyField(source="shipping_minor")
    cod_fee = MoneyField(source="cod_fee_minor")
    discount = MoneyField(source="discount_minor")
    brand_discount = MoneyField(source="brand_discount_minor")
    gift_card = MoneyField(source="gift_card_minor", help_text="Of the total, what a gift card paid")
    paid = MoneyField(
        source="received_minor", help_text="Of what is due beside it, what was paid online or at the door"
    )
    to_pay = MoneyField(source="open_minor", help_text="Of what is due beside it, what is still to be paid")
    discounts = DiscountOut(many=True)
    parts = PartOut(many=True)  # type: ignore[assignment]  # the row shows less
    address = serializers.SerializerMethodField()
    contact = serializers.SerializerMethodField()
    payments = serializers.SerializerMethodField()
    timeline = TimelineOut(many=True)

    def get_address(self, order: Any) -> dict[str, Any]:
        return dict(AddressOut(queries.address_of(order)).data)

    def get_contact(self, order: Any) -> dict[str, str]:
        return {"name": order.contact_name, "email": order.contact_email, "phone": order.contact_phone}

    def get_payments(self, order: Any) -> list[dict[str, Any]]:
        return list(PaymentOut(payments.payments_of(order.pk), many=True).data)


class Orders(AdminAPI):
    permission = "orders.read"

    @operation("Orders, newest first", output=OrderRowOut, filters=Filters, many=True)
    def get(self, _request: Any) -> QuerySet[Order]:
        return queries.brand_orders(status=self.filters.get("status", ""), text=self.filters.get("q", ""))


class OrderDetail(AdminAPI):
    permission = "orders.read"

    @operation("One order from all sides", output=OrderDetailOut)
    def get(self, _request: Any, number: str) -> Order:
        return queries.brand_order(number=number)


class View(AdminAPI):
    permission = "support.view_as"

    @operation(
        "See the storefront as the order's customer does, read-only, for 15 minutes",
        input=ViewingIn,
        output=TicketOut,
        status=201,
        step_up=True,
    )
    def post(self, _request: Any, number: str) -> dict[str, Any]:
        order = queries.brand_order(number=number)
        return ticket_out(
            *viewing.start(order=order, by=self.staff, reason=self.input["reason"], at=self.at), self.brand
        )


urlpatterns = [
    path("orders", Orders.as_view()),
    path("orders/<str:number>", OrderDetail.as_view()),
    path("orders/<str:number>/viewings", View.as_view()),
]

"""The seller's balance, payouts and statement: every rupee opens to the postings behind it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.urls import path
from django.utils import timezone
from rest_framework import serializers

from haat.core.api.base import SellerAPI
from haat.core.api.fields import MoneyField, Strict, money_dict
from haat.core.api.operation import operation
from haat.core.errors import NotFound
from haat.payouts import queries
from haat.payouts.api.shapes import ExplainedOut, PayoutLineOut, PayoutRowOut, WayOut

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.payouts.models import Payout


class BalanceOut(serializers.Serializer[Any]):
    upcoming = MoneyField(source="upcoming_minor")
    on_hold = MoneyField(source="on_hold_minor")
    available = MoneyField(source="available_minor", help_text="The next payout, reserve included")
    owed = MoneyField(source="owed_minor", help_text="Negative: the next payouts take it")
    reserve = MoneyField(source="reserve_minor")
    reserve_until = serializers.DateTimeField(allow_null=True)
    held_reason = serializers.CharField(help_text="Why the brand lets payouts wait; empty when it does not")
    scheduled = MoneyField(source="scheduled_minor")
    cash = MoneyField(source="cash_minor")
    payable = MoneyField(source="payable_minor")
    in_transit = MoneyField(source="in_transit_minor")
    paid = MoneyField(source="paid_minor")
    next_payout_at = serializers.DateTimeField(allow_null=True)
    frozen_until = serializers.SerializerMethodField()
    frozen_reason = serializers.CharField(help_text="In words, the end of a sentence with because")

    def get_frozen_until(self, balance: Any) -> datetime | None:
        """Until when no payout starts; null when payouts are not on hold."""
        until: datetime | None = balance.frozen_until
        return until if until is not None and self.context["view"].at < until else None


class PayoutDetailOut(PayoutRowOut):
    lines = PayoutLineOut(many=True)
    ways = WayOut(source="disbursements", many=True)


class FileOut(serializers.Serializer[Any]):
    name = serializers.CharField()
    csv = serializers.CharField()


class Period(Strict):
    since = serializers.DateField(required=False)
    until = serializers.DateField(required=False, help_text="The last day that is shown")
    page = serializers.CharField(required=False)
    limit = serializers.CharField(required=False)


class PostingOut(serializers.Serializer[Any]):
    source = serializers.CharField(source="source.code")  # type: ignore[assignment]  # the field is named source
    destination = serializers.CharField(source="destination.code")
    amount = serializers.SerializerMethodField()

    def get_amount(self, posting: Any) -> dict[str, Any] | None:
        return money_dict(posting.amount_minor, posting.source.currency)


class StatementLineOut(serializers.Serializer[Any]):
    id = serializers.UUIDField(source="transaction.pk")
    at = serializers.DateTimeField(source="transaction.at")
    code = serializers.CharField(source="transaction.code")
    reference = serializers.CharField(source="transaction.reference")
    description = serializers.CharField(source="transaction.description")
    change = serializers.SerializerMethodField()
    balance = serializers.SerializerMethodField()
    postings = serializers.SerializerMethodField()

    def get_change(self, line: Any) -> dict[str, Any] | None:
        return money_dict(line.change_minor, self.context["brand"].currency)

    def get_balance(self, line: Any) -> dict[str, Any] | None:
        return money_dict(line.balance_minor, self.context["brand"].currency)

    def get_postings(self, line: Any) -> list[dict[str, Any]]:
        return list(PostingOut(line.transaction.postings.all(), many=True).data)


class BalanceView(SellerAPI):
    permission = "payouts.read"

    @operation("Where my money is", output=BalanceOut)
    def get(self, _request: Any) -> queries.Balance:
        return queries.balance(seller=self.seller, currency=self.brand.currency)


class Payouts(SellerAPI):
    permission = "payouts.read"

    @operation("My payouts, newest first", output=PayoutRowOut, many=True)
    def get(self, _request: Any) -> QuerySet[Payout]:
        return queries.seller_payouts(seller=self.seller)


class PayoutDetail(SellerAPI):
    permission = "payouts.read"

    @operation("One payout with the parts of orders behind it", output=PayoutDetailOut)
    def get(self, _request: Any, payout_id: UUID) -> Payout:
        return queries.seller_payout(seller=self.seller, payout_id=payout_id)


class Line(SellerAPI):
    permission = "payouts.read"

    @operation("Explain this rupee: what stands behind one line of my payout", output=ExplainedOut)
    def get(self, _request: Any, payout_id: UUID, line_id: UUID) -> queries.Explained:
        found = queries.explain(payout=queries.seller_payout(seller=self.seller, payout_id=payout_id), line_id=line_id)
        if found is None:
            raise NotFound("This payout has no such line.")
        return found


class PayoutFile(SellerAPI):
    permission = "payouts.read"

    @operation("One payout line by line, for a spreadsheet", output=FileOut)
    def get(self, _request: Any, payout_id: UUID) -> dict[str, str]:
        return queries.payout_file(queries.seller_payout(seller=self.seller, payout_id=payout_id))


class StatementFile(SellerAPI):
    permission = "payouts.read"

    @operation("The statement of some days, for a spreadsheet", filters=Period, output=FileOut)
    def get(self, _request: Any) -> dict[str, str]:
        since, until = _span(self.filters)
        return queries.statement_file(seller=self.seller, since=since, until=until)


class Statement(SellerAPI):
    permission = "payouts.read"

    @operation(
        "Every change of what I am owed, with its postings, newest first",
        output=StatementLineOut,
        filters=Period,
        many=True,
    )
    def get(self, _request: Any) -> tuple[Any, ...]:
        page, limit = self.asked_page()
        since, until = _span(self.filters)
        found = queries.statement(
            seller=self.seller,
            since=since,
            until=until,
            offset=(page - 1) * limit,
            limit=limit,
        )
        self.meta |= {"page": page, "limit": limit, "total": found.total}
        return tuple(found.lines)  # the page itself: a list would be cut again


def _span(filters: dict[str, Any]) -> tuple[datetime | None, datetime | None]:
    since, until = filters.get("since"), filters.get("until")
    end = _start_of(until + timedelta(days=1)) if until and until < date.max else None
    return _start_of(since) if since else None, end


def _start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


urlpatterns = [
    path("balance", BalanceView.as_view()),
    path("payouts", Payouts.as_view()),
    path("payouts/<uuid:payout_id>", PayoutDetail.as_view()),
    path("payouts/<uuid:payout_id>/file", PayoutFile.as_view()),
    path("payouts/<uuid:payout_id>/lines/<uuid:line_id>", Line.as_view()),
    path("statement/file", StatementFile.as_view()),
    path("statement", Statement.as_view()),
]

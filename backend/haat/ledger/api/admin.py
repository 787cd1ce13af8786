"""The brand's books, for the brand's finance people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from rest_framework import serializers

from haat.core.api.base import AdminAPI
from haat.core.api.fields import MoneyField, Strict, money_dict
from haat.core.api.operation import operation
from haat.ledger import queries

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from haat.ledger.models import Account, Transaction


class AccountOut(serializers.Serializer[Any]):
    code = serializers.CharField()
    kind = serializers.CharField()
    balance = MoneyField(source="balance_minor")


class PostingOut(serializers.Serializer[Any]):
    source = serializers.CharField(source="source.code")  # type: ignore[assignment]  # the field is named source
    destination = serializers.CharField(source="destination.code")
    amount = serializers.SerializerMethodField()

    def get_amount(self, posting: Any) -> dict[str, Any] | None:
        return money_dict(posting.amount_minor, posting.source.currency)


class TransactionOut(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    key = serializers.CharField()
    code = serializers.CharField()
    reference = serializers.CharField()
    description = serializers.CharField()
    at = serializers.DateTimeField()
    postings = PostingOut(many=True)


class TransactionFilters(Strict):
    reference = serializers.CharField(required=False)
    account = serializers.CharField(required=False)
    page = serializers.CharField(required=False)
    limit = serializers.CharField(required=False)


class ProofOut(serializers.Serializer[Any]):
    holds = serializers.BooleanField()
    transactions = serializers.IntegerField()
    postings = serializers.IntegerField()
    debit_minor = serializers.IntegerField()
    credit_minor = serializers.IntegerField()
    differences = serializers.ListField(child=serializers.CharField())


class Accounts(AdminAPI):
    permission = "ledger.read"

    @operation("Every account with its balance", output=AccountOut, many=True)
    def get(self, _request: Any) -> QuerySet[Account]:
        return queries.accounts()


class Transactions(AdminAPI):
    permission = "ledger.read"

    @operation(
        "Transactions with their postings, newest first", output=TransactionOut, filters=TransactionFilters, many=True
    )
    def get(self, _request: Any) -> QuerySet[Transaction]:
        return queries.transactions(
            reference=self.filters.get("reference", ""), account=self.filters.get("account", "")
        )


class LedgerProof(AdminAPI):
    permission = "ledger.read"

    @operation("Add up every posting and compare with the balances", output=ProofOut)
    def get(self, _request: Any) -> queries.Proof:
        return queries.prove()


urlpatterns = [
    path("ledger/accounts", Accounts.as_view()),
    path("ledger/transactions", Transactions.as_view()),
    path("ledger/proof", LedgerProof.as_view()),
]

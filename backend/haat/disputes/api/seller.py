"""Disputes of a seller's own parts: what is asked of me, what I said, what is held."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from haat.core.api.base import SellerAPI
from haat.core.api.fields import MoneyOut, money_dict
from haat.core.api.operation import operation
from haat.core.api.uploads import Uploads
from haat.disputes import queries, services
from haat.disputes.api.shapes import CaseFilters, CaseRowOut, PaperIn, PaperOut, ShareMoney, WordsIn
from haat.tenancy import private

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.disputes.models import Case, Paper


class SellerCaseRowOut(CaseRowOut):
    """`amount` is what of the dispute falls on this seller; the rest of the order is others' business."""

    number = serializers.SerializerMethodField()  # type: ignore[assignment]  # the seller's own parts
    respond_by = serializers.DateTimeField(source="sellers_due_at", allow_null=True)

    amount = serializers.SerializerMethodField()  # type: ignore[assignment]  # of it, the seller's own

    def _own(self, case: Any) -> list[Any]:
        return queries.seller_share(case, self.context["view"].seller)

    def get_number(self, case: Any) -> str:
        return ", ".join(share.reference_number for share in self._own(case))

    @extend_schema_field(MoneyOut)
    def get_amount(self, case: Any) -> dict[str, Any] | None:
        return money_dict(sum(share.amount_minor for share in self._own(case)), case.dispute.currency)


class SellerCaseOut(SellerCaseRowOut):
    words = serializers.SerializerMethodField()
    answered_at = serializers.SerializerMethodField()
    shares = serializers.SerializerMethodField()
    is_charged = serializers.SerializerMethodField(help_text="Whether this seller bears it")
    papers = PaperOut(many=True)
    actions = serializers.SerializerMethodField()

    def get_words(self, case: Any) -> str:
        return "".join(row.words for row in case.answers.all())

    def get_answered_at(self, case: Any) -> serializers.DateTimeField(allow_null=True):  # type: ignore[valid-type]  # read by the schema
        return next((row.answered_at for row in case.answers.all()), None)

    def get_shares(self, case: Any) -> ShareMoney(many=True):  # type: ignore[valid-type]  # drf-spectacular reads it
        return ShareMoney(self._own(case), many=True, context=self.context).data

    def get_is_charged(self, case: Any) -> bool:
        return any(share.bearer == "seller" for share in self._own(case))

    def get_actions(self, case: Any) -> list[str]:
        own = self.context["view"].identity.membership("seller")
        may = own is not None and "disputes.answer" in own.permissions
        return ["answer"] if may and case.is_answerable and not case.wanted else []


class OwnCase(SellerAPI):
    permission = "disputes.answer"

    def link_to(self, paper: Paper) -> str:
        return private.link(name=paper.file, user_id=self.identity.user.pk, at=self.at)

    def own(self, case_id: UUID) -> Case:
        return queries.seller_case(seller=self.seller, case_id=case_id)


class Cases(OwnCase):
    permission = "orders.read"

    @operation("Disputes of my orders", output=SellerCaseRowOut, filters=CaseFilters, many=True)
    def get(self, _request: Any) -> QuerySet[Case]:
        return queries.seller_cases(seller=self.seller, state=self.filters.get("state", ""))


class CasePage(OwnCase):
    permission = "orders.read"

    @operation("One dispute with my words and papers", output=SellerCaseOut)
    def get(self, _request: Any, case_id: UUID) -> Case:
        return self.own(case_id)


class Answer(OwnCase):
    @operation("Say what happened", input=WordsIn, output=SellerCaseOut)
    def put(self, _request: Any, case_id: UUID) -> Case:
        services.answer(case=self.own(case_id), seller=self.seller, words=self.input["words"], at=self.at)
        return self.own(case_id)


class Papers(Uploads, OwnCase):
    upload_bytes_max = services.FILE_BYTES_MAX

    @operation("Add a proof", input=PaperIn, output=SellerCaseOut, status=201)
    def post(self, _request: Any, case_id: UUID) -> Case:
        file = self.input["file"]
        services.add_paper(
            case=self.own(case_id), seller=self.seller, kind=self.input["kind"], name=file.name, source=file
        )
        return self.own(case_id)


class PaperPage(OwnCase):
    @operation("Take one of my proofs out again", output=SellerCaseOut)
    def delete(self, _request: Any, case_id: UUID, paper_id: UUID) -> Case:
        services.drop_paper(case=self.own(case_id), paper_id=paper_id, seller=self.seller)
        return self.own(case_id)


urlpatterns = [
    path("disputes", Cases.as_view()),
    path("disputes/<uuid:case_id>", CasePage.as_view()),
    path("disputes/<uuid:case_id>/answer", Answer.as_view()),
    path("disputes/<uuid:case_id>/papers", Papers.as_view()),
    path("disputes/<uuid:case_id>/papers/<uuid:paper_id>", PaperPage.as_view()),
]

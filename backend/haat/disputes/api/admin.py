"""Disputes as the brand's staff answer them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import path

from haat.core.api.base import AdminAPI
from haat.core.api.operation import operation
from haat.core.api.uploads import Uploads
from haat.disputes import queries, services
from haat.disputes.api.shapes import CaseFilters, CaseRowOut, PaperIn, WordsIn
from haat.disputes.api.staff_shapes import BearingIn, CaseOut, DivisionIn
from haat.tenancy import private

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.disputes.models import Case, Paper


class StaffAPI(AdminAPI):
    permission = "disputes.edit"

    def link_to(self, paper: Paper) -> str:
        return private.link(name=paper.file, user_id=self.identity.user.pk, at=self.at)


class Cases(StaffAPI):
    permission = "disputes.read"

    @operation("Disputes: what must be answered first comes first", output=CaseRowOut, filters=CaseFilters, many=True)
    def get(self, _request: Any) -> QuerySet[Case]:
        self.meta["counts"] = queries.counts()
        return queries.cases(state=self.filters.get("state", ""), q=self.filters.get("q", ""))


class CasePage(StaffAPI):
    permission = "disputes.read"

    @operation("One dispute with what sellers say and the papers", output=CaseOut)
    def get(self, _request: Any, case_id: UUID) -> Case:
        return queries.one_case(case_id)


class Division(StaffAPI):
    @operation("Say which parts of the order it is about", input=DivisionIn, output=CaseOut)
    def put(self, _request: Any, case_id: UUID) -> Case:
        return services.divide(case=queries.one_case(case_id), part_numbers=self.input["parts"], at=self.at)


class Words(StaffAPI):
    @operation("Write the summary that the bank reads", input=WordsIn, output=CaseOut)
    def put(self, _request: Any, case_id: UUID) -> Case:
        services.write_words(case=queries.one_case(case_id), words=self.input["words"])
        return queries.one_case(case_id)


class Papers(Uploads, StaffAPI):
    upload_bytes_max = services.FILE_BYTES_MAX

    @operation("Add a paper to the evidence", input=PaperIn, output=CaseOut, status=201)
    def post(self, _request: Any, case_id: UUID) -> Case:
        file = self.input["file"]
        services.add_paper(
            case=queries.one_case(case_id), seller=None, kind=self.input["kind"], name=file.name, source=file
        )
        return queries.one_case(case_id)


class PaperPage(StaffAPI):
    @operation("Take a paper out of the evidence", output=CaseOut)
    def delete(self, _request: Any, case_id: UUID, paper_id: UUID) -> Case:
        services.drop_paper(case=queries.one_case(case_id), paper_id=paper_id)
        return queries.one_case(case_id)


class Contest(StaffAPI):
    @operation("Send the evidence to the bank", output=CaseOut, step_up=True)
    def post(self, _request: Any, case_id: UUID) -> Case:
        services.ask(case=queries.one_case(case_id), wish="contest", at=self.at)
        return queries.one_case(case_id)


class Acceptance(StaffAPI):
    @operation("Let the customer have the money", output=CaseOut, step_up=True)
    def post(self, _request: Any, case_id: UUID) -> Case:
        services.ask(case=queries.one_case(case_id), wish="accept", at=self.at)
        return queries.one_case(case_id)


class Bearing(StaffAPI):
    @operation("Say who bears a lost dispute", input=BearingIn, output=CaseOut, step_up=True)
    def post(self, _request: Any, case_id: UUID) -> Case:
        return services.bear(case=queries.one_case(case_id), at=self.at, **self.input)


urlpatterns = [
    path("disputes", Cases.as_view()),
    path("disputes/<uuid:case_id>", CasePage.as_view()),
    path("disputes/<uuid:case_id>/division", Division.as_view()),
    path("disputes/<uuid:case_id>/words", Words.as_view()),
    path("disputes/<uuid:case_id>/papers", Papers.as_view()),
    path("disputes/<uuid:case_id>/papers/<uuid:paper_id>", PaperPage.as_view()),
    path("disputes/<uuid:case_id>/contest", Contest.as_view()),
    path("disputes/<uuid:case_id>/acceptance", Acceptance.as_view()),
    path("disputes/<uuid:case_id>/bearing", Bearing.as_view()),
]

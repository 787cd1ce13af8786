"""The books for the brand's finance people: their proof, differences with the provider, reports."""

from __future__ import annotations

from typing import Any

from django.urls import path

from haat.books import queries
from haat.books.api import deposits, queue, reporting
from haat.books.api.shapes import StandingOut
from haat.core import jobs
from haat.core.api.base import AdminAPI
from haat.core.api.operation import operation


class Standing(AdminAPI):
    permission = "ledger.read"

    @operation("How far the books are sealed, and what their last proof found", output=StandingOut)
    def get(self, _request: Any) -> dict[str, Any]:
        return queries.standing()


class Proofs(AdminAPI):
    permission = "ledger.read"

    @operation("Prove the books now", status=202)
    def post(self, _request: Any) -> None:
        jobs.enqueue("books.prove", unique_key="by hand")


ONE = "recon/breaks/<uuid:break_id>"

urlpatterns = [
    *deposits.urlpatterns,
    path("ledger/standing", Standing.as_view()),
    path("ledger/proofs", Proofs.as_view()),
    path("reports", reporting.Reports.as_view()),
    path("reports/<slug:code>", reporting.Report.as_view()),
    path("reports/<slug:code>/files", reporting.Files.as_view()),
    path("recon", queue.ReconStanding.as_view()),
    path("recon/runs", queue.Runs.as_view()),
    path("recon/people", queue.People.as_view()),
    path("recon/breaks", queue.Breaks.as_view()),
    path(ONE, queue.Break.as_view()),
    path(f"{ONE}/owner", queue.Owner.as_view()),
    path(f"{ONE}/explanation", queue.Explanation.as_view()),
    path(f"{ONE}/resolution", queue.Resolution.as_view()),
    path(f"{ONE}/refund", queue.Refund.as_view()),
    path(f"{ONE}/retry", queue.Retry.as_view()),
]

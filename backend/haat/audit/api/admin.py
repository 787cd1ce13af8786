"""The brand's audit log."""

from __future__ import annotations

from typing import Any

from django.urls import path

from haat.audit import queries, services
from haat.audit.api.shapes import EntryOut, ExportIn, FileOut, Filters, LogPage, StandingOut
from haat.core.api.base import AdminAPI
from haat.core.api.operation import operation


class Log(LogPage, AdminAPI):
    permission = "audit.read"

    @operation("Who did what, newest first", filters=Filters, output=EntryOut, many=True)
    def get(self, _request: Any) -> tuple[Any, ...]:
        return tuple(self.log_page(self.filters))


class Standing(AdminAPI):
    permission = "audit.read"

    @operation("How far the log is sealed and when it was last proved whole", output=StandingOut)
    def get(self, _request: Any) -> dict[str, Any]:
        return queries.standing()


class Export(AdminAPI):
    permission = "audit.read"

    @operation(
        "A stretch of the log as a file; that it was taken is noted", input=ExportIn, output=FileOut, step_up=True
    )
    def post(self, _request: Any) -> dict[str, Any]:
        return services.export(brand=self.brand, filters=self.input, at=self.at)


urlpatterns = [
    path("audit", Log.as_view()),
    path("audit/standing", Standing.as_view()),
    path("audit/exports", Export.as_view()),
]

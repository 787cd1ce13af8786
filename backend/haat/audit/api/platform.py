"""The platform's own audit log, kept in its house brand."""

from __future__ import annotations

from typing import Any

from django.urls import path

from haat.audit import queries, services
from haat.audit.api.shapes import EntryOut, ExportIn, FileOut, Filters, LogPage, StandingOut
from haat.core.api.base import PlatformAPI
from haat.core.api.operation import operation
from haat.tenancy import queries as tenancy_queries
from haat.tenancy.context import brand_scope


class Log(LogPage, PlatformAPI):
    permission = "audit.read"

    @operation("Who did what on the platform, newest first", filters=Filters, output=EntryOut, many=True)
    def get(self, _request: Any) -> tuple[Any, ...]:
        with brand_scope(tenancy_queries.house()):  # rows are read before the house is left, so this is the page itself
            return tuple(self.log_page(self.filters))


class Standing(PlatformAPI):
    permission = "audit.read"

    @operation("How far the log is sealed and when it was last proved whole", output=StandingOut)
    def get(self, _request: Any) -> dict[str, Any]:
        with brand_scope(tenancy_queries.house()):
            return queries.standing()


class Export(PlatformAPI):
    permission = "audit.read"

    @operation(
        "A stretch of the log as a file; that it was taken is noted", input=ExportIn, output=FileOut, step_up=True
    )
    def post(self, _request: Any) -> dict[str, Any]:
        house = tenancy_queries.house()
        with brand_scope(house):
            return services.export(brand=house, filters=self.input, at=self.at)


urlpatterns = [
    path("audit", Log.as_view()),
    path("audit/standing", Standing.as_view()),
    path("audit/exports", Export.as_view()),
]

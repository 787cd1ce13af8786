"""Files of goods, in and out, for the brand's staff: of every seller."""

from __future__ import annotations

from typing import Any

from django.urls import path

from haat.core.api.base import AdminAPI
from haat.core.api.operation import operation
from haat.imports.api import desk, shapes


class Staff(AdminAPI):
    permission = "products.read"

    @property
    def shop(self) -> Any:
        return None


class Imports(Staff, desk.Imports):
    permissions_by_method = {"GET": "products.read", "POST": "products.decide"}


class ImportsAtWork(Staff, desk.ImportsAtWork):
    pass


class Targets(Staff, desk.Targets):
    pass


class Categories(Staff, desk.Categories):
    pass


class Template(Staff, desk.Template):
    pass


class ImportPage(Staff, desk.ImportPage):
    pass


class ImportMapping(Staff, desk.ImportMapping):
    permission = "products.decide"


class ImportMoves(Staff, desk.ImportMoves):
    permission = "products.decide"


class ImportRows(Staff, desk.ImportRows):
    pass


class ImportResults(Staff, desk.ImportResults):
    pass


class Exports(Staff, desk.Exports):
    @operation("Ask for goods as a file", input=shapes.StaffExportIn, output=shapes.ExportOut, status=201)
    def post(self, _request: Any) -> Any:
        return self.ask()


class ExportPage(Staff, desk.ExportPage):
    pass


urlpatterns = [
    path("imports", Imports.as_view()),
    path("imports/at-work", ImportsAtWork.as_view()),
    path("imports/categories", Categories.as_view()),
    path("imports/targets", Targets.as_view()),
    path("imports/template", Template.as_view()),
    path("imports/<uuid:import_id>", ImportPage.as_view()),
    path("imports/<uuid:import_id>/mapping", ImportMapping.as_view()),
    path("imports/<uuid:import_id>/moves", ImportMoves.as_view()),
    path("imports/<uuid:import_id>/rows", ImportRows.as_view()),
    path("imports/<uuid:import_id>/results", ImportResults.as_view()),
    path("exports", Exports.as_view()),
    path("exports/<uuid:export_id>", ExportPage.as_view()),
]

"""A seller's files of goods, in and out."""

from __future__ import annotations

from typing import Any

from django.urls import path

from haat.core.api.base import SellerAPI
from haat.core.api.operation import operation
from haat.imports.api import desk, shapes


class Own(SellerAPI):
    permission = "products.edit"

    @property
    def shop(self) -> Any:
        return self.seller


class Imports(Own, desk.Imports):
    pass


class ImportsAtWork(Own, desk.ImportsAtWork):
    pass


class Targets(Own, desk.Targets):
    pass


class Categories(Own, desk.Categories):
    pass


class Template(Own, desk.Template):
    pass


class ImportPage(Own, desk.ImportPage):
    pass


class ImportMapping(Own, desk.ImportMapping):
    pass


class ImportMoves(Own, desk.ImportMoves):
    pass


class ImportRows(Own, desk.ImportRows):
    pass


class ImportResults(Own, desk.ImportResults):
    pass


class Exports(Own, desk.Exports):
    @operation("Ask for goods as a file", input=shapes.ExportIn, output=shapes.ExportOut, status=201)
    def post(self, _request: Any) -> Any:
        return self.ask()


class ExportPage(Own, desk.ExportPage):
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

"""Files of goods, in and out, as both desks have them: a seller's and the brand's staff's."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse

from haat.core.api.base import HaatAPI
from haat.core.api.operation import operation
from haat.imports import queries, services
from haat.imports.api import shapes
from haat.imports.columns import TARGETS
from haat.imports.queries.results import with_cells

if TYPE_CHECKING:
    from haat.sellers.models import Seller


class Desk(HaatAPI):
    @property
    @abstractmethod
    def shop(self) -> Seller | None:
        """Whose files they are; None stands for the brand's staff, who see their own and name sellers by a column."""


class Imports(Desk):
    @operation("Files of goods that came in", output=shapes.ImportRowOut, filters=shapes.ImportFilters, many=True)
    def get(self, _request: Any) -> Any:
        return queries.imports(seller=self.shop, status=self.filters.get("status", ""))

    @operation(
        "Send a file: CSV or XLSX as the body itself", output=shapes.ImportOut, filters=shapes.UploadFilters, status=201
    )
    def post(self, request: Any) -> Any:
        raw = request._request  # its body is read in pieces, never into memory
        return services.begin(
            source=raw, announced=int(request.headers.get("Content-Length") or 0), name=self.filters["name"], seller=self.shop,
            user_id=self.identity.user.pk, at=self.at,
        )  # fmt: skip


class ImportsAtWork(Desk):
    @operation("What is being worked on, or waits to go on", output=shapes.ImportRowOut, many=True)
    def get(self, _request: Any) -> Any:
        return queries.at_work(seller=self.shop)


class Targets(Desk):
    @operation("What a column can be", output=shapes.TargetOut, many=True)
    def get(self, _request: Any) -> Any:
        return self.all_of(one for one in TARGETS.values() if self.shop is None or one.code != "seller")


class Categories(Desk):
    @operation("Categories with the way down to each", output=shapes.CategoryOut, many=True)
    def get(self, _request: Any) -> Any:
        return self.all_of(queries.category_ways())


class Template(Desk):
    @operation("An empty sheet to fill in", filters=shapes.TemplateFilters, file="application/octet-stream")
    def get(self, _request: Any) -> Any:
        name, body = services.template(
            category=self.filters.get("category", ""), form=self.filters["form"], for_seller=self.shop is not None
        )
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(body, content_type="application/octet-stream", headers=headers)


class ImportPage(Desk):
    @operation("One file and how far it is", output=shapes.ImportOut)
    def get(self, _request: Any, import_id: Any) -> Any:
        return queries.one(seller=self.shop, import_id=import_id)


class ImportMapping(Desk):
    @operation("Say what its columns are", input=shapes.MappingIn, output=shapes.ImportOut)
    def put(self, _request: Any, import_id: Any) -> Any:
        row = queries.one(seller=self.shop, import_id=import_id)
        return services.set_mapping(row=row, names=self.input["columns"], options=dict(self.input.get("options") or {}))


class ImportMoves(Desk):
    @operation("Check, run, hold, go on, end or take back", input=shapes.MoveIn, output=shapes.ImportOut)
    def post(self, _request: Any, import_id: Any) -> Any:
        row = queries.one(seller=self.shop, import_id=import_id)
        return services.move(row=row, verb=self.input["verb"], at=self.at)


class ImportRows(Desk):
    @operation("Its rows with what became of them", output=shapes.ResultRowOut, filters=shapes.RowFilters, many=True)
    def get(self, _request: Any, import_id: Any) -> Any:
        row = queries.one(seller=self.shop, import_id=import_id)
        found = self.page_of(queries.results(of=row, outcome=self.filters.get("outcome", "")))
        return tuple(with_cells(row, found))


class ImportResults(Desk):
    @operation(
        "Ask for its rows with their results as a file", input=shapes.ResultIn, output=shapes.ExportOut, status=201
    )
    def post(self, _request: Any, import_id: Any) -> Any:
        row = queries.one(seller=self.shop, import_id=import_id)
        filters = {"outcome": self.input.get("outcome", "")}
        return services.ask_export(
            seller=self.shop, user_id=self.identity.user.pk, form=self.input["format"], filters=filters, of=row
        )


class Exports(Desk):
    @operation("Files that were asked for", output=shapes.ExportOut, many=True)
    def get(self, _request: Any) -> Any:
        return queries.exports(seller=self.shop)

    def ask(self) -> Any:
        filters = {name: value for name, value in self.input.items() if name != "format" and value}
        filters |= {"ids": [str(one) for one in filters["ids"]]} if "ids" in filters else {}
        return services.ask_export(
            seller=self.shop, user_id=self.identity.user.pk, form=self.input["format"], filters=filters
        )


class ExportPage(Desk):
    @operation("Whether a file is there", output=shapes.ExportOut)
    def get(self, _request: Any, export_id: Any) -> Any:
        return queries.export(seller=self.shop, export_id=export_id)

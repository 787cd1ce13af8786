"""Reports of a month, to read and as files."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from haat.books import reports, services
from haat.core.api.base import AdminAPI
from haat.core.api.fields import Strict, money_dict
from haat.core.api.operation import operation
from haat.core.errors import NotFound


class MonthIn(Strict):
    month = serializers.CharField(max_length=7, help_text="Such as 2026-10")
    page = serializers.CharField(required=False)
    limit = serializers.CharField(required=False)


class ColumnOut(serializers.Serializer[Any]):
    name = serializers.CharField()
    title = serializers.CharField()
    kind = serializers.ChoiceField(["text", "money", "rate", "number", "date"])


class ReportOut(serializers.Serializer[Any]):
    code = serializers.CharField()
    title = serializers.CharField()


class TableOut(serializers.Serializer[Any]):
    code = serializers.CharField(source="report.code")
    title = serializers.CharField(source="report.title")
    month = serializers.CharField(source="month.text")
    columns = ColumnOut(source="report.columns", many=True)
    rows = serializers.SerializerMethodField(help_text="At most as many as a page may show; the file has all")
    count = serializers.SerializerMethodField()
    totals = serializers.SerializerMethodField()

    def get_rows(self, table: Any) -> list[dict[str, Any]]:
        return [_shown(table, row) for row in table.rows[:SHOWN_MAX]]

    def get_count(self, table: Any) -> int:
        return len(table.rows)

    def get_totals(self, table: Any) -> dict[str, Any]:
        return {name: money_dict(minor, table.month.currency) for name, minor in table.totals.items()}


class FileOut(serializers.Serializer[Any]):
    name = serializers.CharField()
    csv = serializers.CharField()
    rows = serializers.IntegerField()


SHOWN_MAX = 500


def _shown(table: Any, row: dict[str, Any]) -> dict[str, Any]:
    kinds = {one.name: one.kind for one in table.report.columns}
    return {
        name: money_dict(value, table.month.currency) if kinds[name] == "money" else value
        for name, value in row.items() if name in kinds
    }  # fmt: skip


def found(code: str) -> reports.Report:
    if code not in reports.REPORTS:
        raise NotFound(f"There is no report “{code}”.")
    return reports.REPORTS[code]


class Reports(AdminAPI):
    permission = "reports.read"

    @operation("The reports that there are", output=ReportOut, many=True)
    def get(self, _request: Any) -> list[reports.Report]:
        return list(reports.REPORTS.values())


class Report(AdminAPI):
    permission = "reports.read"

    @operation("One report of a month", filters=MonthIn, output=TableOut)
    def get(self, _request: Any, code: str) -> reports.Table:
        return reports.Table.of(found(code), reports.month(self.filters["month"], self.brand))


class Files(AdminAPI):
    permission = "reports.read"

    @operation("The same as a file; that it was taken is noted", input=MonthIn, output=FileOut)
    def post(self, _request: Any, code: str) -> dict[str, Any]:
        return services.export(
            report=found(code), month=reports.month(self.input["month"], self.brand), brand=self.brand
        )

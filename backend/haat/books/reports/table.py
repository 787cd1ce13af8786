"""A report as columns and rows, the same for the portal and for a file; and which reports there are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from haat.books.reports import register, summary, tcs, tds
from haat.books.reports.columns import Column
from haat.core import csv
from haat.core.money import plain_minor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from haat.tax.queries import Month


@dataclass(frozen=True, slots=True)
class Report:
    code: str
    title: str
    columns: tuple[Column, ...]
    rows: Callable[[Month], Iterable[dict[str, Any]]]


@dataclass(slots=True)
class Table:
    report: Report
    month: Month
    rows: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def of(cls, report: Report, month: Month) -> Table:
        return cls(report, month, list(report.rows(month)))

    @property
    def totals(self) -> dict[str, int]:
        """The sum of each column of money."""
        return {one.name: sum(row[one.name] for row in self.rows) for one in self.report.columns if one.kind == "money"}

    def as_csv(self) -> str:
        """With amounts as plain decimals and a last line of sums; what a spreadsheet would run is defused."""
        columns = self.report.columns
        lines = [[_cell(one, row[one.name], self.month.currency) for one in columns] for row in self.rows]
        if lines:
            totals = self.totals
            ends = [_cell(one, totals[one.name], self.month.currency) if one.name in totals else "" for one in columns]
            lines.append(["Total", *ends[1:]])
        return "".join(csv.rows([one.title for one in columns], lines))


def _cell(column: Column, value: Any, currency: str) -> str:
    if column.kind == "money":
        return plain_minor(value, currency)
    if column.kind == "rate":
        return plain_minor(value, "INR")  # hundredths of a percent, written as percent
    return "" if value is None else str(value)


REPORTS = {
    one.code: one
    for one in (
        Report("sales-register", "Sales register", register.COLUMNS, register.rows),
        Report("tax-summary", "Tax summary", summary.COLUMNS, summary.rows),
        Report("gst-tcs", "GST TCS by seller and state", tcs.COLUMNS, tcs.rows),
        Report("gstr-8", "GSTR-8 worksheet", tcs.GSTR8_COLUMNS, tcs.gstr8_rows),
        Report("tds", "TDS worksheet", tds.COLUMNS, tds.rows),
    )
}

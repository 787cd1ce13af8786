"""A report as a file. Who took which is a line of the log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.audit import services as audit
from haat.books.reports import Month, Report, Table

if TYPE_CHECKING:
    from haat.tenancy.models import Brand


def export(*, report: Report, month: Month, brand: Brand) -> dict[str, Any]:
    table = Table.of(report, month)
    audit.record("report.exported", brand, after={"report": report.code, "month": month.text, "rows": len(table.rows)})
    return {"name": f"{brand.slug}-{report.code}-{month.text}.csv", "csv": table.as_csv(), "rows": len(table.rows)}

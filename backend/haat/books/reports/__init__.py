"""Reports of a month: what was supplied, and what was withheld and owed for it."""

from haat.books.reports.table import REPORTS, Report, Table
from haat.tax.queries import Month, month

__all__ = ["REPORTS", "Month", "Report", "Table", "month"]

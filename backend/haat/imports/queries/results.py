"""Rows of a file with what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from haat.core.sentences import sentence
from haat.imports.columns import label_of
from haat.imports.models import Import, Result, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.db.models import QuerySet

PHASES = {Import.Status.UNDOING: "undo", Import.Status.ROLLED_BACK: "undo"}
NOT_YET = sentence("not_yet", "Not reached yet.")
BEFORE_RUN = {Import.Status.UPLOADED, Import.Status.MAPPED, Import.Status.CHECKING, Import.Status.CHECKED}


@dataclass(frozen=True, slots=True)
class ResultRow:
    """`place` is where in `cells` the column is that its message is about; -1 when it is about none."""

    number: int
    line: int
    cells: Sequence[str]
    outcome: str
    column: str
    place: int
    message: str
    told: list[dict[str, Any]]


def phase_of(row: Import) -> str:
    """What its person wants to see: the check before it ran, then the run, then the roll-back."""
    if row.status in BEFORE_RUN or not row.done:
        return "check"
    return PHASES.get(Import.Status(row.status), "run")


def results(*, of: Import, outcome: str = "", phase: str = "") -> QuerySet[Result]:
    """In the order of the file."""
    rows = Result.objects.filter(of=of, phase=phase or phase_of(of))
    return (rows.filter(outcome=outcome) if outcome else rows).order_by("number")


def with_cells(of: Import, found: Sequence[Result]) -> list[ResultRow]:
    """The cells beside the outcomes."""
    rows = Row.objects.filter(of=of, number__in=[one.number for one in found])
    cells = {row.number: row for row in rows}
    return [_joined(of, cells[one.number], one) for one in found if one.number in cells]


def all_rows(*, of: Import, phase: str, batch: int = 500) -> Iterator[ResultRow]:
    """Every row of the file, also those that were not reached; a batch in memory at a time."""
    at = 0
    while rows := list(Row.objects.filter(of=of, number__gt=at).order_by("number")[:batch]):
        at = rows[-1].number
        found = {
            one.number: one
            for one in Result.objects.filter(of=of, phase=phase, number__in=[row.number for row in rows]).defer("trace")
        }
        for row in rows:
            yield _joined(of, row, found.get(row.number))


def skus_of(*, of: Import, batch: int) -> Iterator[list[str]]:
    """The SKUs of a file, some at a time."""
    at = 0
    while rows := list(
        Row.objects.filter(of=of, number__gt=at).order_by("number").values_list("number", "sku")[:batch]
    ):
        at = rows[-1][0]
        yield [sku for _, sku in rows if sku]


def _joined(of: Import, row: Row, one: Result | None) -> ResultRow:
    column = one.column if one else ""
    place = of.columns.index(column) if column in of.columns and column else -1
    name = of.header[place] if 0 <= place < len(of.header) else label_of(column) if column not in {"", "row"} else ""
    message, parts = (one.message, one.told) if one else (str(NOT_YET), NOT_YET.parts)
    return ResultRow(row.number, row.line, row.cells, one.outcome if one else "", name, place, message, parts)

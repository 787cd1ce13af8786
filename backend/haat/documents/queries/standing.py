"""Whether numbers run on without a gap."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import Count, Max

from haat.documents.models import Series
from haat.tax.queries import papers
from haat.tenancy.context import active_brand

MISSING_MAX = 20


@dataclass(frozen=True, slots=True)
class Standing:
    """A series and what of it is there; `missing` names at most some."""

    supplier: str
    kind: str
    year: str
    first: str
    last: str
    count: int
    missing: list[str]

    @property
    def holds(self) -> bool:
        return not self.missing


def series() -> list[Standing]:
    """Every series, by supplier, kind and year: numbers run from 1 to the counter, each once."""
    law = papers(active_brand().country)
    counted = Series.objects.annotate(many=Count("documents"), top=Max("documents__serial"))
    return [_standing(row, law.year_text(row.year)) for row in counted.order_by("supplier_key", "kind", "-year")]


def _standing(row: Any, year: str) -> Standing:
    missing: list[str] = []
    if row.many != row.last_serial or (row.top or 0) != row.last_serial:
        there = set(row.documents.values_list("serial", flat=True))
        gaps = (
            one for one in range(1, max(row.last_serial, row.top or 0) + 1) if one not in there or one > row.last_serial
        )
        missing = [f"{row.prefix}{one:06d}" for one in islice(gaps, MISSING_MAX)]
    first, last = f"{row.prefix}{1:06d}", f"{row.prefix}{row.last_serial:06d}"
    return Standing(row.supplier_key, row.kind, year, first, last, row.many, missing)

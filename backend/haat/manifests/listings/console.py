"""What a person sees of an import: refused rows, the sum, and a file of results if wanted."""

from __future__ import annotations

import csv
import resource
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from django.core.management.base import OutputWrapper

    from haat.imports.queries import ResultRow
    from haat.manifests.listings.run import Tally

SHOWN_MAX = 20


class Console:
    """Tells of an import on the terminal; `report` gets every refused row as CSV."""

    def __init__(self, path: Path, out: OutputWrapper, errors: OutputWrapper, report: TextIO | None) -> None:
        self.path, self.out, self.errors = path, out, errors
        self.results = csv.writer(report) if report else None
        self.refused = 0
        self.began = time.monotonic()
        if self.results:
            self.results.writerow(["line", "column", "reason", "cells"])

    def refuse(self, row: ResultRow) -> None:
        self.refused += 1
        if self.results:
            self.results.writerow([row.line, row.column, row.message, *row.cells])
        if self.refused <= SHOWN_MAX:
            self.errors.write(f"{self.path}:{row.line}: {row.column or 'row'}: {row.message}\n")

    def progress(self, rows: int) -> None:
        if self.errors.isatty():
            self.errors.write(f"{rows} rows", ending="\r")

    def sum_up(self, tally: Tally) -> None:
        seconds = max(time.monotonic() - self.began, 0.001)
        if self.refused > SHOWN_MAX:
            self.errors.write(f"… and {self.refused - SHOWN_MAX} more rows; --report FILE writes all of them.\n")
        self.out.write(
            f"{tally.read} rows read: {tally.created} new drafts, {tally.changed} changed, {tally.unchanged} unchanged, "
            f"{tally.refused} refused.\n"
            f"Unclean in the file: {_listed(tally.dirt) or 'nothing'}.\n"
            f"Known of its goods: {_listed(tally.facts) or 'nothing more'}.\n"
            f"{f'Still missing: {_listed(tally.missing)}.' if tally.missing else 'Nothing is missing.'}\n"
            f"{seconds:.1f} s, {tally.read / seconds:.0f} rows/s, peak memory {_peak_mb():.0f} MB.\n"
        )


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items(), key=lambda one: -one[1]))


@contextmanager
def result_file(path: Path | None) -> Iterator[TextIO | None]:
    if path is None:
        yield None
        return
    with path.open("w", encoding="utf-8", newline="") as stream:
        yield stream


def _peak_mb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 if sys.platform != "darwin" else peak / 1024 / 1024

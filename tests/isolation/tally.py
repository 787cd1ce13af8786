"""What was tried, counted while it is tried: for the report that an operator shows to a brand."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

TARGET = "HAAT_ISOLATION_COUNTS"  # a file for the counts; without it they are only counted

counts: Counter[str] = Counter()
tables: dict[str, dict[str, Counter[str]]] = {}
facts: dict[str, Any] = {}
tests: list[dict[str, Any]] = []


def add(name: str, number: int = 1) -> None:
    counts[name] += number


def cell(table: str, row: str, column: str, number: int = 1) -> None:
    tables.setdefault(table, {}).setdefault(row, Counter())[column] += number


def note(name: str, value: Any) -> None:
    facts[name] = value


def ended(test: str, outcome: str, seconds: float, message: str) -> None:
    tests.append({"name": test, "outcome": outcome, "seconds": round(seconds, 2), "message": message[:4000]})


def write() -> None:
    if target := os.environ.get(TARGET):
        found = {"counts": counts, "tables": tables, "facts": facts, "tests": tests}
        Path(target).write_text(json.dumps(found, indent=1, default=str), encoding="utf-8")

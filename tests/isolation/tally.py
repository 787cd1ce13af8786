"""What was tried, counted while it is tried: for the report that an operator shows to a brand."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

TARGET = "HAAT_ISOLATION_COUNTS"  # a file for the counts; without it they are only counted

counts: Counter[str] = Counter()
facts: dict[str, Any] = {}


def add(name: str, number: int = 1) -> None:
    counts[name] += number


def note(name: str, value: Any) -> None:
    facts[name] = value


def write() -> None:
    if target := os.environ.get(TARGET):
        Path(target).write_text(json.dumps({"counts": counts, "facts": facts}, indent=1), encoding="utf-8")

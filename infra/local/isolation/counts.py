"""What the suite counted, read back and added up."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Table = dict[str, dict[str, int]]


@dataclass
class Counts:
    """`passed` is False when a test failed, when nothing was counted, or when a word stood where it must not."""

    tables: dict[str, Table] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    tests: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def read(cls, file: Path) -> Counts:
        found = json.loads(file.read_text(encoding="utf-8")) if file.exists() and file.stat().st_size else {}
        return cls(found.get("tables", {}), found.get("counts", {}), found.get("tests", []))

    def total(self, table: str, *columns: str) -> int:
        rows = self.tables.get(table, {}).values()
        return sum(number for row in rows for column, number in row.items() if not columns or column in columns)

    @property
    def leaks(self) -> int:
        return self.counts.get("leaks", 0) + self.total("wall", "carried out")

    @property
    def failed(self) -> list[dict[str, Any]]:
        return [test for test in self.tests if test["outcome"] == "failed"]

    @property
    def foreign_ids(self) -> int:
        rows = self.tables.get("ids", {})
        return sum(sum(row.values()) for whose, row in rows.items() if whose != "own")

    @property
    def passed(self) -> bool:
        return bool(self.tests) and not self.failed and not self.leaks and self.total("portals", "requests") > 0

    def summary(self) -> dict[str, int]:
        return {
            "routes": self.total("portals", "routes"),
            "kinds_of_people": len(self.tables.get("people", {})),
            "requests": self.total("portals", "requests"),
            "foreign_ids": self.foreign_ids,
            "refused": self.total("people") - self.total("people", "let in"),
            "wall_statements": self.total("wall"),
            "wall_refused": self.total("wall", "refused"),
            "places_searched": self.total("crawl", "searched"),
            "interleaved_reads": self.total("interleaved"),
            "tests": len(self.tests),
            "failed": len(self.failed),
            "leaks": self.leaks,
        }

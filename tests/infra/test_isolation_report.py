"""The report says what was counted, and is not green when anything is wrong."""

from __future__ import annotations

import contextlib
import json
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from infra.local.cli import main
from infra.local.commands import isolation_report
from infra.local.isolation import page
from infra.local.isolation.counts import Counts

if TYPE_CHECKING:
    from pathlib import Path

GOOD: dict[str, Any] = {
    "tables": {
        "portals": {"admin": {"routes": 3, "requests": 1200}}, "people": {"rival <seller>": {"let in": 200, "not there": 1000}},
        "ids": {"own": {"let in": 200}, "rival": {"not there": 1000}}, "wall": {"tables of another brand": {"refused": 312}},
        "crawl": {"aster: cache": {"searched": 9, "own": 5, "foreign": 0}}, "interleaved": {"plainly": {"pool": 4}},
    },
    "counts": {}, "tests": [{"name": "test_crawl.py::test_a_planted_word_is_found[x]", "outcome": "passed", "seconds": 1, "message": ""}],
}  # fmt: skip


def counted(**changes: Any) -> Counts:
    found = GOOD | changes
    return Counts(found["tables"], found["counts"], found["tests"])


def shown(counts: Counts) -> str:
    return page.render(counts, at=datetime(2026, 1, 2, tzinfo=UTC), version="1 · abc", seconds=75)


def test_a_page_tells_what_was_tried() -> None:
    text = shown(counted())
    for words in (
        "Nothing got through.",
        "1\u202f200",
        "2 January",
        "1 min 15 s",
        "A planted word is found (x)",
        "rival &lt;seller&gt;",
    ):
        assert words in text
    assert "http" not in text  # nothing is loaded from anywhere


@pytest.mark.parametrize(
    "changes",
    [
        {"counts": {"leaks": 1}}, {"tests": []}, {"tables": {}}, {"tests": [{"name": "t::test_x", "outcome": "failed", "seconds": 1, "message": "<why>"}]},
        {"tables": GOOD["tables"] | {"wall": {"x": {"carried out": 1}}}},
    ],
    ids=["a leak", "nothing tried", "nothing counted", "a failed test", "a statement that went through"],
)  # fmt: skip
def test_a_page_is_not_green_when_anything_is_wrong(changes: dict[str, Any]) -> None:
    counts = counted(**changes)
    assert not counts.passed
    assert "Nothing got through." not in shown(counts)
    assert "<why>" not in shown(counts)


@pytest.mark.parametrize(("counts", "code"), [(GOOD, 0), (GOOD | {"counts": {"leaks": 2}}, 1), ({}, 1)])
def test_the_command_writes_page_and_json_and_says_it_by_its_exit_code(
    counts: dict[str, Any], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    def run(_setting: Any, file: Path) -> None:
        file.write_text(json.dumps(counts), encoding="utf-8")

    services = contextlib.nullcontext(SimpleNamespace(environ={}))
    monkeypatch.setattr(isolation_report, "services_for_tests", lambda *_, **__: services)
    monkeypatch.setattr(isolation_report, "_try", run)
    monkeypatch.setenv("HAAT_CALLER_DIR", str(tmp_path))
    assert main(["isolation-report", "--output", "out/report.html"]) == code
    assert (tmp_path / "out/report.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    found = json.loads((tmp_path / "out/report.json").read_text(encoding="utf-8"))
    assert found["passed"] is (code == 0)
    assert found["leaks"] == counts.get("counts", {}).get("leaks", 0)
    assert "report.html" in capsys.readouterr().out

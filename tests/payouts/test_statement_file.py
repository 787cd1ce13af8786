"""The whole statement as a file says line by line what its pages say, of days or of all, and stops where it is too long."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from haat.core import clock
from haat.core.money import plain_minor
from haat.payouts.queries import files
from tests.support import Api

if TYPE_CHECKING:
    import pytest

    from tests.payouts.conftest import Desk


def cells(api: Api, days: str = "") -> list[list[str]]:
    text = api.get(f"statement/file{days}")["data"]["csv"]
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))[1:]


def shown(api: Api, days: str = "") -> list[list[str]]:
    rows = api.get(f"statement{days}")["data"]
    return [
        [row["code"], row["reference"], row["description"], *(plain_minor(row[name]["minor"], "INR") for name in ("change", "balance"))]
        for row in rows
    ]  # fmt: skip


def test_the_file_says_what_the_pages_say(desk: Desk, ravi: Any, meera: Any) -> None:
    for minor in (60_000, -20_005, 7):
        desk.give(ravi.seller, minor)
    desk.give(meera.seller, 99_900)
    own = Api("seller", desk.brand, ravi.user)
    found = [row[1:] for row in cells(own)]
    assert found == shown(own)
    assert [row[-2:] for row in found] == [["0.07", "400.02"], ["-200.05", "399.95"], ["600.00", "600.00"]]
    assert "999.00" not in str(found), "a rival's line"


def test_it_keeps_to_the_days_that_are_asked_for(desk: Desk, ravi: Any) -> None:
    desk.give(ravi.seller, 60_000)
    own = Api("seller", desk.brand, ravi.user)
    today = clock.now().date()
    days = f"?since={today + timedelta(days=2)}&until={today + timedelta(days=3)}"
    assert cells(own, days) == shown(own, days) == []


def test_too_many_lines_are_refused_with_what_to_do(desk: Desk, ravi: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LINES_MAX", 1)
    own = Api("seller", desk.brand, ravi.user)
    desk.give(ravi.seller, 60_000)
    assert len(cells(own)) == 1
    desk.give(ravi.seller, 100)
    answer = own.get("statement/file")
    assert own.status == 422
    assert "Choose fewer days" in str(answer)

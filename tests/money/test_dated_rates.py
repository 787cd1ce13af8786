"""Rates are dated: on each day the one that was in force, and none is an error, never nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from haat.tax import rates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LAW = """
[[goods]]
hsn = "33"
basis_points = 1200
from = 2025-01-01
to = 2025-09-21
source = "before"

[[goods]]
hsn = "33"
basis_points = 500
from = 2025-09-22
source = "after"

[[services]]
name = "tcs"
basis_points = 100
from = 2025-01-01
to = 2025-06-30
source = "old"
"""


@pytest.fixture(autouse=True)
def country(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "zz.toml").write_text(LAW)
    monkeypatch.setattr(rates, "RATES", tmp_path)
    rates._table.cache_clear()
    yield
    rates._table.cache_clear()


@pytest.mark.parametrize(
    ("on", "points"), [(date(2025, 1, 1), 1200), (date(2025, 9, 21), 1200), (date(2025, 9, 22), 500)]
)
def test_the_rate_of_a_day_is_the_one_in_force_on_it(on: date, points: int) -> None:
    assert rates.goods_rate("ZZ", "3305", 10_000, 1, on).basis_points == points


@pytest.mark.parametrize(("code", "on"), [("3305", date(2024, 12, 31)), ("4419", date(2025, 5, 1))])
def test_a_day_or_code_without_a_rate_is_said(code: str, on: date) -> None:
    with pytest.raises(rates.NoRate, match=code):
        rates.goods_rate("ZZ", code, 10_000, 1, on)


def test_a_service_whose_rate_ended_has_none() -> None:
    assert rates.service_rate("ZZ", "tcs", date(2025, 6, 30)).basis_points == 100
    with pytest.raises(rates.NoRate, match="tcs"):
        rates.service_rate("ZZ", "tcs", date(2025, 7, 1))

"""Tax rates as dated data: `rates/<country>.toml`, each with its source."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from haat.core.money import BASIS_POINTS, round_half_up

RATES = Path(__file__).parent / "rates"
UNBOUNDED = 10**15  # minor units, above any price


class NoRate(Exception):
    """No rate is known for this code on this day; a sale without one must not happen silently."""


@dataclass(frozen=True, slots=True)
class Rate:
    basis_points: int
    source: str


def goods_rate(country: str, code: str, value_minor: int, pieces: int, on: date) -> Rate:
    """The rate of a tariff code on a day. Raises NoRate.

    Some codes depend on the value of one piece. It is the value that is taxed: after the discounts that lower it, and
    before tax, so an inclusive price is below a limit when what is left of it without this rate's tax is.
    """
    for row in _table(country)["goods"]:
        if code.startswith(row["hsn"]) and _valid(row, on) and _in_band(row, value_minor, pieces):
            return Rate(row["basis_points"], row["source"])
    raise NoRate(f"There is no tax rate for code “{code}” on {on}.")


def service_rate(country: str, name: str, on: date) -> Rate:
    """The rate of one of our own services or withholdings, such as `commission` or `tcs`. Raises NoRate."""
    for row in _table(country)["services"]:
        if row["name"] == name and _valid(row, on):
            return Rate(row["basis_points"], row["source"])
    raise NoRate(f"There is no rate for {name} on {on}.")


def limit(country: str, name: str, on: date) -> int | None:
    """A sum of money in the law of a country on a day, in minor units; None where there is none."""
    rows = _table(country).get("limits", [])
    return next((int(row["minor"]) for row in rows if row["name"] == name and _valid(row, on)), None)


def _in_band(row: dict[str, Any], value_minor: int, pieces: int) -> bool:
    if "up_to_minor" not in row:
        return True
    taxable = round_half_up(value_minor * BASIS_POINTS, BASIS_POINTS + row["basis_points"])
    return bool(taxable <= row["up_to_minor"] * pieces)


@lru_cache(maxsize=8)
def _table(country: str) -> dict[str, list[dict[str, Any]]]:
    with (RATES / f"{country.lower()}.toml").open("rb") as file:
        table = tomllib.load(file)
    table["goods"].sort(key=lambda row: (-len(row["hsn"]), row.get("up_to_minor", UNBOUNDED)))
    return table


def _valid(row: dict[str, Any], on: date) -> bool:
    begins, ends = row["from"], row.get("to")
    return bool(begins <= on and (ends is None or on <= ends))

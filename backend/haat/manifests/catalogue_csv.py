"""Reading `catalogue.csv`: one row an offer; what describes the product is read from the first row of its handle."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from haat.manifests import kinds
from haat.manifests.problems import Problem
from haat.manifests.toml_file import read_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from haat.manifests.kinds import Kind


def _price(value: str) -> int:
    minor: int = kinds.money(value)
    if minor == 0:
        raise ValueError("The price must be above zero.")
    return minor


def _count(value: str) -> int:
    if not value.isdecimal() or len(value) > 7:
        raise ValueError("This must be a whole number.")
    return int(value)


def _tags(value: str) -> list[str]:
    return [tag.strip() for tag in value.split("|") if tag.strip()]


def _specifications(value: str) -> list[dict[str, str]]:
    pairs = [part.partition("=") for part in value.split("|") if part.strip()]
    if any(not sign or not name.strip() or not meaning.strip() for name, sign, meaning in pairs):
        raise ValueError("Write specifications as name=value, with | between them.")
    return [{"name": name.strip(), "value": meaning.strip()} for name, _, meaning in pairs]


OPTION = kinds.text(60, blank=True)
COLUMNS: dict[str, Kind] = {
    "handle": kinds.slug, "title": kinds.text(250), "category": kinds.slug, "seller": kinds.slug, "sku": kinds.text(64),
    "option1_name": OPTION, "option1_value": OPTION, "option2_name": OPTION, "option2_value": OPTION,
    "price": _price, "mrp": _price, "stock": _count,
    "hsn": kinds.pattern("[0-9]{4}|[0-9]{6}|[0-9]{8}", "An HSN code has 4, 6 or 8 digits."),
    "country_of_origin": kinds.pattern("[A-Z]{2}", "Write the country as two capital letters, such as IN."),
    "weight_g": _count, "net_quantity": kinds.text(60), "manufacturer": kinds.text(300), "tags": _tags,
    "image": kinds.text(200), "specifications": _specifications, "description": kinds.text(20_000),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One checked row, by column; `line` is where it begins in the file."""

    line: int
    values: dict[str, Any]

    def __getitem__(self, column: str) -> Any:
        return self.values[column]

    @property
    def options(self) -> list[dict[str, str]]:
        pairs = [(self[f"option{n}_name"], self[f"option{n}_value"]) for n in (1, 2)]
        return [{"name": name, "value": value} for name, value in pairs if name]


def read_rows(path: Path, problems: list[Problem]) -> list[Row]:
    """The rows that are right in themselves; for each other one a problem with its line and column."""
    text = read_text(path).removeprefix("\ufeff")
    reader = csv.reader(io.StringIO(text), strict=True)
    report = _reporter(path, problems)
    rows: list[Row] = []
    try:
        header = next(reader, [])
        if header != list(COLUMNS):
            report(1, "header", f"The first line must be: {','.join(COLUMNS)}")
            return []
        begins = reader.line_num + 1
        for cells in reader:
            if len(cells) != len(COLUMNS):
                report(begins, "row", f"This row has {len(cells)} cells, not {len(COLUMNS)}.")
            elif (values := _values(cells, begins, report)) is not None:
                rows.append(Row(begins, values))
            begins = reader.line_num + 1
    except csv.Error as wrong:
        report(reader.line_num, "row", f"This is not CSV: {wrong}.")
    _check_together(rows, report)
    return rows


def _values(cells: list[str], line: int, report: Callable[[int, str, str], None]) -> dict[str, Any] | None:
    values: dict[str, Any] = {}
    for (column, kind), cell in zip(COLUMNS.items(), cells, strict=True):
        try:
            values[column] = kind(cell.strip())
        except ValueError as wrong:
            report(line, column, f"{wrong} (“{cell[:60]}”)")
    if len(values) < len(COLUMNS):
        return None
    if values["mrp"] < values["price"]:
        report(line, "mrp", "The MRP may not be below the price.")
        return None
    for n in (1, 2):
        if bool(values[f"option{n}_name"]) != bool(values[f"option{n}_value"]):
            report(line, f"option{n}_value", "Give both name and value of an option, or neither.")
            return None
    return values


def _check_together(rows: list[Row], report: Callable[[int, str, str], None]) -> None:
    """A SKU is of one handle, and a seller offers it once."""
    handles: dict[str, str] = {}
    offers: set[tuple[str, str]] = set()
    for row in rows:
        if handles.setdefault(row["sku"], row["handle"]) != row["handle"]:
            report(row.line, "sku", f"“{row['sku']}” is also a SKU of {handles[row['sku']]}.")
        if (row["sku"], row["seller"]) in offers:
            report(row.line, "sku", f"{row['seller']} offers “{row['sku']}” twice.")
        offers.add((row["sku"], row["seller"]))


def _reporter(path: Path, problems: list[Problem]) -> Callable[[int, str, str], None]:
    return lambda line, column, sentence: problems.append(Problem(path, line, column, sentence))

"""A column of a report."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Column(NamedTuple):
    name: str
    title: str
    kind: Literal["text", "money", "rate", "number", "date"] = "text"


def money(*names: tuple[str, str]) -> tuple[Column, ...]:
    return tuple(Column(name, title, "money") for name, title in names)


TAXES = money(("cgst", "CGST"), ("sgst", "SGST"), ("igst", "IGST"), ("vat", "VAT"))

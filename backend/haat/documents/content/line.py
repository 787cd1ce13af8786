"""One line of a document, and what lines add up to."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

TAXES = ("cgst_minor", "sgst_minor", "igst_minor", "vat_minor")


@dataclass(frozen=True, slots=True)
class Line:
    """`source` is the order line that it accounts for; a quantity of 0 is a change of price alone."""

    title: str
    code: str
    quantity: int
    unit: str
    taxable_minor: int
    rate_bp: int
    detail: str = ""
    unit_minor: int | None = None
    gross_minor: int = 0
    discount_minor: int = 0  # what the supplier itself takes off
    cgst_minor: int = 0
    sgst_minor: int = 0
    igst_minor: int = 0
    vat_minor: int = 0
    source: str = ""

    @property
    def total_minor(self) -> int:
        return self.taxable_minor + self.cgst_minor + self.sgst_minor + self.igst_minor + self.vat_minor

    def as_data(self) -> dict[str, Any]:
        return asdict(self) | {"total_minor": self.total_minor}


def total(lines: Iterable[Line]) -> int:
    return sum(line.total_minor for line in lines)


def by_rate(lines: Iterable[Line]) -> list[dict[str, int]]:
    """The tax summary: taxable value and taxes of each rate, the lowest first."""
    found: dict[int, dict[str, int]] = {}
    for line in lines:
        sums = found.setdefault(line.rate_bp, dict.fromkeys(("taxable_minor", *TAXES), 0))
        for name in sums:
            sums[name] += getattr(line, name)
    return [{"rate_bp": rate} | found[rate] for rate in sorted(found)]

"""A document before it has its number."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from haat.core.money import Money
from haat.documents.content.line import TAXES, Line, by_rate, total

if TYPE_CHECKING:
    from datetime import date

    from haat.documents.content.parties import Party
    from haat.documents.models import Document
    from haat.orders.models import Order, SellerOrder
    from haat.sellers.models import Seller


@dataclass(slots=True)
class Draft:
    """`key` is the fact that it stands for; the same fact makes no second document."""

    key: str
    kind: str
    title: str
    country: str
    currency: str
    tax_name: str
    supplier: Party
    recipient: Party
    lines: list[Line]
    seller: Seller | None = None
    order: Order | None = None
    part: SellerOrder | None = None
    original: Document | None = None
    period: date | None = None
    on: date | None = None  # when it is not the day of issue
    place_of_supply: dict[str, str] | None = None
    delivery: Party | None = None
    facts: list[tuple[str, str]] = field(default_factory=list)  # heading and value, in the order of the paper
    settled: list[tuple[str, int]] = field(default_factory=list)  # what others pay of the total
    paid: list[tuple[str, int]] = field(default_factory=list)  # how the customer pays the rest, where a gift card does
    rounding_minor: int = 0
    reason: str = ""
    notes: list[str] = field(default_factory=list)
    signature: list[str] = field(default_factory=list)
    reverse_charge: bool | None = None  # None: the country's law does not ask
    code_name: str = ""
    annex: dict[str, Any] | None = None

    @property
    def sums(self) -> dict[str, int]:
        found = {name: sum(getattr(line, name) for line in self.lines) for name in ("taxable_minor", *TAXES)}
        return found | {"rounding_minor": self.rounding_minor, "total_minor": total(self.lines) + self.rounding_minor}

    @property
    def payable_minor(self) -> int:
        return self.sums["total_minor"] - sum(minor for _, minor in self.settled)

    def content(self) -> dict[str, Any]:
        """Everything but its number and day, and who the recipient is where that is a person."""
        found = {
            "form": 1, "kind": self.kind, "title": self.title, "country": self.country, "currency": self.currency,
            "tax_name": self.tax_name, "code_name": self.code_name, "supplier": self.supplier.as_data(),
            "place_of_supply": self.place_of_supply, "reverse_charge": self.reverse_charge,
            "facts": [list(one) for one in self.facts], "reason": self.reason,
            "lines": [line.as_data() for line in self.lines], "sums": self.sums, "rates": by_rate(self.lines),
            "settled": [list(one) for one in self.settled], "payable_minor": self.payable_minor,
            "notes": self.notes, "signature": self.signature, "annex": self.annex,
        }  # fmt: skip
        return found | {"paid": [list(one) for one in self.paid]} if self.paid else found

    def money(self, minor: int) -> str:
        return str(Money(minor, self.currency))

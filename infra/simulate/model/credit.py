"""What goes back of a part: units, a lower price, delivery, a gift of the brand. Each takes of what is left."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from infra.simulate.model.line import DELIVERY, Fees, of_money, of_units, whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from infra.simulate.model.bill import Share
    from infra.simulate.model.line import Line

CALLED_OFF = "cancelled"
Taken = dict[str, tuple[int, int]]  # good → units, or with 0 units an amount


@dataclass(slots=True)
class Left:
    """What is left of a line. `customer`: what the customer may still get; less than was paid after a gift."""

    bought: Line
    line: Line
    fees: Fees
    customer: int
    asked: int = 0  # units that are in requests


@dataclass(slots=True)
class Credit:
    """`sale` goes from the seller to the customer, `brand` from the seller to the brand, `gift` from the brand (or back to it)."""

    key: str  # of the row that Haat wrote
    cause: str
    pieces: list[tuple[str, Line]] = field(default_factory=list)
    gift: int = 0
    fees: list[Fees] = field(default_factory=list)  # when they are reckoned
    at: datetime | None = None

    @property
    def is_called_off(self) -> bool:
        """Before it was shipped: it was never booked as sold."""
        return self.cause == CALLED_OFF

    @property
    def is_of_bank(self) -> bool:
        """A customer's bank took it."""
        return self.cause == "dispute"

    def units(self, good: str) -> int:
        return sum(piece.count for name, piece in self.pieces if name == good)

    @property
    def sale(self) -> int:
        return sum(piece.paid for _, piece in self.pieces)

    @property
    def brand(self) -> int:
        return sum(piece.brand for _, piece in self.pieces)

    @property
    def customer(self) -> int:
        return self.sale + self.gift


def lefts(share: Share) -> dict[str, Left]:
    return {
        line.good: Left(line, whole(line), replace(fees), line.paid)
        for line, fees in zip(share.lines, share.fees, strict=True)
    }


def is_possible(left: Mapping[str, Left], taken: Taken) -> bool:
    """So many units and so much money are left."""
    return all(
        units <= left[good].line.count and (units or money <= left[good].customer)
        for good, (units, money) in taken.items()
    )


def give_back(
    left: Mapping[str, Left], taken: Taken, *, key: str, cause: str, delivery: int | None = 0, is_gift: bool = False
) -> Credit:
    """`delivery`: how much of its price goes back, None for all that is left of it."""
    made = Credit(key, cause)
    for good, (units, money) in taken.items():
        row = left[good]
        if is_gift:
            row.customer -= money
            made.gift += money
            continue
        _take(made, good, row, of_units(row.line, units) if units else of_money(row.line, money))
    if delivery is None or delivery:
        row = left[DELIVERY]
        _take(made, DELIVERY, row, whole(row.line) if delivery is None else of_money(row.line, delivery))
    return made


def _take(made: Credit, good: str, row: Left, piece: Line) -> None:
    """A gift that was given before is taken back as far as the customer would get more than was paid."""
    gift = min(0, row.customer - piece.paid)
    row.customer -= piece.paid + gift
    row.line.take(piece)
    made.gift += gift
    made.pieces.append((good, piece))


def reckon(left: Mapping[str, Left], made: Credit, *, is_free_of_tds: bool) -> int:
    """Take the fees of a credit back, of what is left of them. Returns its worth before tax."""
    with_tds = made.is_called_off and not is_free_of_tds
    if not made.fees:
        made.fees = [left[good].fees.take(piece.value, with_tds=with_tds) for good, piece in made.pieces]
    return sum(piece.taxable for _, piece in made.pieces)

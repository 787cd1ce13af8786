"""What was supplied in a month, line by line, with every figure of its tax: the ground of all other reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from haat.commissions import queries as commissions
from haat.tax.queries import regime

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from haat.commissions.models import CommissionLine
    from haat.orders.models import Credit
    from haat.sellers.models import Seller
    from haat.tax.queries import Month

DELIVERY_SAC = "9968"  # local delivery and courier services


@dataclass(frozen=True, slots=True)
class Supply:
    """A sale that was delivered; a return is the same with every figure negative."""

    day: date
    kind: str  # sale | return
    order: str
    part: str
    seller: Seller
    place_of_supply: str
    buyer: str  # tax number of the business that bought; empty: a consumer
    code: str  # HSN of goods, SAC of their delivery
    title: str
    quantity: int
    rate_bp: int
    taxable_minor: int
    cgst_minor: int
    sgst_minor: int
    igst_minor: int
    vat_minor: int
    total_minor: int
    fee_minor: int
    fee_gst_minor: int
    tcs_minor: int
    tds_minor: int

    @property
    def is_interstate(self) -> bool:
        return self.seller.state != self.place_of_supply

    @property
    def buyers(self) -> str:
        """As returns of tax tell them apart."""
        return "B2B" if self.buyer else "B2C"


def supplies(month: Month) -> Iterator[Supply]:
    zone = regime(month.country).country.timezone
    for when, line in commissions.supplied(since=month.since, until=month.until):
        if line.called_off and not line.gross_minor and not _quantity(line):
            continue
        yield _supply(when.astimezone(zone), line)


def _supply(when: datetime, line: CommissionLine) -> Supply:
    order, sign = line.part.order, -1 if line.kind == "reversal" else 1
    return Supply(
        day=when.date(), kind="return" if sign < 0 else "sale", order=order.number, part=line.part.number, seller=line.part.seller,
        place_of_supply=order.place_of_supply, buyer=order.buyer_tax_number, title=line.title, total_minor=line.gross_minor, taxable_minor=line.base_minor,
        fee_minor=line.fee_minor, fee_gst_minor=line.fee_gst_minor, tcs_minor=line.tcs_minor, tds_minor=line.tds_minor,
        **_tax(line, sign),
    )  # fmt: skip


def _tax(line: CommissionLine, sign: int) -> dict[str, Any]:
    """The tax as it was reckoned for the order: of goods from its line, of their delivery by the same rules again.

    What a credit took back has figures of its own, and its quantity: none where only a price was lowered.
    """
    if line.credit is not None:
        return _taken(line, line.credit)
    if line.called_off:
        return _left(line)
    if line.order_line is not None:
        tax: Any = line.order_line
        facts = {"code": tax.hsn, "quantity": sign * tax.quantity, "rate_bp": tax.rate_bp}
    else:
        part, rules = line.part, regime(line.part.order.country)
        tax = rules.inside(
            part.shipping_value_minor,
            part.shipping_rate_bp,
            origin=part.seller.state,
            destination=part.order.place_of_supply,
        )
        facts = {"code": DELIVERY_SAC, "quantity": sign, "rate_bp": part.shipping_rate_bp}
    return facts | {f"{name}_minor": sign * getattr(tax, f"{name}_minor") for name in ("cgst", "sgst", "igst", "vat")}


def _left(line: CommissionLine) -> dict[str, Any]:
    """A sale of which some was called off before it left; of delivery nothing is, unless all goes."""
    sold = line.order_line
    assert sold is not None  # noqa: S101 - the delivery of a part goes with its last goods, and nothing is delivered then
    backs = [_taken(row, row.credit) for row in line.called_off if row.credit]
    taxes = (f"{name}_minor" for name in ("cgst", "sgst", "igst", "vat"))
    left = {name: getattr(sold, name) + sum(back[name] for back in backs) for name in taxes}
    return {"code": sold.hsn, "quantity": _quantity(line), "rate_bp": sold.rate_bp} | left


def _quantity(line: CommissionLine) -> int:
    backs = [_taken(row, row.credit) for row in line.called_off if row.credit]
    return (line.order_line.quantity if line.order_line else 1) + sum(int(back["quantity"]) for back in backs)


def _taken(line: CommissionLine, credit: Credit) -> dict[str, Any]:
    back = next(row for row in credit.lines.all() if row.order_line_id == line.order_line_id)
    if line.order_line:
        code, quantity = line.order_line.hsn, back.quantity
    else:  # a delivery is one piece: it goes back whole, or its price is lowered
        code, quantity = DELIVERY_SAC, int(back.value_minor == line.part.shipping_value_minor)
    taxes = {f"{name}_minor": -getattr(back, f"{name}_minor") for name in ("cgst", "sgst", "igst", "vat")}
    return {"code": code, "quantity": -quantity, "rate_bp": back.rate_bp} | taxes

"""One kind of goods in a part, or its delivery: who pays what of its price, and what a piece of it is worth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from infra.simulate.model.arithmetic import nearest, share_out

DELIVERY = ""


@dataclass(slots=True)
class Line:
    """`paid` by the customer, `brand` added by the brand, `own` given up by the seller; `tax` is inside of paid and brand."""

    good: str
    count: int
    paid: int
    brand: int
    own: int
    tax: int
    is_far: bool  # between two states: one tax; else two equal halves

    @property
    def value(self) -> int:
        """What the seller sold it for."""
        return self.paid + self.brand

    @property
    def taxable(self) -> int:
        return self.value - self.tax

    @property
    def price(self) -> int:
        """Before anything was taken off."""
        return self.value + self.own

    def take(self, piece: Line) -> None:
        for name in ("count", "paid", "brand", "own", "tax"):
            setattr(self, name, getattr(self, name) - getattr(piece, name))
            if getattr(self, name) < 0:
                raise ValueError(f"more {name} would go back of {self.good or 'the delivery'} than is left")


def whole(left: Line) -> Line:
    return replace(left)


def of_units(left: Line, count: int) -> Line:
    """So many pieces of what is left: each is worth the same before discounts, and all who paid share alike. The last takes the rest."""
    if count == left.count:
        return whole(left)
    price = left.price * count // left.count
    paid, brand, own = share_out(price, [left.paid, left.brand, left.own])
    return _taxed(left, count, paid, brand, own)


def of_money(left: Line, paid: int) -> Line:
    """A lower price: what the customer does not pay, the others do not pay in proportion, rounded in their favour."""
    if paid == left.paid:
        return replace(left, count=0)
    return _taxed(left, 0, paid, left.brand * paid // left.paid, left.own * paid // left.paid)


def _taxed(left: Line, count: int, paid: int, brand: int, own: int) -> Line:
    """Tax goes back in proportion. Its halves stay equal, so an odd paisa is no tax, and no tax stays without a price."""
    value = paid + brand
    if not value:
        return Line(left.good, count, 0, 0, own, 0, left.is_far)
    tax = share_out(value, [left.taxable, left.tax])[1]
    if not left.is_far:
        tax += tax % 2 if value > tax else -(tax % 2)
        if tax < left.tax and value - tax >= left.taxable > 0:
            too_much = value - tax - left.taxable + 1
            from_customer = min(paid, too_much)
            paid, brand = paid - from_customer, brand - (too_much - from_customer)
    return Line(left.good, count, paid, brand, own, tax, left.is_far)


@dataclass(slots=True)
class Fees:
    """What is kept back of a line's price."""

    value: int
    fee: int
    fee_tax: int
    tcs: int
    tds: int

    def take(self, value: int, *, with_tds: bool = False) -> Fees:
        """The share of a piece that goes back, of what is left. Income tax that was deducted stays with the tax office;
        `with_tds` when nothing was deducted yet.
        """
        share = Fraction(value, self.value) if self.value else Fraction(1)
        fee, fee_tax, tcs = (nearest(part * share) for part in (self.fee, self.fee_tax, self.tcs))
        found = Fees(value, fee, fee_tax, tcs, nearest(self.tds * share) if with_tds else 0)
        for name in ("value", "fee", "fee_tax", "tcs", "tds"):
            setattr(self, name, getattr(self, name) - getattr(found, name))
        return found

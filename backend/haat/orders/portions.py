"""How much of a line goes back with a part of it: pure arithmetic on what is left, so that the last part takes all."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from haat.core.money import spread


@dataclass(frozen=True, slots=True)
class Figures:
    """A line's money; the tax is inside `value`, and its two halves are equal."""

    gross: int = 0
    discount: int = 0
    brand_discount: int = 0
    taxable: int = 0
    cgst: int = 0
    sgst: int = 0
    igst: int = 0
    vat: int = 0

    @property
    def paid(self) -> int:
        return self.gross - self.discount

    @property
    def value(self) -> int:
        return self.paid + self.brand_discount

    def __sub__(self, other: Figures) -> Figures:
        return Figures(*(mine - theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))

    def __add__(self, other: Figures) -> Figures:
        return Figures(*(mine + theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))


def of_units(left: Figures, *, quantity: int, left_quantity: int) -> Figures:
    """What `quantity` of the units that are left are worth. Raises ValueError for more than are left, or none."""
    if not 0 < quantity <= left_quantity:
        raise ValueError("A portion has at least one unit and no more than are left.")
    return left if quantity == left_quantity else of_gross(left, left.gross * quantity // left_quantity)


def of_payment(left: Figures, paid: int) -> Figures:
    """A lower price: `paid` of what the customer paid, with the brand's discount and the tax that belong to it.

    Raises ValueError for more than is left.
    """
    if not 0 <= paid <= left.paid:
        raise ValueError("A price is lowered by no more than was paid.")
    if paid == left.paid:
        return left
    brand = left.brand_discount * paid // left.paid
    return _taxed(left, paid=paid, brand=brand, own=(left.discount - left.brand_discount) * paid // left.paid)


def of_gross(left: Figures, gross: int) -> Figures:
    """A portion of a price before discounts; shared by customer, brand and seller as the whole is."""
    own = left.discount - left.brand_discount
    paid, brand, own = spread(gross, [left.paid, left.brand_discount, own]) if gross else (0, 0, 0)
    return _taxed(left, paid=paid, brand=brand, own=own)


def _taxed(left: Figures, *, paid: int, brand: int, own: int) -> Figures:
    """The tax inside of `paid + brand`: no part is more than is left of it, and what is left can be split again.

    Where whole paise do not allow that, one paisa stays for the next portion.
    """
    value = paid + brand
    if not value:
        return Figures(gross=own, discount=own)
    taxable, halves, igst, vat = spread(value, [left.taxable, left.cgst + left.sgst, left.igst, left.vat])
    if halves % 2 and taxable:
        taxable, halves = taxable - 1, halves + 1
    elif halves % 2:
        taxable, halves = taxable + 1, halves - 1
    keeps_one = left.cgst > halves // 2 and taxable >= left.taxable
    if keeps_one and value > 0 and taxable > 0:
        taxable = left.taxable - 1
        shortage = value - taxable - halves - igst - vat
        paid, brand = (paid - shortage, brand) if paid >= shortage else (0, brand - (shortage - paid))
    return Figures(
        gross=paid + brand + own, discount=brand + own, brand_discount=brand, taxable=taxable, cgst=halves // 2, sgst=halves // 2,
        igst=igst, vat=vat,
    )  # fmt: skip

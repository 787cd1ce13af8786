"""However a line is given back in pieces, the pieces are the line, to the paisa."""

from __future__ import annotations

from dataclasses import astuple

from hypothesis import given
from hypothesis import strategies as st

from haat.core.money import share
from haat.orders.portions import Figures, of_payment, of_units

RATES = st.sampled_from([0, 25, 300, 500, 1200, 1800, 2800, 4000])


@st.composite
def sold(draw: st.DrawFn) -> tuple[Figures, int]:
    """A line as the checkout writes it: inclusive price, discounts of brand and seller, tax of one kind."""
    quantity, unit = draw(st.integers(1, 12)), draw(st.one_of(st.integers(1, 30), st.integers(1, 5_000_000)))
    gross = quantity * unit
    discount = draw(st.integers(0, gross))
    brand = draw(st.integers(0, discount))
    value, rate, kind = gross - discount + brand, draw(RATES), draw(st.sampled_from(["halves", "igst", "vat"]))
    half = share(value, rate) * 10_000 // (10_000 + rate) // 2
    tax = {"cgst": half, "sgst": half} if kind == "halves" else {kind: 2 * half}
    figures = Figures(gross=gross, discount=discount, brand_discount=brand, taxable=value - 2 * half, **tax)
    return figures, quantity


@given(sold(), st.data())
def test_every_split_adds_up_and_no_figure_is_negative(line: tuple[Figures, int], data: st.DataObject) -> None:
    whole, quantity = line
    left, units, taken = whole, quantity, Figures()
    while units:
        if left.paid >= 100 and data.draw(st.booleans(), label="a lower price"):
            paid = data.draw(st.integers(100, left.paid), label="paid")
            piece = of_payment(left, paid)
            assert 0 <= paid - piece.paid <= 1
        else:
            some = data.draw(st.integers(1, units), label="units")
            piece = of_units(left, quantity=some, left_quantity=units)
            units -= some
        left, taken = left - piece, taken + piece
        for one in (piece, left):
            assert min(astuple(one)) >= 0
            assert one.cgst == one.sgst
            assert one.value == one.taxable + one.cgst + one.sgst + one.igst + one.vat
            assert one.brand_discount <= one.discount
            assert one.paid >= 0
    assert taken == whole


@given(sold())
def test_a_unit_is_worth_its_price_and_its_share_of_every_figure(line: tuple[Figures, int]) -> None:
    whole, quantity = line
    piece = of_units(whole, quantity=1, left_quantity=quantity)
    assert abs(piece.gross * quantity - whole.gross) <= quantity
    for mine, all_of_it in zip(astuple(piece), astuple(whole), strict=True):
        assert abs(mine * quantity - all_of_it) <= 3 * quantity

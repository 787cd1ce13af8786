"""Money splits without a rest and speaks Indian."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haat.core.money import Money, format_minor, parse_minor, round_half_up, share, spread
from haat.tax.queries import inside

amounts = st.integers(min_value=-(10**12), max_value=10**12)
weights = st.lists(st.integers(min_value=0, max_value=10**9), min_size=1, max_size=30)


@given(total=amounts, parts=weights)
def test_a_spread_sums_to_the_whole(total: int, parts: list[int]) -> None:
    assert sum(spread(total, parts)) == total


@given(total=st.integers(min_value=0, max_value=10**12), parts=weights)
def test_a_part_is_less_than_one_unit_off_its_due(total: int, parts: list[int]) -> None:
    whole = sum(parts)
    for part, weight in zip(spread(total, parts), parts, strict=True):
        due_times_whole = total * weight if whole else None
        assert due_times_whole is None or abs(part * whole - due_times_whole) < whole


@given(minor=amounts, currency=st.sampled_from(["INR", "USD", "JPY", "KWD", "AED"]))
def test_text_and_minor_units_are_the_same_money(minor: int, currency: str) -> None:
    text = format_minor(minor, currency)
    digits = "".join(character for character in text if character in "0123456789.-,")
    assert parse_minor(digits, currency) == minor


@given(
    gross=st.integers(min_value=0, max_value=10**10),
    rate=st.sampled_from([0, 25, 300, 500, 1200, 1800, 4000]),
    far=st.booleans(),
)
def test_tax_inside_a_price_adds_up_and_halves_are_equal(gross: int, rate: int, far: bool) -> None:
    tax = inside(gross, rate, interstate=far)
    assert tax.taxable_minor + tax.tax_minor == gross
    assert tax.cgst_minor == tax.sgst_minor
    assert abs(tax.taxable_minor * rate - tax.tax_minor * 10_000) <= 20_000


@given(numerator=amounts, denominator=st.integers(min_value=1, max_value=10**9))
def test_rounding_is_half_up_and_symmetric(numerator: int, denominator: int) -> None:
    rounded = round_half_up(numerator, denominator)
    assert abs(2 * numerator - 2 * rounded * denominator) <= denominator
    assert round_half_up(-numerator, denominator) == -rounded


def test_indian_grouping_and_mixed_currencies() -> None:
    assert str(Money(123456789)) == "₹12,34,567.89"
    assert str(Money(-5)) == "-₹0.05"
    assert share(118_000, 1_000) == 11_800
    with pytest.raises(ValueError, match="Cannot mix"):
        Money(1, "INR") + Money(1, "USD")


@pytest.mark.parametrize("text", ["", "abc", "1.234", "NaN", "1e400", "१२"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    if text == "१२":
        assert parse_minor(text) == 1200  # other digits are digits
        return
    with pytest.raises(ValueError, match=r"is not an amount|more than"):
        parse_minor(text)

"""What holds of every fee, whatever rules and sales there are: the first match, bounds, whole numbers, ways back to zero."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from haat.commissions.fees import Facts, fee_of, fits, fitting, of_delivery, part_of, portion
from haat.commissions.models import CommissionRule
from tests.commissions.test_fees import Line

MINOR = st.integers(0, 10**9)
IDS = st.sampled_from([UUID(int=number) for number in range(1, 4)])
DAYS = st.integers(0, 9).map(lambda day: date(2026, 4, 1) + timedelta(days=day))
TIERS = st.sampled_from(["", "gold", "silver"])
NOTHING = st.none()


def bounds(values: Any) -> Any:
    """Two in their order; either may be open."""
    return st.tuples(values, values, st.booleans(), st.booleans()).map(
        lambda drawn: (min(drawn[:2]) if drawn[2] else None, max(drawn[:2]) if drawn[3] else None)
    )


def made(days: Any, fee: Any, band: Any, **terms: Any) -> CommissionRule:
    return CommissionRule(
        name="Any", position=0, valid_from=days[0] or date(2026, 4, 1), valid_to=days[1], floor_minor=fee[0], cap_minor=fee[1],
        price_min_minor=band[0], price_max_minor=band[1], **terms,
    )  # fmt: skip


RULES = st.builds(  # any that the database takes
    made, days=bounds(DAYS), fee=bounds(MINOR), band=bounds(MINOR), percent_bp=st.integers(0, 10_000),
    fixed_minor=st.integers(0, 10**6), seller_id=NOTHING | IDS, category_id=NOTHING | IDS, product_id=NOTHING | IDS,
    seller_tier=TIERS, payment=st.sampled_from(["", "cod", "prepaid"]), basis=st.sampled_from(["taxable", "gross"]),
    with_shipping=st.booleans(),
)  # fmt: skip
FACTS = st.builds(
    Facts, seller_id=IDS, tier=TIERS, is_cash=st.booleans(), day=DAYS, product_id=IDS, path=st.frozensets(IDS, max_size=2),
    unit_minor=MINOR,
)  # fmt: skip
LINES = st.builds(Line, taxable_minor=MINOR, quantity=st.integers(1, 1_000), unit_minor=MINOR)


def fits_as_said(rule: CommissionRule, facts: Facts) -> bool:
    """Word by word what a rule promises, told a second time."""
    asked = [
        (rule.seller_id, [facts.seller_id]), (rule.category_id, facts.path), (rule.product_id, [facts.product_id]),
        (rule.seller_tier or None, [facts.tier]), (rule.payment or None, ["cod" if facts.is_cash else "prepaid"]),
    ]  # fmt: skip
    low, high = rule.price_min_minor or 0, 10**12 if rule.price_max_minor is None else rule.price_max_minor
    return (
        all(wanted is None or wanted in there for wanted, there in asked)
        and low <= facts.unit_minor <= high
        and rule.valid_from <= facts.day <= (rule.valid_to or date.max)
    )


@given(st.lists(RULES, max_size=6), FACTS)
def test_the_first_rule_that_fits_is_taken_and_no_other(tried: list[CommissionRule], facts: Facts) -> None:
    found = fitting(tried, facts)
    fit = [rule for rule in tried if fits_as_said(rule, facts)]
    assert found is (fit[0] if fit else None)
    assert all(fits(rule, facts) == (rule in fit) for rule in tried)


@given(st.lists(RULES, max_size=6), FACTS)
def test_a_delivery_is_never_charged_by_a_rule_of_some_goods(tried: list[CommissionRule], facts: Facts) -> None:
    found = of_delivery(tried, facts)
    if found is not None:
        assert found.with_shipping
        assert not found.is_of_goods
        assert not any(fits_as_said(rule, facts) and not rule.is_of_goods for rule in tried[: tried.index(found)])


@given(RULES, LINES)
def test_a_fee_is_a_whole_number_between_its_bounds_and_its_sentence_ends_in_it(
    rule: CommissionRule, line: Line
) -> None:
    fee, words = fee_of(rule, line)
    assert type(fee) is int
    assert fee >= (rule.floor_minor or 0)
    assert rule.cap_minor is None or fee <= rule.cap_minor
    assert len(words) <= 500
    assert int(re.sub(r"\D", "", words.split(" = ")[1].split(" For: ")[0])) == fee


@given(RULES, LINES, MINOR)
def test_a_dearer_line_never_pays_less(rule: CommissionRule, line: Line, more: int) -> None:
    dearer = Line(line.taxable_minor + more, line.quantity, unit_minor=line.unit_minor)
    assert fee_of(rule, line)[0] <= fee_of(rule, dearer)[0]


@given(MINOR, st.integers(1, 10**9), st.lists(st.integers(1, 10**9), max_size=8))
def test_what_is_taken_back_piece_by_piece_sums_to_zero(fee: int, value: int, cuts: list[int]) -> None:
    edges = sorted({cut for cut in cuts if cut < value} | {value})
    left, left_value = fee, value
    for piece in (edge - before for before, edge in zip([0, *edges], edges, strict=False)):
        back = part_of(left, portion(piece, left_value, sold_value=value, quantity=1, left_quantity=1))
        assert type(back) is int
        assert 0 <= back <= left
        left, left_value = left - back, left_value - piece
    assert (left, left_value) == (0, 0)


@given(MINOR, st.integers(1, 50))
def test_what_was_given_away_goes_back_piece_by_piece_to_zero(fee: int, pieces: int) -> None:
    left = fee
    for gone in range(pieces):
        left -= part_of(left, portion(0, 0, sold_value=0, quantity=1, left_quantity=pieces - gone))
    assert left == 0

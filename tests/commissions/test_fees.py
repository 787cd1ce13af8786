"""Which rule fits a sale and what it takes: parts of a fee, its bounds, days, sellers, categories and order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haat.commissions.fees import fee_of, fitting
from haat.commissions.models import CommissionRule

DAY = date(2026, 4, 15)
OURS, RIVAL, SHOES, SANDALS, BOWLS = (UUID(int=number) for number in range(1, 6))
MINOR = st.integers(0, 10**9)


@dataclass(frozen=True)
class Line:
    taxable_minor: int
    quantity: int = 1
    currency: str = "INR"


def rule(name: str = "Standard", **terms: Any) -> CommissionRule:
    return CommissionRule(name=name, position=1, **({"valid_from": date(2026, 4, 1)} | terms))


@pytest.mark.parametrize(
    ("terms", "line", "fee", "said"),
    [
        ({"percent_bp": 1250}, Line(99_800), 12_475, "12.5 % of ₹998.00 = ₹124.75."),
        ({"percent_bp": 333}, Line(150), 5, "= ₹0.05."),  # 4.995 paise
        ({"fixed_minor": 700}, Line(99_800, 3), 2_100, "₹7.00 a piece = ₹21.00."),
        ({"percent_bp": 1000, "fixed_minor": 250}, Line(10_000, 2), 1_500, "= ₹15.00."),
        ({"percent_bp": 1000, "floor_minor": 2_000}, Line(10_000), 2_000, "raised to the least fee = ₹20.00."),
        ({"percent_bp": 1000, "floor_minor": 900}, Line(10_000), 1_000, "= ₹10.00."),
        ({"percent_bp": 1000, "cap_minor": 800}, Line(10_000), 800, "lowered to the cap = ₹8.00."),
        ({"percent_bp": 1000, "floor_minor": 700, "cap_minor": 700}, Line(1), 700, "raised to the least fee = ₹7.00."),
    ],
)
def test_a_fee_is_what_its_rule_says_to_the_paisa(terms: dict[str, Any], line: Line, fee: int, said: str) -> None:
    found, words = fee_of(rule(**terms), line)
    assert found == fee
    assert words.startswith("Standard v1: ")
    assert words.endswith(said)


def test_a_sale_that_no_rule_fits_costs_nothing_and_says_so() -> None:
    assert fee_of(None, Line(99_800)) == (0, "No commission rule fits this sale.")


@given(taxable=MINOR, more=MINOR, percent_bp=st.integers(0, 10_000), floor=MINOR, cap=MINOR)
def test_bounds_hold_and_a_dearer_line_never_pays_less(
    taxable: int, more: int, percent_bp: int, floor: int, cap: int
) -> None:
    bounds = {"floor_minor": min(floor, cap), "cap_minor": max(floor, cap)}
    fee = fee_of(rule(percent_bp=percent_bp, **bounds), Line(taxable))[0]
    assert bounds["floor_minor"] <= fee <= bounds["cap_minor"]
    assert fee <= fee_of(rule(percent_bp=percent_bp, **bounds), Line(taxable + more))[0]


@pytest.mark.parametrize(
    ("terms", "fits"),
    [
        ({}, True),
        ({"valid_from": DAY, "valid_to": DAY}, True),
        ({"valid_from": date(2026, 4, 16)}, False),
        ({"valid_to": date(2026, 4, 14)}, False),
        ({"seller_id": OURS}, True),
        ({"seller_id": RIVAL}, False),
        ({"category_id": SANDALS}, True),
        ({"category_id": SHOES}, True),  # above it
        ({"category_id": BOWLS}, False),
        ({"seller_id": RIVAL, "category_id": SANDALS}, False),
    ],
)
def test_a_rule_is_for_days_sellers_and_categories(terms: dict[str, Any], fits: bool) -> None:  # noqa: FBT001 - a row of a table
    one = rule(**terms)
    assert fitting([one], OURS, {SANDALS, SHOES}, DAY) is (one if fits else None)


def test_the_first_rule_that_fits_wins_whatever_comes_after() -> None:
    theirs, shoes, rest = rule("Theirs", seller_id=RIVAL), rule("Shoes", category_id=SHOES), rule("Rest")
    path = {SANDALS, SHOES}
    assert fitting([theirs, shoes, rest], OURS, path, DAY) is shoes
    assert fitting([theirs, rest, shoes], OURS, path, DAY) is rest
    assert fitting([theirs, shoes, rest], RIVAL, path, DAY) is theirs
    assert fitting([theirs, shoes, rest], OURS, {BOWLS}, DAY) is rest

"""Which rule fits a sale and what it takes: parts of a fee, its bounds, days, sellers, categories and order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from haat.commissions.fees import Delivery, Facts, fee_of, fee_of_delivery, fitting, of_delivery
from haat.commissions.models import CommissionRule

DAY = date(2026, 4, 15)
OURS, RIVAL, SHOES, SANDALS, BOWLS, STRAP, CLOG = (UUID(int=number) for number in range(1, 8))
SALE = Facts(OURS, "gold", is_cash=False, day=DAY, product_id=STRAP, path={SANDALS, SHOES}, unit_minor=49_900)


@dataclass
class Line:
    taxable_minor: int
    quantity: int = 1
    currency: str = "INR"
    unit_minor: int = 129_900

    @property
    def value_minor(self) -> int:
        return self.taxable_minor + self.taxable_minor * 18 // 100


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
        ({"percent_bp": 1000, "basis": "gross"}, Line(10_000), 1_180, "10 % of ₹118.00 with tax = ₹11.80."),
        ({"percent_bp": 1000, "seller_tier": "gold"}, Line(10_000), 1_000, "= ₹10.00. For: tier gold."),
        (
            {
                "percent_bp": 500,
                "seller_id": OURS,
                "category_id": SHOES,
                "product_id": STRAP,
                "price_min_minor": 0,
                "payment": "cod",
            },
            Line(10_000),
            500,
            "= ₹5.00. For: this seller, this category, this product, ₹1,299.00 a piece, cash on delivery.",
        ),
    ],
)
def test_a_fee_is_what_its_rule_says_to_the_paisa(terms: dict[str, Any], line: Line, fee: int, said: str) -> None:
    found, words = fee_of(rule(**terms), line)
    assert found == fee
    assert words.startswith("Standard v1: ")
    assert words.endswith(said)


def test_a_sale_that_no_rule_fits_costs_nothing_and_says_so() -> None:
    assert fee_of(None, Line(99_800)) == (0, "No commission rule fits this sale.")


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
        ({"seller_tier": "gold"}, True),
        ({"seller_tier": "silver"}, False),
        ({"product_id": STRAP}, True),
        ({"product_id": CLOG}, False),
        ({"payment": "prepaid"}, True),
        ({"payment": "cod"}, False),
        ({"price_min_minor": 49_900, "price_max_minor": 49_900}, True),
        ({"price_min_minor": 49_901}, False),
        ({"price_max_minor": 49_899}, False),
        ({"seller_tier": "gold", "product_id": STRAP, "payment": "cod"}, False),
    ],
)
def test_a_rule_is_for_days_sellers_goods_prices_and_ways_to_pay(terms: dict[str, Any], fits: bool) -> None:  # noqa: FBT001 - a row of a table
    one = rule(**terms)
    assert fitting([one], SALE) is (one if fits else None)


def test_the_first_rule_that_fits_wins_whatever_comes_after() -> None:
    theirs, shoes, rest = rule("Theirs", seller_id=RIVAL), rule("Shoes", category_id=SHOES), rule("Rest")
    assert fitting([theirs, shoes, rest], SALE) is shoes
    assert fitting([theirs, rest, shoes], SALE) is rest
    assert fitting([theirs, shoes, rest], replace(SALE, seller_id=RIVAL)) is theirs
    assert fitting([theirs, shoes, rest], replace(SALE, path={BOWLS})) is rest


def test_a_seller_without_a_tier_is_in_none() -> None:
    assert fitting([rule(seller_tier="gold")], replace(SALE, tier="")) is None


def test_a_delivery_pays_by_the_first_rule_of_its_parcel_if_that_is_with_shipping() -> None:
    shoes = rule("Shoes", category_id=SHOES, percent_bp=900)
    ours = rule("Ours", seller_id=OURS, percent_bp=700)
    rest = rule("Rest", percent_bp=1_250, with_shipping=True, fixed_minor=500, floor_minor=9_900, basis="gross")
    parcel = Facts(OURS, "", is_cash=True, day=DAY)
    assert of_delivery([shoes, ours, rest], parcel) is None
    assert of_delivery([shoes, ours, rest], replace(parcel, seller_id=RIVAL)) is rest
    assert fee_of_delivery(rest, Delivery(4_000, 4_720, "INR")) == (590, "Rest v1: 12.5 % of ₹47.20 with tax = ₹5.90.")
    assert fee_of_delivery(None, Delivery(4_000, 4_720, "INR")) == (0, "No commission on shipping.")

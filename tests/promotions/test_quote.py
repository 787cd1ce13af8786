"""The quote by example: each benefit, each condition, who pays, and what tax and delivery make of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from haat.promotions.types import Shopper, Ticket
from tests.promotions.carts import AT, CATEGORIES, PRODUCTS, SELLERS, line, money, priced, rule


@pytest.mark.parametrize(
    ("one", "lines", "off"),
    [
        (rule(percent_bp=1_250), [line(10_001)], 1_250),
        (rule(percent_bp=5_000, cap_minor=9_999), [line(30_000, 2)], 9_999),
        (rule("fixed", amount_minor=10_000), [line(3_333, 3)], 9_999),
        (rule("fixed_price", amount_minor=20_000), [line(30_000, 2), line(15_000, product=1)], 20_000),
        (rule("buy_get", buy_quantity=2, get_quantity=1, percent_bp=10_000), [line(30_000, 2), line(20_000, product=1)], 20_000),
        (rule("buy_get", buy_quantity=1, get_quantity=1, percent_bp=5_000), [line(30_000, 5)], 30_000),
        (rule("free_shipping"), [line(30_000)], 7_900),
    ],
)  # fmt: skip
def test_each_benefit_takes_off_what_it_says(one: Any, lines: list[Any], off: int) -> None:
    found = priced(lines, one)
    assert found.discount_minor == off
    assert found.total_minor == found.goods_minor + found.shipping_minor - off
    assert found.savings[0].sentence


def test_a_hundred_over_three_lines_loses_no_paisa() -> None:
    found = priced([line(10_000, product=n) for n in range(3)], rule("fixed", amount_minor=100))
    assert [item.discount_minor for item in found.packages[0].lines] == [34, 33, 33]


@pytest.mark.parametrize(
    ("terms", "reason", "words"),
    [
        ({"min_spend_minor": 60_000}, "minimum_not_reached", f"Add {money(10_000)} more"),
        ({"min_quantity": 3}, "too_few", "Add 2 more"),
        ({"ends_at": AT}, "expired", "ended on"),
        ({"starts_at": AT + timedelta(days=1)}, "not_begun", "begins on 05 May 2026"),
        ({"is_running": False}, "stopped", "not running"),
        ({"product_ids": frozenset({PRODUCTS[4]})}, "not_for_these", "not for the goods"),
        ({"category_ids": frozenset({CATEGORIES[2]})}, "not_for_these", "not for the goods"),
        ({"seller_ids": frozenset({SELLERS[2]})}, "not_for_these", "not for the goods"),
        ({"uses_left": 0}, "used_up", "has been used up"),
        ({"budget_left_minor": 4_999}, "used_up", "has been used up"),
        ({"first_order_only": True}, "not_first_order", "ordered before"),
        ({"uses_per_customer": 1}, "customer_limit", "once by one customer"),
        ({"minor_per_customer": 5_500}, "customer_limit", "at most ₹55.00"),
        ({"ticket": Ticket(UUID(int=9), "X1", expires_at=AT)}, "expired", "expired on 04 May 2026"),
        ({"ticket": Ticket(UUID(int=9), "X1", customer_id=UUID(int=77))}, "not_yours", "another customer"),
        ({"ticket": Ticket(UUID(int=9), "X1", uses_left=0)}, "used_up", "already been used"),
        ({"ticket": Ticket(UUID(int=9), "X1", is_stopped=True)}, "stopped", "no longer valid"),
    ],
)  # fmt: skip
def test_each_condition_refuses_in_a_sentence(terms: dict[str, Any], reason: str, words: str) -> None:
    one = rule(code="TEN", **{key: value for key, value in terms.items() if key != "ticket"})
    if "ticket" in terms:
        one = rule(**terms)
    buyer = Shopper(UUID(int=1), has_ordered=True, uses={one.id: 1}, saved={one.id: 600})
    found = priced([line(50_000)], one, shopper=buyer)
    assert found.discount_minor == 0
    assert [refusal.reason for refusal in found.refusals] == [reason]
    assert words in found.refusals[0].sentence


def test_a_use_that_waits_in_an_unpaid_order_says_so() -> None:
    one = rule(code="TEN", uses_per_customer=1)
    buyer = Shopper(UUID(int=1), uses={one.id: 1}, held=frozenset({one.id}))
    assert "not paid yet" in priced([line()], one, shopper=buyer).refusals[0].sentence


def test_stackable_promotions_work_one_after_the_other_by_priority() -> None:
    first, second = rule("fixed", 1, amount_minor=10_000, priority=5), rule(number=2, percent_bp=5_000)
    found = priced([line(50_000)], second, first)
    assert [saving.minor for saving in found.savings] == [10_000, 20_000]


def test_the_customer_gets_the_best_way_and_a_word_for_the_other_code() -> None:
    small, large = rule(number=1, code="SMALL"), rule(number=2, code="LARGE", percent_bp=3_000, is_exclusive=True)
    found = priced([line(50_000)], small, large)
    assert [saving.code for saving in found.savings] == ["LARGE"]
    assert [(one.code, one.reason) for one in found.refusals] == [("SMALL", "not_best")]


def test_a_code_that_would_cost_free_delivery_is_not_used() -> None:
    tiny = rule("fixed", code="TINY", amount_minor=100)
    found = priced([line(99_900)], tiny)
    assert (found.total_minor, found.savings) == (99_900, [])
    assert found.refusals[0].reason == "saves_nothing"


def test_free_delivery_is_measured_after_the_discount() -> None:
    found = priced([line(110_000)], rule("fixed", amount_minor=20_000))
    assert (found.shipping_minor, found.total_minor) == (7_900, 97_900)


def test_the_brands_discount_is_part_of_what_the_seller_sells_for() -> None:
    """Paid by somebody else than the buyer it is still consideration (CGST Act s.2(31)); the seller's own lowers the value."""
    brand, seller = (priced([line(118_000)], rule(percent_bp=1_000, brand_bp=bp)) for bp in (10_000, 0))
    assert brand.total_minor == seller.total_minor
    assert brand.packages[0].lines[0].tax.taxable_minor == 100_000
    assert seller.packages[0].lines[0].tax.taxable_minor == 90_000


def test_a_shared_discount_is_split_to_the_paisa() -> None:
    found = priced(
        [line(3_333), line(3_334, product=1), line(3_335, product=2)], rule("fixed", amount_minor=101, brand_bp=3_333)
    )
    saving = found.savings[0]
    assert (saving.minor, saving.brand_minor) == (101, 34)
    assert sum(item.brand_discount_minor for item in found.packages[0].lines) == 34


def test_the_tax_band_of_a_shirt_follows_its_value_after_the_sellers_discount() -> None:
    dear = line(300_000, hsn="62052090")
    assert priced([dear]).packages[0].lines[0].tax.rate_bp == 1_800
    assert priced([dear], rule(percent_bp=2_000, brand_bp=0)).packages[0].lines[0].tax.rate_bp == 500
    assert priced([dear], rule(percent_bp=2_000)).packages[0].lines[0].tax.rate_bp == 1_800


def test_the_limit_of_a_band_is_the_value_before_tax() -> None:
    under, over = priced([line(262_500, hsn="62052090")]), priced([line(262_600, hsn="62052090")])
    assert under.packages[0].lines[0].tax.taxable_minor == 250_000
    assert [one.packages[0].lines[0].tax.rate_bp for one in (under, over)] == [500, 1_800]


def test_nothing_to_pay_and_too_much_cash_are_problems() -> None:
    free = priced([line(50_000)], rule(percent_bp=10_000), policies={})
    assert "at least ₹1.00" in free.problems[0]
    dear = priced([line(50_000)], method="cod", policies={"cod": True, "cod_cap_minor": 40_000})
    assert dear.problems == [
        "This order is ₹100.00 too large for cash on delivery, which ends at ₹400.00. Pay online instead."
    ]


def test_another_currency_is_another_shops() -> None:
    assert priced([line()], rule(currency="AED")).discount_minor == 0

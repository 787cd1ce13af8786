"""What holds for every cart and every set of promotions."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from haat.checkout.quote import Line
from haat.promotions.types import Rule
from tests.promotions.carts import any_lines, any_rules, priced, rule

CASES = settings(max_examples=150, deadline=None)
METHODS = st.sampled_from(["razorpay", "cod"])


@CASES
@given(lines=any_lines(), rules=any_rules(), method=METHODS, region=st.sampled_from(["27", "29"]))
def test_every_split_is_exact_and_nothing_is_negative(
    lines: list[Line], rules: list[Rule], method: str, region: str
) -> None:
    found = priced(lines, *rules, method=method, region=region)
    assert found.total_minor == sum(one.total_minor for one in found.packages) + found.cod_fee_minor
    assert found.goods_minor == sum(line.unit_minor * line.quantity for line in lines)
    assert (
        found.discount_minor
        == sum(saving.minor for saving in found.savings)
        <= found.goods_minor + found.shipping_minor
    )
    assert sum(one.brand_discount_minor for one in found.packages) == sum(
        saving.brand_minor for saving in found.savings
    )
    for package in found.packages:
        assert 0 <= package.shipping_discount_minor <= package.shipping_minor
        assert package.total_minor >= 0
        for item in package.lines:
            assert 0 <= item.brand_discount_minor <= item.discount_minor <= item.line.gross_minor
            assert item.tax.gross_minor == item.paid_minor + item.brand_discount_minor
            assert item.tax.taxable_minor + item.tax.tax_minor == item.tax.gross_minor
            assert item.tax.cgst_minor == item.tax.sgst_minor
            assert min(item.tax.taxable_minor, item.tax.tax_minor) >= 0
    for saving in found.savings:
        assert saving.minor > 0
        assert saving.rule.budget_left_minor is None or saving.minor <= saving.rule.budget_left_minor
        assert (
            saving.rule.cap_minor is None
            or saving.rule.benefit == "free_shipping"
            or saving.minor <= saving.rule.cap_minor
        )


@CASES
@given(lines=any_lines(), rules=any_rules(), method=METHODS)
def test_the_same_input_gives_the_same_figures_in_any_order_of_rules(
    lines: list[Line], rules: list[Rule], method: str
) -> None:
    assert priced(lines, *rules, method=method) == priced(lines, *rules, method=method)
    there, back = priced(lines, *rules, method=method), priced(lines, *reversed(rules), method=method)
    assert there.total_minor == back.total_minor
    assert [one.minor for one in there.savings] == [one.minor for one in back.savings]


@CASES
@given(lines=any_lines(), rules=any_rules())
def test_no_promotion_and_no_code_ever_makes_a_cart_dearer(lines: list[Line], rules: list[Rule]) -> None:
    plain = priced(lines).total_minor
    assert priced(lines, *rules).total_minor <= plain
    for count in range(len(rules)):
        if rules[count].is_exclusive:  # one more way to choose from
            assert priced(lines, *rules[: count + 1]).total_minor <= priced(lines, *rules[:count]).total_minor


@CASES
@given(lines=any_lines(), low=st.integers(1, 10_000), high=st.integers(1, 10_000))
def test_more_percent_never_saves_less(lines: list[Line], low: int, high: int) -> None:
    low, high = sorted((low, high))
    less, more = (priced(lines, rule(percent_bp=bp), policies={}) for bp in (low, high))
    assert less.discount_minor <= more.discount_minor


@CASES
@given(lines=any_lines(), rules=any_rules())
def test_every_code_is_used_or_gets_an_answer(lines: list[Line], rules: list[Rule]) -> None:
    found = priced(lines, *rules)
    answered = {saving.code for saving in found.savings} | {refusal.code for refusal in found.refusals}
    assert {one.ticket.code for one in rules if one.ticket} <= answered


@CASES
@given(lines=any_lines(), rules=any_rules(), method=METHODS)
def test_the_reasons_add_up_to_the_total(lines: list[Line], rules: list[Rule], method: str) -> None:
    found = priced(lines, *rules, method=method)
    added = [one.minor for one in found.reasons if one.name not in {"tax_included", "total"}]
    assert sum(added) == found.total_minor
    assert all(one.sentence for one in found.reasons)

"""Which promotions may apply together to a cart. The quote prices each way and takes the cheapest for the customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core.money import Money, percent
from haat.promotions.benefits import discount
from haat.promotions.conditions import no, refusal, spent_up
from haat.promotions.types import BUY_GET, FIXED, FIXED_PRICE, FREE_SHIPPING, PERCENT, WHOLE_BP, Applied

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from haat.promotions.types import Goods, Option, Refusal, Rule, Shopper


def options(
    *, goods: Sequence[Goods], rules: Sequence[Rule], shopper: Shopper, at: datetime
) -> tuple[list[Option], list[Refusal]]:
    """Every way to apply the rules, and why the others do not.

    Exclusive promotions stand alone. Stackable ones work together, the higher priority first, each on what the one
    before left. The last way is none at all, so that a code never makes a cart dearer.
    """
    refusals: list[Refusal] = []
    fitting: list[Rule] = []
    for rule in sorted(rules, key=lambda one: (-one.priority, str(one.id))):
        found = refusal(rule, goods, shopper, at)
        if found is None:
            fitting.append(rule)
        else:
            refusals.append(found)
    together = [rule for rule in fitting if not rule.is_exclusive]
    ways = [together, [rule for rule in together if rule.benefit != FREE_SHIPPING]]
    ways += [[rule] for rule in fitting if rule.is_exclusive]
    found_options: list[Option] = []
    for way in ways:
        option = _stack(goods, way, shopper, refusals)
        if option and option not in found_options:
            found_options.append(option)
    return [*found_options, ()], list(dict.fromkeys(refusals))


def outdone(rule: Rule) -> Refusal:
    """The word for a code that would apply, but not beside what saves more."""
    return no(rule, "not_best", "is not used: the cart costs less without it, and both cannot be combined.")


def useless(rule: Rule) -> Refusal:
    """The word for a code that takes nothing off this cart, such as free delivery where delivery is free."""
    return no(rule, "saves_nothing", "saves nothing on this cart.")


def _stack(goods: Sequence[Goods], rules: Sequence[Rule], shopper: Shopper, refusals: list[Refusal]) -> Option:
    values = [line.gross_minor for line in goods]
    applied: list[Applied] = []
    for rule in rules:
        if rule.benefit == FREE_SHIPPING:
            sellers = frozenset(line.seller_id for line in goods if rule.covers(line))
            applied.append(Applied(rule, (0,) * len(goods), sellers, sentence(rule)))
            continue
        parts = discount(rule, goods, values)
        if not sum(parts):
            continue
        if found := spent_up(rule, sum(parts), shopper):
            refusals.append(found)
            continue
        values = [value - part for value, part in zip(values, parts, strict=True)]
        applied.append(Applied(rule, tuple(parts), frozenset(), sentence(rule)))
    return tuple(applied)


def sentence(rule: Rule) -> str:
    """What a promotion does, for shoppers."""
    amount = Money(rule.amount_minor, rule.currency)
    least = f" from {Money(rule.min_spend_minor, rule.currency)}" if rule.min_spend_minor else ""
    cap = f", at most {Money(rule.cap_minor, rule.currency)}" if rule.cap_minor is not None else ""
    free = "free" if rule.percent_bp == WHOLE_BP else f"{percent(rule.percent_bp)} % off"
    return {
        PERCENT: f"{percent(rule.percent_bp)} % off{least}{cap}",
        FIXED: f"{amount} off{least}",
        FIXED_PRICE: f"For {amount} a piece{least}{cap}",
        BUY_GET: f"Buy {rule.buy_quantity}, get {rule.get_quantity} {free}{cap}",
        FREE_SHIPPING: f"Free delivery{least}{cap}",
    }[rule.benefit]

"""The quote: one pure, explained function from lines, address, codes, method and dated rules to every figure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from haat.checkout.figures import COD, ONLINE, Line, Package, Quote, Saving
from haat.checkout.parcels import Basket, Place, parcels
from haat.core.money import Money
from haat.promotions.queries import options, outdone, useless
from haat.promotions.types import Refusal, Shopper
from haat.shipping import queries as shipping

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from haat.promotions.types import Applied, Option, Rule
    from haat.shipping.types import Tariff, Where

NOBODY = Shopper()
ONLINE_LEAST_MINOR = 100  # the smallest amount that the provider takes


def quote(
    *, lines: Sequence[Line], place: Place, policies: dict[str, Any], method: str, currency: str, at: datetime,
    rules: Sequence[Rule] = (), unknown_codes: Sequence[str] = (), shopper: Shopper = NOBODY, tariff: Tariff | None = None,
) -> Quote:  # fmt: skip
    """Price a set of lines for one place of supply. Never raises for what a shopper can do: it lists problems and refusals.

    Of all ways to combine the promotions the one with the lowest total is taken; of equals the first, so the same input
    always gives the same figures. A way that would overdraw a budget is no way. Without a tariff the policies are it.
    """
    goods = [line.as_goods for line in lines]
    ways, refusals = options(
        goods=goods, rules=[rule for rule in rules if rule.currency == currency], shopper=shopper, at=at
    )
    rates = tariff or shipping.standing(place.country, currency, policies)
    basket = Basket(list(lines), place, policies, at.astimezone(place.country.timezone).date(), rates)
    priced = [(way, _priced(basket, way, method, currency)) for way in ways]
    within = [(way, one) for way, one in priced if _is_within_budget(one, shopper)]
    _, best = min(within, key=lambda pair: pair[1].total_minor)
    given = {applied.rule.id for way, _ in within for applied in way}
    refusals = [*_unknown(unknown_codes), *_that_matter(refusals, rules), *_left_out(rules, best, refusals, given)]
    return replace(best, refusals=list({one.sentence: one for one in refusals}.values()))


def _priced(basket: Basket, way: Option, method: str, currency: str) -> Quote:
    packages, problems = parcels(basket, way)
    undelivered = shipping.refusal(basket.tariff, basket.place.where)
    problems += [undelivered] if undelivered else []
    fee, sum_of_packages = 0, sum(package.total_minor for package in packages)
    if method == COD:
        fee = basket.policies.get("cod_fee_minor", 0)
        problems += cod_problems(sum_of_packages + fee, basket.policies, basket.tariff, basket.place.where, currency)
    least = 1 if method == COD else ONLINE_LEAST_MINOR
    if sum_of_packages + fee < least:
        problems.append(f"An order needs at least {Money(least, currency)} to pay. Add something, or take a code out.")
    savings = [_saving(applied, packages) for applied in way]
    return Quote(
        currency, method, packages, fee, basket.place.tax.name, problems, [one for one in savings if one.minor],
        undelivered=undelivered,
    )  # fmt: skip


def _saving(applied: Applied, packages: Sequence[Package]) -> Saving:
    """One promotion over the whole cart; what it takes of each line is on the lines."""
    mine = [part for package in packages for line in package.lines for part in line.parts if part.rule is applied.rule]
    mine += [part for package in packages for part in package.shipping_parts if part.rule is applied.rule]
    return Saving(
        applied.rule, applied.sentence, sum(part.minor for part in mine), sum(part.brand_minor for part in mine)
    )


def _is_within_budget(found: Quote, shopper: Shopper) -> bool:
    """Goods were checked when the way was made; delivery that is paid for is known only now."""
    for saving in found.savings:
        rule = saving.rule
        if rule.budget_left_minor is not None and saving.minor > rule.budget_left_minor:
            return False
        most = rule.minor_per_customer
        if most is not None and saving.minor > most - shopper.saved.get(rule.id, 0):
            return False
    return True


def _unknown(codes: Sequence[str]) -> list[Refusal]:
    return [
        Refusal(code, "unknown", f"“{code}” is not a code of this shop. Check how it is written.") for code in codes
    ]


def _that_matter(refusals: Sequence[Refusal], rules: Sequence[Rule]) -> list[Refusal]:
    """Codes that were entered always get an answer; other promotions only when a little more spending would open them."""
    entered = {rule.ticket.code for rule in rules if rule.ticket}
    return [one for one in refusals if one.code in entered or one.reason == "minimum_not_reached"]


def _left_out(rules: Sequence[Rule], best: Quote, refusals: Sequence[Refusal], given: set[UUID]) -> list[Refusal]:
    """The word for each code that could apply and does not."""
    done = {one.code for one in refusals} | {saving.code for saving in best.savings}
    silent = [rule for rule in rules if rule.ticket and rule.ticket.code not in done]
    chosen = bool(best.savings)
    return [outdone(rule) if chosen and rule.id in given else useless(rule) for rule in silent]


def cod_problems(total: int, policies: dict[str, Any], tariff: Tariff, where: Where | None, currency: str) -> list[str]:
    """Why an order of so much, its fee included, cannot be paid in cash there; empty when it can."""
    if not policies.get("cod"):
        return ["Cash on delivery is not offered here. Pay online instead."]
    if words := shipping.refuses_cash(tariff, where):
        return [words]
    cap = policies.get("cod_cap_minor")
    if cap is None or total <= cap:
        return []
    over = Money(total - cap, currency)
    return [
        f"This order is {over} too large for cash on delivery, which ends at {Money(cap, currency)}. Pay online instead."
    ]


__all__ = ["COD", "NOBODY", "ONLINE", "Line", "Package", "Place", "Quote", "cod_problems", "quote"]

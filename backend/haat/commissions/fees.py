"""Which rule fits a sale, and the fee that it makes. Nothing is written: replays ask the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from haat.core.money import Money, percent, share

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from uuid import UUID

    from haat.commissions.models import CommissionRule


class Sold(Protocol):
    """What of a line decides its fee."""

    taxable_minor: int
    quantity: int
    currency: str


def fitting(
    rules: Sequence[CommissionRule], seller_id: UUID, path: Collection[UUID], day: date
) -> CommissionRule | None:
    """The first rule that fits, in the order in which they are tried; `path` is the category and those above it."""
    return next((rule for rule in rules if fits(rule, seller_id, path, day)), None)


def fits(rule: CommissionRule, seller_id: UUID, path: Collection[UUID], day: date) -> bool:
    return (
        (rule.seller_id is None or rule.seller_id == seller_id)
        and (rule.category_id is None or rule.category_id in path)
        and rule.valid_from <= day
        and (rule.valid_to is None or day <= rule.valid_to)
    )


def fee_of(rule: CommissionRule | None, line: Sold) -> tuple[int, str]:
    """The fee of a line and the sentence that explains it."""
    if rule is None:
        return 0, "No commission rule fits this sale."
    fee = share(line.taxable_minor, rule.percent_bp) + rule.fixed_minor * line.quantity
    words = f"{rule}: {percent(rule.percent_bp)} % of {Money(line.taxable_minor, line.currency)}"
    if rule.fixed_minor:
        words += f" and {Money(rule.fixed_minor, line.currency)} a piece"
    if rule.floor_minor is not None and fee < rule.floor_minor:
        fee, words = rule.floor_minor, f"{words}, raised to the least fee"
    if rule.cap_minor is not None and fee > rule.cap_minor:
        fee, words = rule.cap_minor, f"{words}, lowered to the cap"
    return fee, f"{words} = {Money(fee, line.currency)}."

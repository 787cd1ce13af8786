"""Which rule fits a sale, and the fee that it makes. Nothing is written: replays ask the same."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from haat.core.money import Money, percent, round_half_up, share

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from uuid import UUID

    from haat.commissions.models import CommissionRule
    from haat.orders.models import OrderLine, SellerOrder

NO_RULE = "No commission rule fits this sale."
NOT_ON_SHIPPING = "No commission on shipping."
WAYS = {"cod": "cash on delivery", "prepaid": "paid in advance"}


class Sold(Protocol):
    """What of a line decides its fee."""

    taxable_minor: int
    quantity: int
    unit_minor: int
    currency: str

    @property
    def value_minor(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Delivery:
    """A parcel's delivery: what of it decides its fee."""

    taxable_minor: int
    value_minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What decides which rule fits; `path` is the category and those above it. A delivery has no goods."""

    seller_id: UUID
    tier: str
    is_cash: bool
    day: date
    product_id: UUID | None = None
    path: Collection[UUID] = ()
    unit_minor: int = 0


def of_parcel(part: SellerOrder, day: date) -> Facts:
    return Facts(part.seller_id, part.seller.tier, part.order.payment_method == "cod", day)


def of_line(part: SellerOrder, line: OrderLine, path: Collection[UUID], day: date) -> Facts:
    return replace(of_parcel(part, day), product_id=line.product_id, path=path, unit_minor=line.unit_minor)


def fitting(rules: Sequence[CommissionRule], facts: Facts) -> CommissionRule | None:
    """The first rule that fits, in the order in which they are tried."""
    return next((rule for rule in rules if fits(rule, facts)), None)


def of_delivery(rules: Sequence[CommissionRule], facts: Facts) -> CommissionRule | None:
    """The first rule that fits a parcel whatever is in it, if it is with shipping; otherwise nothing is charged."""
    rule = next((rule for rule in rules if not rule.is_of_goods and fits(rule, facts)), None)
    return rule if rule is not None and rule.with_shipping else None


def fits(rule: CommissionRule, facts: Facts) -> bool:
    return (
        rule.valid_from <= facts.day
        and (rule.valid_to is None or facts.day <= rule.valid_to)
        and (rule.seller_id is None or rule.seller_id == facts.seller_id)
        and rule.seller_tier in {"", facts.tier}
        and rule.payment in {"", "cod" if facts.is_cash else "prepaid"}
        and (rule.category_id is None or rule.category_id in facts.path)
        and (rule.product_id is None or rule.product_id == facts.product_id)
        and (rule.price_min_minor is None or rule.price_min_minor <= facts.unit_minor)
        and (rule.price_max_minor is None or facts.unit_minor <= rule.price_max_minor)
    )


def fee_of(rule: CommissionRule | None, line: Sold) -> tuple[int, str]:
    """The fee of a line and the sentence that explains it."""
    if rule is None:
        return 0, NO_RULE
    fee, words = _percent(rule, line)
    fee += rule.fixed_minor * line.quantity
    if rule.fixed_minor:
        words += f" and {Money(rule.fixed_minor, line.currency)} a piece"
    if rule.floor_minor is not None and fee < rule.floor_minor:
        fee, words = rule.floor_minor, f"{words}, raised to the least fee"
    if rule.cap_minor is not None and fee > rule.cap_minor:
        fee, words = rule.cap_minor, f"{words}, lowered to the cap"
    return fee, f"{words} = {Money(fee, line.currency)}.{_why(rule, line)}"


def fee_of_delivery(rule: CommissionRule | None, sold: Delivery) -> tuple[int, str]:
    """The percent alone: what counts by the piece or the line is the goods'."""
    if rule is None:
        return 0, NOT_ON_SHIPPING
    fee, words = _percent(rule, sold)
    return fee, f"{words} = {Money(fee, sold.currency)}.{_why(rule)}"


def _percent(rule: CommissionRule, sold: Delivery | Sold) -> tuple[int, str]:
    is_gross = rule.basis == rule.Basis.GROSS
    basis = sold.value_minor if is_gross else sold.taxable_minor
    words = f"{rule}: {percent(rule.percent_bp)} % of {Money(basis, sold.currency)}{' with tax' if is_gross else ''}"
    return share(basis, rule.percent_bp), words


def _why(rule: CommissionRule, line: Sold | None = None) -> str:
    """What the rule is for, as this sale has it; the rule of everything says nothing."""
    found = (
        "this seller" if rule.seller_id else "",
        f"tier {rule.seller_tier}" if rule.seller_tier else "",
        "this category" if rule.category_id else "",
        "this product" if rule.product_id else "",
        f"{Money(line.unit_minor, line.currency)} a piece" if line and rule.has_band else "",
        WAYS.get(rule.payment, ""),
    )
    words = ", ".join(filter(None, found))
    return f" For: {words}." if words else ""


def portion(value: int, left_value: int, *, sold_value: int, quantity: int, left_quantity: int) -> tuple[int, int]:
    """How much of what is left of a line's fee goes back with a value; as a numerator and a denominator.

    By the quantity where nothing was paid and a fee by the piece was taken all the same.
    """
    if left_value:
        return value, left_value
    return (1, 1) if sold_value else (quantity, max(left_quantity, 1))


def part_of(figure: int, taken: tuple[int, int]) -> int:
    """So much of a figure as `portion` says."""
    return round_half_up(figure * taken[0], taken[1])

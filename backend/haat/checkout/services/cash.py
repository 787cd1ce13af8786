"""What an order that waits for its payment would come to in cash."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from haat.checkout.quote import cod_problems
from haat.core.errors import DomainError

if TYPE_CHECKING:
    from haat.orders.models import Order
    from haat.tenancy.models import Brand


class NothingToPay(DomainError):
    code = "nothing_to_pay"


@dataclass(frozen=True, slots=True)
class InCash:
    """`problems` says why it cannot be paid so; empty when it can."""

    currency: str
    fee_minor: int
    total_minor: int
    to_pay_minor: int  # beside a gift card
    problems: list[str] = field(default_factory=list)


def in_cash(*, brand: Brand, order: Order) -> InCash:
    """By the brand's rules of now, as a new order would be; its goods, their prices and discounts are its own."""
    policies = brand.settings.get("policies", {})
    fee = int(policies.get("cod_fee_minor", 0))
    total = order.total_minor + fee
    waits = order.status == "awaiting_payment"
    problems = cod_problems(total, policies, order.currency) if waits else [nothing_to_pay(order)]
    return InCash(order.currency, fee, total, order.to_pay_minor + fee, problems)


def nothing_to_pay(order: Order) -> str:
    return f"Order {order.number} is {order.get_status_display().lower()}; there is nothing to pay."

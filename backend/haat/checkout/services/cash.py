"""What an order that waits for its payment would come to in cash."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from haat.checkout.quote import cod_problems
from haat.core.errors import DomainError
from haat.orders import queries as orders
from haat.shipping import queries as shipping
from haat.shipping.types import Where

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
    fee = int(brand.policy("cod_fee_minor", 0))
    total = order.total_minor + fee
    return InCash(order.currency, fee, total, order.to_pay_minor + fee, _problems(brand, order, total))


def _problems(brand: Brand, order: Order, total: int) -> list[str]:
    if order.status != "awaiting_payment":
        return [nothing_to_pay(order)]
    to = orders.address_of(order)
    where = Where(to["pin"], to["state"])
    return cod_problems(total, brand.settings.get("policies", {}), shipping.tariff(brand), where, order.currency)


def nothing_to_pay(order: Order) -> str:
    return f"Order {order.number} is {order.get_status_display().lower()}; there is nothing to pay."

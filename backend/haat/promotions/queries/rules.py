"""Rules as they stand now, for a quote, and what a customer has had of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from haat.core.rows import rows
from haat.promotions.models import Coupon, CustomerUse, Promotion, Usage
from haat.promotions.types import Rule, Shopper, Ticket

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from uuid import UUID

AUTOMATIC_MAX = 50  # promotions without a code that are tried on a cart
CODES_MAX = 5  # codes in one cart
RUNNING = Promotion.Status.RUNNING
AUTOMATIC = """one.status = %s AND NOT one.needs_code AND one.starts_at <= %s AND (one.ends_at IS NULL OR one.ends_at > %s)
ORDER BY one.priority DESC, one.id LIMIT %s"""


def normal_code(text: str) -> str:
    """A code as it is kept: capitals, without the blanks that copying brings along."""
    return "".join(text.split()).upper()


def rules(*, codes: Iterable[str], at: datetime) -> tuple[list[Rule], list[str]]:
    """The promotions for a cart with these codes: all that need no code, and those opened. Second: codes nobody knows."""
    wanted = list(dict.fromkeys(normal_code(code) for code in codes))[:CODES_MAX]
    coupons = Coupon.objects.filter(code__in=wanted).select_related("promotion") if wanted else []
    found = {row.code: row for row in coupons}
    plain = [rule_of(row) for row in rows(Promotion, AUTOMATIC, RUNNING, at, at, AUTOMATIC_MAX)]
    opened: dict[UUID, Rule] = {}
    for coupon in (found[code] for code in wanted if code in found):
        opened.setdefault(coupon.promotion_id, rule_of(coupon.promotion, coupon))
    return [*plain, *opened.values()], [code for code in wanted if code not in found]


def shopper(*, customer_id: UUID | None, has_ordered: bool, rules: Sequence[Rule]) -> Shopper:
    """What a customer has had of these promotions."""
    limited = [rule.id for rule in rules if _counts_customers(rule)]
    if customer_id is None or not limited:
        return Shopper(customer_id, has_ordered)
    held = Usage.objects.filter(customer_id=customer_id, promotion_id__in=limited, state=Usage.State.HELD)
    rows = CustomerUse.objects.filter(customer_id=customer_id, promotion_id__in=limited)
    uses = {row.promotion_id: row for row in rows}
    return Shopper(
        customer_id,
        has_ordered,
        {key: row.uses for key, row in uses.items()},
        {key: row.saved_minor for key, row in uses.items()},
        frozenset(held.values_list("promotion_id", flat=True)),
    )


def _counts_customers(rule: Rule) -> bool:
    limits = (rule.uses_per_customer, rule.minor_per_customer, rule.ticket and rule.ticket.uses_left)
    return rule.first_order_only or any(limit is not None for limit in limits)


SAME = (
    "id", "name", "currency", "benefit", "percent_bp", "amount_minor", "cap_minor", "buy_quantity", "get_quantity", "min_spend_minor",
    "min_quantity", "first_order_only", "is_exclusive", "priority", "brand_bp", "uses_per_customer", "minor_per_customer",
)  # fmt: skip


def rule_of(row: Promotion, coupon: Coupon | None = None) -> Rule:
    """A row as the engine reckons with it."""
    ticket = None
    if coupon is not None:
        left = None if coupon.uses_max is None else coupon.uses_max - coupon.uses
        expires = timezone.localtime(coupon.expires_at) if coupon.expires_at else None
        ticket = Ticket(coupon.pk, coupon.code, coupon.customer_id, expires, left, coupon.stopped_at is not None)
    return Rule(
        **{name: getattr(row, name) for name in SAME},
        seller_ids=frozenset(row.seller_ids),
        category_ids=frozenset(row.category_ids),
        product_ids=frozenset(row.product_ids),
        starts_at=timezone.localtime(row.starts_at),
        ends_at=timezone.localtime(row.ends_at) if row.ends_at else None,
        is_running=row.status == RUNNING,
        budget_left_minor=None if row.budget_minor is None else row.budget_minor - row.spent_minor,
        uses_left=None if row.uses_max is None else row.uses_max - row.uses,
        ticket=ticket,
    )

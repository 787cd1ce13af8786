"""Whether a promotion applies to a cart, and the sentence that says why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core.money import Money
from haat.promotions.types import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from haat.promotions.types import Goods, Rule, Shopper


def refusal(rule: Rule, goods: Sequence[Goods], shopper: Shopper, at: datetime) -> Refusal | None:
    """The first reason that keeps the promotion from this cart; None when it applies."""
    found = _of_ticket(rule, shopper, at) or _of_time(rule, at) or _of_cart(rule, goods) or _of_shopper(rule, shopper)
    found = found or _of_budget(rule)
    if found and found.reason in {"used_up", "customer_limit"} and rule.id in shopper.held:
        return no(rule, "held", "is held by an order of yours that is not paid yet. Pay that order or cancel it.")
    return found


def spent_up(rule: Rule, minor: int, shopper: Shopper) -> Refusal | None:
    """Whether a discount is more than what is left of the budgets. It is given whole or not at all."""
    if rule.budget_left_minor is not None and minor > rule.budget_left_minor:
        return no(rule, "used_up", "has been used up.")
    saved = shopper.saved.get(rule.id, 0)
    if rule.minor_per_customer is not None and minor > rule.minor_per_customer - saved:
        most = Money(rule.minor_per_customer, rule.currency)
        return no(rule, "customer_limit", f"saves one customer at most {most}, and this order would go beyond it.")
    return None


def label(rule: Rule) -> str:
    return f"“{rule.ticket.code if rule.ticket else rule.name}”"


def no(rule: Rule, reason: str, words: str, missing_minor: int = 0) -> Refusal:
    return Refusal(rule.ticket.code if rule.ticket else "", reason, f"{label(rule)} {words}", missing_minor)


def _of_ticket(rule: Rule, shopper: Shopper, at: datetime) -> Refusal | None:
    ticket = rule.ticket
    if ticket is None:
        return None
    if ticket.customer_id is not None and ticket.customer_id != shopper.id:
        words = "is for another customer." if shopper.id else "belongs to one customer. Sign in to use it."
        return no(rule, "not_yours", words)
    if ticket.is_stopped:
        return no(rule, "stopped", "is no longer valid.")
    if ticket.expires_at is not None and ticket.expires_at <= at:
        return no(rule, "expired", f"expired on {ticket.expires_at:%d %B %Y}.")
    if ticket.uses_left is not None and ticket.uses_left <= 0:
        return no(rule, "used_up", "has already been used.")
    return None


def _of_time(rule: Rule, at: datetime) -> Refusal | None:
    if not rule.is_running:
        return no(rule, "stopped", "is not running at the moment.")
    if rule.starts_at is not None and at < rule.starts_at:
        return no(rule, "not_begun", f"begins on {rule.starts_at:%d %B %Y}.")
    if rule.ends_at is not None and rule.ends_at <= at:
        return no(rule, "expired", f"ended on {rule.ends_at:%d %B %Y}.")
    return None


def _of_cart(rule: Rule, goods: Sequence[Goods]) -> Refusal | None:
    covered = [line for line in goods if rule.covers(line)]
    if not covered:
        return no(rule, "not_for_these", "is not for the goods in your cart.")
    missing = rule.min_spend_minor - sum(line.gross_minor for line in covered)
    if missing > 0:
        least, more = Money(rule.min_spend_minor, rule.currency), Money(missing, rule.currency)
        words = f"needs {least} of its goods in the cart. Add {more} more."
        return no(rule, "minimum_not_reached", words, missing)
    pieces = sum(line.quantity for line in covered)
    least_pieces = max(rule.min_quantity, rule.buy_quantity + rule.get_quantity)
    if pieces < least_pieces:
        return no(rule, "too_few", f"needs {least_pieces} pieces of its goods. Add {least_pieces - pieces} more.")
    return None


def _of_shopper(rule: Rule, shopper: Shopper) -> Refusal | None:
    if rule.first_order_only and shopper.has_ordered:
        return no(rule, "not_first_order", "is for a first order here, and you have ordered before.")
    if rule.first_order_only and shopper.uses.get(rule.id, 0):
        return no(rule, "customer_limit", "is for a first order, and you have used it.")
    if rule.uses_per_customer is not None and shopper.uses.get(rule.id, 0) >= rule.uses_per_customer:
        times = "once" if rule.uses_per_customer == 1 else f"{rule.uses_per_customer} times"
        return no(rule, "customer_limit", f"can be used {times} by one customer, and you have done so.")
    return None


def _of_budget(rule: Rule) -> Refusal | None:
    gone = rule.uses_left is not None and rule.uses_left <= 0
    return no(rule, "used_up", "has been used up.") if gone else None

"""Reads of promotions: which may apply to a cart, and how they do."""

from haat.promotions.engine import options, outdone, sentence, useless
from haat.promotions.queries.lists import (
    batch,
    batches,
    cost,
    coupon,
    coupons,
    csv_of,
    is_used,
    promotion,
    promotions,
    sellers_own,
    sellers_promotion,
    targets,
)
from haat.promotions.queries.rules import normal_code, rule_of, rules, shopper

__all__ = [
    "batch", "batches", "cost", "coupon", "coupons", "csv_of", "is_used", "normal_code", "options", "outdone", "promotion",
    "promotions", "rule_of", "rules", "sellers_own", "sellers_promotion", "sentence", "shopper", "targets", "useless",
]  # fmt: skip

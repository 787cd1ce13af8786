"""Verbs of promotions."""

from haat.promotions.services.budgets import UsedUp, give_back, keep, release, reserve
from haat.promotions.services.checks import Spec
from haat.promotions.services.coupons import add_coupon, make_batch, stop_coupon
from haat.promotions.services.terms import (
    NotPermitted,
    TermsStand,
    WrongState,
    actions,
    change,
    draft,
    move,
    require_sellers_may,
)

__all__ = [
    "NotPermitted", "Spec", "TermsStand", "UsedUp", "WrongState", "actions", "add_coupon", "change", "draft", "give_back", "keep",
    "make_batch", "move", "release", "require_sellers_may", "reserve", "stop_coupon",
]  # fmt: skip

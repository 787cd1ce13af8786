"""Verbs of promotions."""

from haat.promotions.services.bring import Written, set_promotions
from haat.promotions.services.budgets import UsedUp, give_back, keep, release, reserve
from haat.promotions.services.checks import Spec
from haat.promotions.services.coupons import BATCH_MAX, add_coupon, make_batch, stop_coupon
from haat.promotions.services.terms import (
    NotPermitted,
    TermsStand,
    WrongState,
    actions,
    change,
    draft,
    move,
    reckon,
    require_sellers_may,
)

__all__ = [
    "BATCH_MAX",
    "NotPermitted",
    "Spec",
    "TermsStand",
    "UsedUp",
    "Written",
    "WrongState",
    "actions",
    "add_coupon",
    "change",
    "draft",
    "give_back",
    "keep",
    "make_batch",
    "move",
    "reckon",
    "release",
    "require_sellers_may",
    "reserve",
    "set_promotions",
    "stop_coupon",
]  # fmt: skip

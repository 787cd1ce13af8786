"""Verbs of payouts."""

from haat.payouts.services.adjustments import adjust, approve_adjustment, reject_adjustment
from haat.payouts.services.bank import answer, make_batch, mark, take
from haat.payouts.services.cash import remit
from haat.payouts.services.direct import send_direct
from haat.payouts.services.holds import hold, let_go
from haat.payouts.services.part_holds import hold_part, release_hold
from haat.payouts.services.plans import drop_seller_plan, set_brand_plan, set_seller_plan
from haat.payouts.services.reserves import release_reserves
from haat.payouts.services.runs import NeedsAnother, approve, reject, release_due, run_payouts
from haat.payouts.services.settle import came_back, settle, share_failed
from haat.payouts.services.sharing import share_order
from haat.payouts.services.start import start, start_approved
from haat.payouts.services.take_back import take_back

__all__ = [
    "NeedsAnother", "adjust", "answer", "approve", "approve_adjustment", "came_back", "drop_seller_plan", "hold", "hold_part", "let_go", "make_batch", "mark",
    "reject", "reject_adjustment", "release_due", "release_hold", "release_reserves", "remit", "run_payouts", "send_direct", "set_brand_plan",
    "set_seller_plan", "settle", "share_failed", "share_order", "start", "start_approved", "take", "take_back",
]  # fmt: skip

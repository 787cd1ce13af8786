"""Verbs of payouts."""

from haat.payouts.services.holds import hold_part, release_hold
from haat.payouts.services.release import release_due, run_payouts, settle
from haat.payouts.services.schedule import schedule_part, share_order
from haat.payouts.services.take_back import take_back

__all__ = [
    "hold_part", "release_due", "release_hold", "run_payouts", "schedule_part", "settle", "share_order", "take_back",
]  # fmt: skip

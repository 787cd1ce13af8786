"""Paying sellers: plans, runs, payouts with their lines, and each way in which money goes."""

from haat.payouts.models.balance import Adjustment, CashRemittance, RemittedPart, Reserve
from haat.payouts.models.money import BankBatch, Disbursement
from haat.payouts.models.part_holds import PartHold
from haat.payouts.models.payout import Payout, PayoutEntry, PayoutLine
from haat.payouts.models.plan import PayoutHold, PayoutPlan
from haat.payouts.models.run import PayoutRun, RunItem

__all__ = [
    "Adjustment", "BankBatch", "CashRemittance", "Disbursement", "PartHold", "Payout", "PayoutEntry", "PayoutHold", "PayoutLine",
    "PayoutPlan", "PayoutRun", "RemittedPart", "Reserve", "RunItem",
]  # fmt: skip

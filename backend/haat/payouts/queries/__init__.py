"""Reads of payouts: what a seller has and waits for, what runs and files say, and what the books must agree with."""

from haat.payouts.drafting import Selection
from haat.payouts.queries.balance import Balance, balance, is_owed
from haat.payouts.queries.cash import cash_of, remittances, with_courier
from haat.payouts.queries.explain import Explained, explain, statement
from haat.payouts.queries.files import payout_file, statement_file
from haat.payouts.queries.money import (
    bank_line,
    batch,
    batches,
    disbursement,
    for_the_bank,
    is_asked_directly,
    known_direct,
    sent_since,
)
from haat.payouts.queries.part_holds import held_after_payout, held_parts, holds_of, is_held
from haat.payouts.queries.payouts import (
    adjustment,
    adjustments,
    in_transit_since,
    payout,
    payouts,
    seller_payout,
    seller_payouts,
)  # fmt: skip
from haat.payouts.queries.plans import brand_plan, hold, next_day, open_holds, own_plans, plan_of
from haat.payouts.queries.proof import (
    adjusted,
    bounced,
    closed_wrongly,
    paid_ways,
    remitted,
    reserves,
    returned_ways,
    started,
    summed_wrongly,
)  # fmt: skip
from haat.payouts.queries.runs import preview, run, runs

__all__ = [
    "Balance", "Explained", "Selection", "adjusted", "adjustment", "adjustments", "balance", "bank_line", "batch", "batches", "bounced",
    "brand_plan", "cash_of", "closed_wrongly", "disbursement", "explain", "for_the_bank", "held_after_payout", "held_parts", "hold", "holds_of", "in_transit_since", "is_asked_directly", "is_held", "is_owed",
    "known_direct", "next_day", "open_holds", "own_plans", "paid_ways", "payout", "payout_file", "payouts", "plan_of", "preview", "remittances",
    "remitted", "reserves", "returned_ways", "run", "runs", "seller_payout", "seller_payouts", "sent_since", "started", "statement", "statement_file",
    "summed_wrongly", "with_courier",
]  # fmt: skip

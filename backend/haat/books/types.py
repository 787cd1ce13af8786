"""Kinds of differences, and a difference as a comparison finds it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

KINDS = {
    # kind → what it compares: a row of one is looked at again when its thing is
    "second_payment": "payment",
    "unknown_payment": "payment",
    "payment_amount": "payment",
    "payment_state": "payment",
    "payment_fee": "payment",
    "unknown_refund": "refund",
    "refund_amount": "refund",
    "refund_state": "refund",
    "unknown_transfer": "transfer",
    "transfer_amount": "transfer",
    "transfer_state": "transfer",
    "transfer_fee": "transfer",
    "dispute_state": "dispute",
    "item_booking": "item",
    "unknown_item": "item",
    "settlement_amount": "settlement",
    "stuck_payment": "stuck",
    "stuck_transfer": "stuck",
    "stuck_refund": "stuck",
    "stuck_payout": "stuck",
    "stuck_payment_out": "stuck",
    "stuck_dispute": "stuck",
    "stuck_booking": "stuck",
    "stuck_job": "stuck",
    "failed_job": "stuck",
}


@dataclass(frozen=True, slots=True)
class Difference:
    kind: str
    subject: str
    reference: str = ""
    ours: dict[str, Any] = field(default_factory=dict)
    theirs: dict[str, Any] = field(default_factory=dict)
    amount_minor: int = 0
    currency: str = "INR"

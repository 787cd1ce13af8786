"""Adjustments in the settlement report: what a dispute took from the merchant, and what winning gave back."""

from typing import Any

from .entities import Entity, select
from .world import World

# What an item has of a card and of the payout to the bank; an item without them says so.
BESIDE = (
    "posted_at", "settled_at", "settlement_id", "settlement_utr", "order_id", "order_receipt", "method", "card_network", "card_issuer",
    "card_type", "dispute_id",
)  # fmt: skip


def of_disputes(world: World, merchant: str, start: int, end: int) -> list[dict[str, Any]]:
    found = []
    for dispute in select(world.store, "dispute", "merchant = ?", merchant):
        for name, sign in (("taken_at", -1), ("given_back_at", 1)):
            when = dispute.private.get(name)
            if when is not None and start <= when < end:
                found.append(_item(dispute, when, sign * dispute["amount"]))
    return found


def _item(dispute: Entity, when: int, amount: int) -> dict[str, Any]:
    """An adjustment has no credit_type, unlike every other item. Its id follows from the dispute's: `adj_…`."""
    letters = dispute.id.removeprefix("disp_")
    return dict.fromkeys(BESIDE) | {
        "entity_id": f"adj_{letters if amount < 0 else letters[::-1]}",
        "type": "adjustment",
        "debit": max(-amount, 0),
        "credit": max(amount, 0),
        "amount": abs(amount),
        "currency": dispute["currency"],
        "fee": 0,
        "tax": 0,
        "on_hold": False,
        "settled": False,
        "created_at": when,
        "description": "Debit for dispute" if amount < 0 else "Credit for dispute",
        "notes": "{}",
        "payment_id": dispute["payment_id"],
        "dispute_id": dispute.id,
    }

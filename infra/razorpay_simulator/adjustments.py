"""Adjustments in the settlement report: what a dispute took from the merchant, and what winning gave back."""

from typing import Any

from .entities import Entity, select
from .world import World


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
    return {
        "entity_id": f"adj_{letters if amount < 0 else letters[::-1]}",
        "type": "adjustment",
        "debit": max(-amount, 0),
        "credit": max(amount, 0),
        "amount": abs(amount),
        "currency": "INR",
        "fee": 0,
        "tax": 0,
        "on_hold": False,
        "settled": False,
        "created_at": when,
        "settled_at": None,
        "settlement_id": None,
        "description": "Debit for dispute" if amount < 0 else "Credit for dispute",
        "notes": "{}",
        "payment_id": dispute["payment_id"],
        "order_id": None,
        "method": None,
        "dispute_id": dispute.id,
    }

"""Reversals: money back from a linked account to the merchant. The transfer fee stays paid."""

from typing import Any

from . import money
from .entities import Entity, new_id
from .errors import ApiError
from .world import World


def reverse(world: World, transfer: Entity, *, amount: int, notes: Any, refund: str | None = None) -> Entity:
    """Any number of partial reversals, up to the transfer's amount and the linked account's balance."""
    if transfer["status"] not in ("processed", "partially_reversed"):
        raise ApiError("Only processed transfers can be reversed.", metadata={"transfer_id": transfer.id})
    if amount > transfer["amount"] - transfer["amount_reversed"]:
        raise ApiError("The reversal amount provided is greater than the amount left to reverse.", field="amount")
    linked = money.linked_account(transfer["recipient"])
    if money.balance(world, linked) < amount:
        raise ApiError("The linked account does not have sufficient balance to process reversal.")
    reversal = Entity(new_id("rvrsl"), "reversal", transfer.merchant, {}, parent=transfer.id)
    reversal.body = {
        "id": reversal.id,
        "entity": "reversal",
        "transfer_id": transfer.id,
        "amount": amount,
        "fee": 0,
        "tax": 0,
        "currency": transfer["currency"],
        "notes": notes,
        "initiator_id": transfer.merchant,
        "customer_refund_id": refund,
        "utr": None,
        "created_at": world.now(),
    }
    world.add(reversal)
    destination = money.merchant_account(transfer.merchant)
    money.post(
        world,
        transfer.merchant,
        source=linked,
        destination=destination,
        amount=amount,
        reason="reversal",
        ref=reversal.id,
    )
    transfer["amount_reversed"] += amount
    whole = transfer["amount_reversed"] == transfer["amount"]
    transfer["status"] = "reversed" if whole else "partially_reversed"
    world.save(transfer)
    return reversal

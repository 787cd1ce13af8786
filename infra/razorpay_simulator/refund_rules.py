"""What may be refunded, and what a refund takes along."""

from . import reversals
from .entities import Entity, children
from .errors import ApiError
from .world import World


def check(world: World, payment: Entity, amount: int) -> None:
    where = {"payment_id": payment.id}
    if any(one["status"] in ("open", "under_review") for one in children(world.store, payment.id, "dispute")):
        raise ApiError("Refund is not allowed on a payment with an open dispute.", metadata=where)
    if not payment["captured"]:
        raise ApiError("The payment status should be captured for action to be taken", metadata=where)
    if payment["status"] == "refunded":
        raise ApiError("The payment has been fully refunded already", metadata=where)
    if amount > payment["amount"]:
        raise ApiError("The refund amount provided is greater than amount captured.", field="amount", metadata=where)
    if amount > payment["amount"] - payment["amount_refunded"]:
        raise ApiError(
            "The sum of amount requested for refund is greater than the available amount",
            field="amount",
            metadata=where,
        )


def reverse_all(world: World, payment: Entity, refund: Entity) -> None:
    """Full refunds reverse everything; partial ones only when there is a single recipient."""
    live = [
        one
        for one in children(world.store, payment.id, "transfer")
        if one["status"] in ("processed", "partially_reversed")
    ]
    full = refund["amount"] == payment["amount"]
    if not full and len(live) != 1:
        raise ApiError("reverse_all on a partial refund needs exactly one transfer.", field="reverse_all")
    for transfer in live:
        left = transfer["amount"] - transfer["amount_reversed"]
        amount = left if full else min(left, refund["amount"])
        reversals.reverse(world, transfer, amount=amount, notes=[], refund=refund.id)

"""Disputes: raised and resolved by the control plane, answered by the merchant (dispute_api.py)."""

from . import money
from .entities import Entity, new_id
from .errors import ApiError
from .events import emit
from .world import World

RESPOND_WITHIN = 7 * 86_400
OPEN = ("open", "under_review")


def raise_against(world: World, payment: Entity, amount: int, reason_code: str) -> Entity:
    if not payment["captured"] or not 0 < amount <= payment["amount"]:
        raise ApiError("A dispute needs a captured payment and at most its amount.", field="amount")
    dispute = Entity(new_id("disp"), "dispute", payment.merchant, {}, parent=payment.id)
    dispute.body = {
        "id": dispute.id,
        "entity": "dispute",
        "payment_id": payment.id,
        "amount": amount,
        "currency": "INR",
        "amount_deducted": 0,
        "reason_code": reason_code,
        "respond_by": world.now() + RESPOND_WITHIN,
        "status": "open",
        "phase": "chargeback",
        "evidence": {},
        "created_at": world.now(),
    }
    world.add(dispute)
    emit(world, "payment.dispute.created", {"payment": payment, "dispute": dispute})
    return dispute


def resolve(world: World, dispute: Entity, status: str) -> Entity:
    """Become won, lost or closed. Losing debits the merchant, below zero if need be."""
    if dispute["status"] not in OPEN or status not in ("won", "lost", "closed"):
        raise ApiError(f"A dispute that is {dispute['status']} cannot become {status}.", field="status")
    dispute["status"] = status
    if status == "lost":
        dispute["amount_deducted"] = dispute["amount"]
        source, ref = money.merchant_account(dispute.merchant), dispute.id
        amount = dispute["amount"]
        money.post(
            world, dispute.merchant, source=source, destination=money.DISPUTED, amount=amount, reason="dispute", ref=ref
        )
    world.save(dispute)
    payment = world.fetch("payment", dispute["payment_id"])
    emit(world, f"payment.dispute.{status}", {"payment": payment, "dispute": dispute})
    return dispute

"""Disputes: raised and resolved by the control plane, answered by the merchant (dispute_api.py)."""

from typing import Any

from . import evidence, money
from .entities import Entity, children, new_id
from .errors import ApiError
from .events import emit
from .world import World

RESPOND_WITHIN = 7 * 86_400
OPEN = ("open", "under_review")
PHASES = ("chargeback", "fraud", "retrieval", "pre_arbitration", "arbitration")


def raise_against(world: World, payment: Entity, amount: int, **said: Any) -> Entity:
    """`said`: reason_code, phase, respond_within (seconds), deduct: whether the bank takes the money at once.

    The documentation says that it is taken when the dispute is lost; accounts exist that lose it at once.
    """
    if not payment["captured"] or not 0 < amount <= payment["amount"]:
        raise ApiError("A dispute needs a captured payment and at most its amount.", field="amount")
    if said["phase"] not in PHASES:
        raise ApiError(f"Unknown phase: one of {', '.join(PHASES)}.", field="phase")
    if any(one["status"] in OPEN for one in children(world.store, payment.id, "dispute")):
        raise ApiError("This payment is disputed already.", metadata={"payment_id": payment.id})
    dispute = Entity(new_id("disp"), "dispute", payment.merchant, {}, parent=payment.id)
    dispute.body = {
        "id": dispute.id,
        "entity": "dispute",
        "payment_id": payment.id,
        "amount": amount,
        "currency": payment["currency"],
        "amount_deducted": 0,
        "reason_code": said["reason_code"],
        "reason_description": said["reason_code"].replace("_", " ").capitalize(),
        "respond_by": world.now() + said.get("respond_within", RESPOND_WITHIN),
        "status": "open",
        "phase": said["phase"],
        "evidence": evidence.blank(amount),
        "created_at": world.now(),
    }
    world.add(dispute)
    if said.get("deduct"):
        _take(world, dispute)
        world.save(dispute)
    emit(world, "payment.dispute.created", {"payment": payment, "dispute": dispute})
    return dispute


def resolve(world: World, dispute: Entity, status: str) -> Entity:
    """Become won, lost or closed. Losing debits the merchant, below zero if need be; winning gives back what was taken."""
    if dispute["status"] not in OPEN or status not in ("won", "lost", "closed"):
        raise ApiError(f"A dispute that is {dispute['status']} cannot become {status}.", field="status")
    dispute["status"] = status
    if status == "lost" and not dispute["amount_deducted"]:
        _take(world, dispute)
    if status != "lost" and dispute["amount_deducted"]:
        _post(world, dispute, -dispute["amount_deducted"], "dispute won")
        dispute["amount_deducted"] = 0
        dispute.private["given_back_at"] = world.now()
    world.save(dispute)
    tell(world, dispute, status)
    return dispute


def ask_for_more(world: World, dispute: Entity) -> Entity:
    """The bank wants more: the dispute is open again, and an event says so."""
    if dispute["status"] != "under_review":
        raise ApiError("Only a dispute under review can need more.", field="status")
    dispute.body |= {"status": "open", "respond_by": world.now() + RESPOND_WITHIN}
    world.save(dispute)
    tell(world, dispute, "action_required")
    return dispute


def tell(world: World, dispute: Entity, word: str) -> None:
    payment = world.fetch("payment", dispute["payment_id"])
    emit(world, f"payment.dispute.{word}", {"payment": payment, "dispute": dispute})


def _take(world: World, dispute: Entity) -> None:
    dispute["amount_deducted"] = dispute["amount"]
    dispute.private["taken_at"] = world.now()
    _post(world, dispute, dispute["amount"], "dispute")


def _post(world: World, dispute: Entity, amount: int, reason: str) -> None:
    ends = (money.merchant_account(dispute.merchant), money.DISPUTED)
    source, destination = ends if amount > 0 else ends[::-1]
    money.post(
        world,
        dispute.merchant,
        source=source,
        destination=destination,
        amount=abs(amount),
        reason=reason,
        ref=dispute.id,
    )

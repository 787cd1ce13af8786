"""Disputes: /v1/disputes, accept and contest. The control plane raises and resolves them."""

from typing import Any

from starlette.routing import Route

from . import fields, money
from .api import Call, route
from .entities import Entity, new_id
from .errors import ApiError
from .events import emit
from .listing import bodies, page
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


def every(call: Call) -> dict[str, Any]:
    return bodies(page(call, "dispute", "payment_id", "status"))


def _of_call(call: Call) -> Entity:
    return call.world.fetch("dispute", call.path["id"], call.merchant.id)


def fetch(call: Call) -> dict[str, Any]:
    return _of_call(call).body


def accept(call: Call) -> dict[str, Any]:
    return resolve(call.world, _of_call(call), "lost").body


def contest(call: Call) -> dict[str, Any]:
    dispute = _of_call(call)
    evidence = dict(call.body)
    action = evidence.pop("action", "draft")
    if action not in ("draft", "submit") or dispute["status"] != "open":
        raise ApiError("Only an open dispute can be contested, with action draft or submit.", field="action")
    fields.text(evidence, "summary", longest=1000)
    dispute["evidence"] = dispute["evidence"] | evidence
    if action == "submit":
        dispute["status"] = "under_review"
        payment = call.world.fetch("payment", dispute["payment_id"])
        emit(call.world, "payment.dispute.under_review", {"payment": payment, "dispute": dispute})
    call.world.save(dispute)
    return dispute.body


ROUTES: list[Route] = [
    route("GET", "/v1/disputes", every),
    route("GET", "/v1/disputes/{id}", fetch),
    route("POST", "/v1/disputes/{id}/accept", accept),
    route("PATCH", "/v1/disputes/{id}/contest", contest),
]

"""Asking for transfers: with an order, from a captured payment, or directly from the balance."""

from typing import Any

from . import fields, jobs, money
from .api import Call
from .entities import Entity, children, select
from .errors import ApiError
from .transfer_build import build
from .world import World


def _listed(call: Call) -> list[Any]:
    wanted = call.body.get("transfers")
    if not isinstance(wanted, list) or not wanted:
        raise ApiError("The transfers field is required.", field="transfers")
    return wanted


def from_order(call: Call, order: Entity) -> list[Entity]:
    made = [
        build(call, body, source=order.id, parent=order.id, status="created", currency=order["currency"])
        for body in _listed(call)
    ]
    if sum(transfer["amount"] for transfer in made) > order["amount"]:
        raise ApiError("The sum of amount requested for transfer is greater than the order amount", field="transfers")
    return [call.world.add(transfer) for transfer in made]


def from_payment(call: Call) -> list[Entity]:
    """Refused once anything was refunded, and beyond what the payment has left (fees count)."""
    payment = call.world.fetch("payment", call.path["id"], call.merchant.id)
    fields.refuse_unknown(call.body, ("transfers",))
    if not payment["captured"]:
        raise ApiError("Only captured payments can be transferred", metadata={"payment_id": payment.id})
    if payment["refund_status"] or payment["amount_refunded"]:
        raise ApiError("You cannot request a transfer on payment once a refund has been initiated.")
    made = [
        build(call, body, source=payment.id, parent=payment.id, status="pending", currency=payment["currency"])
        for body in _listed(call)
    ]
    before = [one for one in children(call.world.store, payment.id, "transfer") if one["status"] != "failed"]
    needed = sum(one["amount"] + money.transfer_fee(one["amount"])[0] for one in [*before, *made])
    if needed > payment["amount"]:
        raise ApiError("The sum of amount requested for transfer is greater than the captured amount")
    for transfer in made:
        call.world.add(transfer)
        jobs.schedule(call.world, "transfer.process", transfer.id)
    return made


def direct(call: Call) -> Entity:
    transfer = build(call, call.body, source=call.merchant.id, parent=None, status="pending")
    have = money.balance(call.world, money.merchant_account(call.merchant.id))
    if have < transfer["amount"] + money.transfer_fee(transfer["amount"])[0]:
        raise ApiError(
            "Account does not have sufficient balance to carry out transfer operation", reason="insufficient_balance"
        )
    return call.world.add(transfer)


def of_order(world: World, order: Entity) -> list[Entity]:
    """In the order they were asked for, before and after the payment took them over."""
    return select(world.store, "transfer", "json_extract(body, '$.source') = ?", order.id)[::-1]

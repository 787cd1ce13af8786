"""Asking for transfers: with an order, from a captured payment, or directly from the balance."""

from typing import Any

from . import accounts, fields, jobs, money
from .api import Call
from .entities import Entity, children, new_id, select
from .errors import ApiError
from .transfers import NO_ERROR
from .world import World

FIELDS = ("account", "amount", "currency", "notes", "linked_account_notes", "on_hold", "on_hold_until")


def hold(world: World, body: dict[str, Any]) -> tuple[bool, int | None]:
    """(on_hold, on_hold_until): a time without a hold, or in the past, is refused."""
    held = fields.flag(body, "on_hold")
    until = body.get("on_hold_until")
    if until is None:
        return held, None
    if isinstance(until, bool) or not isinstance(until, int) or until <= world.now():
        raise ApiError("The on hold until must be a time in the future.", field="on_hold_until")
    if not held:
        raise ApiError("on_hold_until is/are not required and should not be sent.", field="on_hold_until")
    return held, until


def build(call: Call, body: Any, *, source: str, parent: str | None, status: str) -> Entity:
    """One checked transfer, not stored yet."""
    if not isinstance(body, dict):
        raise ApiError("The transfers must be a list of objects.", field="transfers")
    fields.refuse_unknown(body, FIELDS)
    fields.require(body, "account")
    accounts.ready_for_transfers(call.world, call.merchant.id, body["account"])
    notes = fields.notes(body)
    shown = body.get("linked_account_notes") or []
    if not isinstance(shown, list) or any(name not in notes for name in shown):
        raise ApiError("The linked account notes must be keys of the notes.", field="linked_account_notes")
    held, until = hold(call.world, body)
    transfer = Entity(new_id("trf"), "transfer", call.merchant.id, {}, parent=parent)
    transfer.body = {
        "id": transfer.id,
        "entity": "transfer",
        "status": status,
        "source": source,
        "recipient": body["account"],
        "amount": fields.amount(body),
        "currency": fields.currency(body),
        "amount_reversed": 0,
        "fees": 0,
        "tax": 0,
        "notes": notes,
        "linked_account_notes": shown,
        "on_hold": held,
        "on_hold_until": until,
        "settlement_status": None,
        "recipient_settlement_id": None,
        "created_at": call.world.now(),
        "processed_at": None,
        "error": {**NO_ERROR, "id": transfer.id},
    }
    return transfer


def _listed(call: Call) -> list[Any]:
    wanted = call.body.get("transfers")
    if not isinstance(wanted, list) or not wanted:
        raise ApiError("The transfers field is required.", field="transfers")
    return wanted


def from_order(call: Call, order: Entity) -> list[Entity]:
    made = [build(call, body, source=order.id, parent=order.id, status="created") for body in _listed(call)]
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
    made = [build(call, body, source=payment.id, parent=payment.id, status="pending") for body in _listed(call)]
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

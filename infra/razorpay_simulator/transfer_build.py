"""One transfer out of what was asked for, checked field by field."""

from typing import Any

from . import accounts, fields
from .api import Call
from .entities import Entity, new_id
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


def build(call: Call, body: Any, *, source: str, parent: str | None, status: str, currency: str = "") -> Entity:
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
        "currency": fields.currency(body, of=currency),
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

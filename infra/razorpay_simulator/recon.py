"""The settlement recon report: /v1/settlements/recon/combined, one item per payment, refund, transfer, adjustment."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from starlette.routing import Route

from . import adjustments
from .api import Call, route
from .entities import Entity, select
from .errors import ApiError
from .listing import collection, whole_number

IST = timezone(timedelta(hours=5, minutes=30))


def period(query: dict[str, str]) -> tuple[int, int]:
    """Unix seconds [start, end) of the asked day or month, in Indian time."""
    year, month = whole_number(query, "year", 0, 9998), whole_number(query, "month", 0)
    if not 1 <= month <= 12:
        raise ApiError("The month is not a valid month.", field="month")
    try:
        start = datetime(year, month, whole_number(query, "day", 1, 31), tzinfo=IST)
    except ValueError:
        raise ApiError("The day is not a valid day.", field="day") from None
    next_month = (start.replace(day=1) + timedelta(days=32)).replace(day=1)
    end = start + timedelta(days=1) if "day" in query else next_month
    return int(start.astimezone(UTC).timestamp()), int(end.astimezone(UTC).timestamp())


def item(entity: Entity) -> dict[str, Any]:
    body, kind = entity.body, entity.kind
    fee = body.get("fee") or body.get("fees") or 0
    debit = {"payment": 0, "refund": body["amount"], "transfer": body["amount"] + fee}[kind]
    settled = body.get("settlement_status") == "settled"
    return {
        "entity_id": entity.id,
        "type": kind,
        "debit": debit,
        "credit": body["amount"] - fee if kind == "payment" else 0,
        "amount": body["amount"],
        "currency": body.get("currency", "INR"),
        "fee": fee,
        "tax": body.get("tax") or 0,
        "on_hold": bool(body.get("on_hold")),
        "settled": settled,
        "created_at": body["created_at"],
        "settled_at": None,
        "settlement_id": body.get("recipient_settlement_id"),
        "description": body.get("description"),
        # Unlike everywhere else, notes are a string here.
        "notes": "{}",
        "payment_id": body.get("payment_id"),
        "order_id": body.get("order_id"),
        "method": body.get("method"),
        "credit_type": "default",
        "dispute_id": None,
    }


def combined(call: Call) -> dict[str, Any]:
    start, end = period(call.query)
    mine = "merchant = ? AND created_at >= ? AND created_at < ?"
    bounds = (call.merchant.id, start, end)
    captured = f"{mine} AND json_extract(body, '$.captured')"
    processed = f"{mine} AND json_extract(body, '$.processed_at') IS NOT NULL"
    done = f"{mine} AND json_extract(body, '$.status') = 'processed'"
    rules = (("payment", captured), ("refund", done), ("transfer", processed))
    found = [entity for kind, where in rules for entity in select(call.world.store, kind, where, *bounds)]
    items = [item(entity) for entity in found] + adjustments.of_disputes(call.world, call.merchant.id, start, end)
    skip, count = whole_number(call.query, "skip", 0), whole_number(call.query, "count", 10, 1000)
    ordered = sorted(items, key=lambda one: int(one["created_at"]))
    return collection(ordered[skip : skip + count])


ROUTES: list[Route] = [route("GET", "/v1/settlements/recon/combined", combined)]

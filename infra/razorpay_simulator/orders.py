"""Orders: /v1/orders."""

from typing import Any

from starlette.routing import Route

from . import fields, transfer_requests
from .api import Call, route
from .capture_settings import capture_settings
from .entities import Entity, children, new_id
from .errors import ApiError
from .listing import bodies, collection, page

FIELDS = (
    "amount",
    "currency",
    "receipt",
    "notes",
    "partial_payment",
    "first_payment_min_amount",
    "transfers",
    "payment",
)
RECEIPT_LENGTH_MAX = 40


def create(call: Call) -> dict[str, Any]:
    fields.refuse_unknown(call.body, FIELDS)
    amount = fields.amount(call.body, too_small="Order amount less than minimum amount allowed")
    order = Entity(
        id=new_id("order"),
        kind="order",
        merchant=call.merchant.id,
        private=capture_settings(call.body),
        body={
            "entity": "order",
            "amount": amount,
            "amount_paid": 0,
            "amount_due": amount,
            "currency": fields.currency(call.body),
            # A receipt "has to be unique", yet whether a second one is refused is not documented: it is not.
            "receipt": fields.text(call.body, "receipt", longest=RECEIPT_LENGTH_MAX),
            "offer_id": None,
            "status": "created",
            "attempts": 0,
            "notes": fields.notes(call.body),
            "created_at": call.world.now(),
        },
    )
    order.body = {"id": order.id, **order.body}
    if fields.flag(call.body, "partial_payment"):
        raise ApiError("Partial payments are not simulated.", field="partial_payment")
    call.world.add(order)
    if "transfers" not in call.body:
        return order.body
    transfers = transfer_requests.from_order(call, order)
    return {**order.body, "transfers": [transfer.body for transfer in transfers]}


def fetch(call: Call) -> dict[str, Any]:
    order = call.world.fetch("order", call.path["id"], call.merchant.id)
    if call.query.get("expand[]") != "transfers":
        return order.body
    return {**order.body, "transfers": bodies(transfer_requests.of_order(call.world, order))}


def every(call: Call) -> dict[str, Any]:
    return collection([order.body for order in page(call, "order", "receipt", "status")])


def payments(call: Call) -> dict[str, Any]:
    order = call.world.fetch("order", call.path["id"], call.merchant.id)
    return bodies(children(call.world.store, order.id, "payment"))


def edit(call: Call) -> dict[str, Any]:
    """Only notes can change after creation."""
    order = call.world.fetch("order", call.path["id"], call.merchant.id)
    fields.refuse_unknown(call.body, ("notes",))
    order["notes"] = fields.notes(call.body)
    call.world.save(order)
    return order.body


ROUTES: list[Route] = [
    route("POST", "/v1/orders", create),
    route("GET", "/v1/orders", every),
    route("GET", "/v1/orders/{id}", fetch),
    route("PATCH", "/v1/orders/{id}", edit),
    route("GET", "/v1/orders/{id}/payments", payments),
]

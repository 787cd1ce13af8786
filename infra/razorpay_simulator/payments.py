"""Payments: /v1/payments. They are made at the checkout (attempts.py), here they are read and captured."""

from typing import Any

from starlette.routing import Route

from . import captures, fields
from .api import Call, route
from .errors import ApiError
from .listing import collection, page


def every(call: Call) -> dict[str, Any]:
    return collection([payment.body for payment in page(call, "payment", "order_id", "status")])


def fetch(call: Call) -> dict[str, Any]:
    return call.world.fetch("payment", call.path["id"], call.merchant.id).body


def capture(call: Call) -> dict[str, Any]:
    payment = call.world.fetch("payment", call.path["id"], call.merchant.id)
    fields.refuse_unknown(call.body, ("amount", "currency"))
    amount = fields.amount(call.body)
    fields.currency({"currency": call.body.get("currency", "INR")}, of=payment["currency"])
    where = {"payment_id": payment.id, "order_id": payment["order_id"]}
    if payment["captured"]:
        raise ApiError("This payment has already been captured", metadata=where)
    if payment["status"] != "authorized":
        raise ApiError("Only payments which have been authorized and not yet captured can be captured", metadata=where)
    if amount != payment["amount"]:
        raise ApiError("Capture amount must be equal to the amount authorized", field="amount", metadata=where)
    order = call.world.fetch("order", payment["order_id"])
    if order["status"] == "paid":
        raise ApiError("This order has already been paid.", metadata=where)
    captures.capture(call.world, payment, order)
    return payment.body


def edit(call: Call) -> dict[str, Any]:
    payment = call.world.fetch("payment", call.path["id"], call.merchant.id)
    fields.refuse_unknown(call.body, ("notes",))
    payment["notes"] = fields.notes(call.body)
    call.world.save(payment)
    return payment.body


ROUTES: list[Route] = [
    route("GET", "/v1/payments", every),
    route("GET", "/v1/payments/{id}", fetch),
    route("PATCH", "/v1/payments/{id}", edit),
    route("POST", "/v1/payments/{id}/capture", capture),
]

"""Refunds over HTTP: /v1/refunds, /v1/payments/:id/refund(s)."""

from typing import Any

from starlette.routing import Route

from . import fields, refunds
from .api import Call, route
from .errors import ApiError
from .listing import bodies, page

FIELDS = ("amount", "speed", "notes", "receipt", "reverse_all")
HEADER = "X-Refund-Idempotency"


def _create(call: Call, payment_id: str) -> dict[str, Any]:
    payment = call.world.fetch("payment", payment_id, call.merchant.id)
    left = payment["amount"] - payment["amount_refunded"]
    amount = fields.amount(call.body) if "amount" in call.body else left
    speed = call.body.get("speed", "normal")
    if speed not in ("normal", "optimum"):
        raise ApiError("The selected speed is invalid.", field="speed")
    given = {"speed": speed, "notes": fields.notes(call.body), "receipt": fields.text(call.body, "receipt", longest=40)}
    refund = refunds.build(call.world, payment, amount, **given)
    return refunds.create(call.world, payment, refund, reversing=fields.flag(call.body, "reverse_all")).body


def create_of_payment(call: Call) -> dict[str, Any]:
    fields.refuse_unknown(call.body, FIELDS)
    return _create(call, call.path["id"])


def create(call: Call) -> dict[str, Any]:
    fields.refuse_unknown(call.body, (*FIELDS, "payment_id"))
    fields.require(call.body, "payment_id")
    return _create(call, str(call.body["payment_id"]))


def every(call: Call) -> dict[str, Any]:
    return bodies(page(call, "refund", "payment_id", "status"))


def of_payment(call: Call) -> dict[str, Any]:
    payment = call.world.fetch("payment", call.path["id"], call.merchant.id)
    return bodies(page(call, "refund", parent=payment.id))


def fetch(call: Call) -> dict[str, Any]:
    return call.world.fetch("refund", call.path["id"], call.merchant.id).body


def fetch_of_payment(call: Call) -> dict[str, Any]:
    refund = call.world.fetch("refund", call.path["refund"], call.merchant.id)
    call.world.fetch("payment", call.path["id"], call.merchant.id)
    if refund["payment_id"] != call.path["id"]:
        raise ApiError("The id provided does not exist")
    return refund.body


def edit(call: Call) -> dict[str, Any]:
    refund = call.world.fetch("refund", call.path["id"], call.merchant.id)
    fields.refuse_unknown(call.body, ("notes",))
    refund["notes"] = fields.notes(call.body)
    call.world.save(refund)
    return refund.body


ROUTES: list[Route] = [
    route("POST", "/v1/payments/{id}/refund", create_of_payment, header=HEADER),
    route("GET", "/v1/payments/{id}/refunds", of_payment),
    route("GET", "/v1/payments/{id}/refunds/{refund}", fetch_of_payment),
    route("POST", "/v1/refunds", create, header=HEADER),
    route("GET", "/v1/refunds", every),
    route("GET", "/v1/refunds/{id}", fetch),
    route("PATCH", "/v1/refunds/{id}", edit),
]

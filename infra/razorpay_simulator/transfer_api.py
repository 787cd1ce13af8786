"""Transfers and reversals over HTTP: /v1/transfers, /v1/payments/:id/transfers."""

from typing import Any

from starlette.routing import Route

from . import fields, reversals, transfer_build, transfer_requests, transfers
from .api import Call, route
from .entities import children
from .errors import ApiError
from .listing import bodies, page


def create_direct(call: Call) -> dict[str, Any]:
    transfer = transfer_requests.direct(call)
    transfers.process(call.world, transfer.id)
    return call.world.fetch("transfer", transfer.id).body


def create_from_payment(call: Call) -> dict[str, Any]:
    return bodies(transfer_requests.from_payment(call))


def every(call: Call) -> dict[str, Any]:
    return bodies(page(call, "transfer", "recipient", "recipient_settlement_id", "source", "status"))


def of_payment(call: Call) -> dict[str, Any]:
    payment = call.world.fetch("payment", call.path["id"], call.merchant.id)
    return bodies(children(call.world.store, payment.id, "transfer"))


def fetch(call: Call) -> dict[str, Any]:
    return call.world.fetch("transfer", call.path["id"], call.merchant.id).body


def edit(call: Call) -> dict[str, Any]:
    """Hold or release the settlement of a transfer; not once it is settled."""
    transfer = call.world.fetch("transfer", call.path["id"], call.merchant.id)
    fields.refuse_unknown(call.body, ("on_hold", "on_hold_until"))
    fields.require(call.body, "on_hold")
    held, until = transfer_build.hold(call.world, call.body)
    if transfer["settlement_status"] == "settled":
        raise ApiError("The transfer has already been settled.", field="on_hold")
    transfers.set_hold(call.world, transfer, held=held, until=until)
    return transfer.body


def reverse(call: Call) -> dict[str, Any]:
    transfer = call.world.fetch("transfer", call.path["id"], call.merchant.id)
    fields.refuse_unknown(call.body, ("amount", "notes", "linked_account_notes"))
    left = transfer["amount"] - transfer["amount_reversed"]
    amount = fields.amount(call.body) if "amount" in call.body else left
    return reversals.reverse(call.world, transfer, amount=amount, notes=fields.notes(call.body)).body


def every_reversal(call: Call) -> dict[str, Any]:
    transfer = call.world.fetch("transfer", call.path["id"], call.merchant.id)
    return bodies(children(call.world.store, transfer.id, "reversal"))


ROUTES: list[Route] = [
    route("POST", "/v1/transfers", create_direct, header="X-Transfer-Idempotency"),
    route("GET", "/v1/transfers", every),
    route("GET", "/v1/transfers/{id}", fetch),
    route("PATCH", "/v1/transfers/{id}", edit),
    route("POST", "/v1/transfers/{id}/reversals", reverse),
    route("GET", "/v1/transfers/{id}/reversals", every_reversal),
    route("POST", "/v1/payments/{id}/transfers", create_from_payment),
    route("GET", "/v1/payments/{id}/transfers", of_payment),
]

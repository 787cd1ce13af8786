"""Disputes over HTTP: /v1/disputes, accept and contest."""

from typing import Any

from starlette.routing import Route

from . import disputes, fields
from .api import Call, route
from .entities import Entity
from .errors import ApiError
from .events import emit
from .listing import bodies, page


def every(call: Call) -> dict[str, Any]:
    return bodies(page(call, "dispute", "payment_id", "status"))


def _of_call(call: Call) -> Entity:
    return call.world.fetch("dispute", call.path["id"], call.merchant.id)


def fetch(call: Call) -> dict[str, Any]:
    return _of_call(call).body


def accept(call: Call) -> dict[str, Any]:
    return disputes.resolve(call.world, _of_call(call), "lost").body


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

"""Disputes over HTTP: /v1/disputes, accept and contest."""

from typing import Any

from starlette.routing import Route

from . import disputes, evidence
from .api import Call, route
from .entities import Entity
from .errors import ApiError
from .listing import bodies, page


def every(call: Call) -> dict[str, Any]:
    return bodies(page(call, "dispute", "payment_id", "status"))


def _of_call(call: Call) -> Entity:
    return call.world.fetch("dispute", call.path["id"], call.merchant.id)


def _answerable(call: Call) -> Entity:
    """Only an open dispute is answered, and in time."""
    dispute = _of_call(call)
    if dispute["status"] != "open":
        raise ApiError(f"Action not allowed: the dispute is in {dispute['status']} status.", field="action")
    if dispute["respond_by"] < call.world.now():
        raise ApiError("The time to respond to this dispute is over.", field="action")
    return dispute


def fetch(call: Call) -> dict[str, Any]:
    return _of_call(call).body


def accept(call: Call) -> dict[str, Any]:
    return disputes.resolve(call.world, _answerable(call), "lost").body


def contest(call: Call) -> dict[str, Any]:
    """A draft is kept and changes nothing; submitting needs a document, and the bank looks at it."""
    dispute = _answerable(call)
    action = call.body.get("action", "draft")
    if action not in ("draft", "submit"):
        raise ApiError("The selected action is invalid.", field="action")
    dispute["evidence"] = evidence.given(call.world, call.merchant.id, dispute, call.body)
    if action == "submit" and not evidence.documents(dispute["evidence"]):
        raise ApiError("At least one document is needed to contest a dispute.", field="action")
    if action == "submit":
        dispute["evidence"]["submitted_at"] = call.world.now()
        dispute["status"] = "under_review"
    call.world.save(dispute)
    if action == "submit":
        disputes.tell(call.world, dispute, "under_review")
    return dispute.body


ROUTES: list[Route] = [
    route("GET", "/v1/disputes", every),
    route("GET", "/v1/disputes/{id}", fetch),
    route("POST", "/v1/disputes/{id}/accept", accept),
    route("PATCH", "/v1/disputes/{id}/contest", contest),
]

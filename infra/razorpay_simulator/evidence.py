"""What a merchant says against a dispute: one amount, one summary, documents by kind."""

from collections.abc import Mapping
from typing import Any

from . import fields
from .entities import get
from .errors import ApiError
from .world import World

KINDS = (
    "shipping_proof",
    "billing_proof",
    "cancellation_proof",
    "customer_communication",
    "proof_of_service",
    "explanation_letter",
    "refund_confirmation",
    "access_activity_log",
    "refund_cancellation_policy",
    "term_and_conditions",
)
SUMMARY_LENGTH_MAX = 1000


def blank(amount: int) -> dict[str, Any]:
    """The whole amount is contested unless something else is said."""
    return {"amount": amount, "summary": None, **dict.fromkeys(KINDS), "others": None, "submitted_at": None}


def given(world: World, merchant: str, dispute: Any, body: dict[str, Any]) -> dict[str, Any]:
    """The evidence with what this call adds. Raises ApiError for a document that is not the merchant's."""
    fields.refuse_unknown(body, ("amount", "summary", "others", "action", *KINDS))
    found = dict(dispute["evidence"])
    if "amount" in body:
        found["amount"] = fields.amount(body)
        if found["amount"] > dispute["amount"]:
            raise ApiError("The contest amount may not be greater than the dispute amount.", field="amount")
    if "summary" in body:
        found["summary"] = fields.text(body, "summary", longest=SUMMARY_LENGTH_MAX)
    for kind in KINDS:
        if kind in body:
            found[kind] = _documents(world, merchant, kind, body[kind])
    if "others" in body:
        found["others"] = [_other(world, merchant, one) for one in body["others"] or []] or None
    return found


def documents(evidence: Mapping[str, Any]) -> list[str]:
    named = [one for kind in KINDS for one in evidence[kind] or []]
    return named + [one for other in evidence["others"] or [] for one in other["document_ids"]]


def _other(world: World, merchant: str, one: Any) -> dict[str, Any]:
    if not isinstance(one, dict) or not isinstance(one.get("type"), str):
        raise ApiError("The others must be a list of type and document ids.", field="others")
    return {"type": one["type"], "document_ids": _documents(world, merchant, "others", one.get("document_ids")) or []}


def _documents(world: World, merchant: str, name: str, ids: Any) -> list[str] | None:
    if not ids:
        return None
    if not isinstance(ids, list):
        raise ApiError(f"The {name} must be a list of document ids.", field=name)
    for one in ids:
        if get(world.store, "document", str(one), merchant) is None:
            raise ApiError(f"{one} is not a valid id", field=name)
    return [str(one) for one in ids]

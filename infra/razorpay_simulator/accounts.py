"""Linked accounts of Route: /v2/accounts."""

import re
from typing import Any

from starlette.routing import Route

from . import fields
from .account_rules import check
from .api import Call, route
from .entities import Entity, get, new_id
from .errors import ApiError, malformed_id
from .world import World

ID = re.compile(r"acc_[A-Za-z0-9]{14}")


def create(call: Call) -> dict[str, Any]:
    body = call.body
    fields.require(body, "email", "phone", "type", "legal_business_name", "business_type", "profile")
    if body["type"] != "route":
        raise ApiError("The selected type is invalid.", field="type")
    fields.require(fields.mapping(body, "profile"), "category", "subcategory")
    check(call, body)
    account = Entity(new_id("acc"), "account", call.merchant.id, {})
    account.body = {
        "id": account.id,
        "type": "route",
        "status": "created",
        "email": body["email"],
        "profile": body["profile"],
        "notes": fields.notes(body),
        "created_at": call.world.now(),
        "phone": str(body["phone"]),
        "contact_name": body.get("contact_name"),
        "reference_id": body.get("reference_id"),
        "business_type": body["business_type"],
        "legal_business_name": body["legal_business_name"],
        "customer_facing_business_name": body.get("customer_facing_business_name") or body["legal_business_name"],
        "legal_info": body.get("legal_info") or {},
    }
    return call.world.add(account).body


def fetch(call: Call) -> dict[str, Any]:
    return of_call(call).body


def edit(call: Call) -> dict[str, Any]:
    account = of_call(call)
    check(call, call.body, account.id)
    if call.body.get("business_type", account["business_type"]) != account["business_type"]:
        raise ApiError("business_type cannot be changed.", field="business_type")
    account.body |= {**call.body, "notes": fields.notes(call.body) or account["notes"]}
    call.world.save(account)
    return account.body


def of_call(call: Call) -> Entity:
    return call.world.fetch("account", call.path["account"], call.merchant.id)


def ready_for_transfers(world: World, merchant: str, account_id: Any) -> None:
    """A transfer needs an account of this merchant whose Route product is activated."""
    if not isinstance(account_id, str) or not ID.fullmatch(account_id):
        raise malformed_id(str(account_id))
    account = get(world.store, "account", account_id, merchant)
    if account is None:
        raise ApiError("Linked account does not exist", field="account", reason="linked_account_id_does_not_exist")
    if not account.private.get("activated"):
        raise ApiError("The linked account is not activated for transfers.", field="account")


ROUTES: list[Route] = [
    route("POST", "/v2/accounts", create),
    route("GET", "/v2/accounts/{account}", fetch),
    route("PATCH", "/v2/accounts/{account}", edit),
]

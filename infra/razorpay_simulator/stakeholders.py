"""Stakeholders, the people behind a linked account: /v2/accounts/:id/stakeholders."""

from typing import Any

from starlette.routing import Route

from . import accounts, fields, magic
from .api import Call, route
from .entities import Entity, children, new_id
from .errors import ApiError
from .listing import bodies

FIELDS = ("name", "email", "percentage_ownership", "relationship", "phone", "addresses", "kyc", "notes")


def check(body: dict[str, Any]) -> None:
    fields.refuse_unknown(body, FIELDS)
    fields.text(body, "name", longest=255)
    pan = fields.text(fields.mapping(body, "kyc"), "pan", longest=10)
    if pan and (not magic.PAN.fullmatch(pan) or pan[3] != "P"):
        raise ApiError("The pan format is invalid.", field="kyc.pan")


def create(call: Call) -> dict[str, Any]:
    account = accounts.of_call(call)
    fields.require(call.body, "name")
    check(call.body)
    stakeholder = Entity(new_id("sth"), "stakeholder", call.merchant.id, {}, parent=account.id)
    given = {name: call.body.get(name) for name in FIELDS if name in call.body}
    stakeholder.body = {"id": stakeholder.id, "entity": "stakeholder", **given, "notes": fields.notes(call.body)}
    return call.world.add(stakeholder).body


def _of_call(call: Call) -> Entity:
    account = accounts.of_call(call)
    stakeholder = call.world.fetch("stakeholder", call.path["id"], call.merchant.id)
    if stakeholder.parent != account.id:
        raise ApiError("The id provided does not exist")
    return stakeholder


def fetch(call: Call) -> dict[str, Any]:
    return _of_call(call).body


def every(call: Call) -> dict[str, Any]:
    return bodies(children(call.world.store, accounts.of_call(call).id, "stakeholder"))


def edit(call: Call) -> dict[str, Any]:
    stakeholder = _of_call(call)
    check(call.body)
    stakeholder.body |= {**call.body, "notes": fields.notes(call.body) or stakeholder["notes"]}
    call.world.save(stakeholder)
    return stakeholder.body


ROUTES: list[Route] = [
    route("POST", "/v2/accounts/{account}/stakeholders", create),
    route("GET", "/v2/accounts/{account}/stakeholders", every),
    route("GET", "/v2/accounts/{account}/stakeholders/{id}", fetch),
    route("PATCH", "/v2/accounts/{account}/stakeholders/{id}", edit),
]

"""The Route product of a linked account: /v2/accounts/:id/products. How it becomes active is in activation.py."""

from typing import Any

from starlette.routing import Route

from . import accounts, activation, fields
from .api import Call, route
from .entities import Entity, children, new_id
from .errors import ApiError

FIELDS = ("product_name", "tnc_accepted", "settlements", "ip")


def _settlements(body: dict[str, Any]) -> dict[str, str]:
    given = fields.mapping(body, "settlements")
    fields.refuse_unknown(given, activation.SETTLEMENT_FIELDS)
    return {name: (fields.text(given, name, longest=120) or "").strip() for name in given}


def create(call: Call) -> dict[str, Any]:
    account = accounts.of_call(call)
    fields.refuse_unknown(call.body, FIELDS)
    fields.require(call.body, "product_name")
    if call.body["product_name"] != "route":
        raise ApiError("The selected product name is invalid.", field="product_name")
    if not call.body.get("tnc_accepted"):
        raise ApiError("The tnc accepted must be accepted.", field="tnc_accepted")
    existing = children(call.world.store, account.id, "product")
    if existing:
        return existing[0].body
    now = call.world.now()
    empty = dict.fromkeys(activation.SETTLEMENT_FIELDS)
    product = Entity(new_id("acc_prd"), "product", call.merchant.id, {}, parent=account.id)
    product.body = {
        "id": product.id,
        "product_name": "route",
        "activation_status": "requested",
        "requirements": [],
        "active_configuration": {"settlements": empty | _settlements(call.body)},
        "requested_configuration": [],
        "tnc": {"id": new_id("tnc"), "accepted": True, "accepted_at": now},
        "account_id": account.id,
        "requested_at": now,
    }
    call.world.add(product)
    activation.assess(call.world, product)
    return product.body


def of_call(call: Call) -> Entity:
    account = accounts.of_call(call)
    product = call.world.fetch("product", call.path["id"], call.merchant.id)
    if product.parent != account.id:
        raise ApiError("The id provided does not exist")
    return product


def fetch(call: Call) -> dict[str, Any]:
    return of_call(call).body


def edit(call: Call) -> dict[str, Any]:
    product = of_call(call)
    fields.refuse_unknown(call.body, FIELDS)
    if product["activation_status"] == "activated" and "settlements" in call.body:
        raise ApiError("Bank details of an activated account can be changed only through support.", field="settlements")
    product["active_configuration"]["settlements"] |= _settlements(call.body)
    activation.assess(call.world, product)
    return product.body


def terms(call: Call) -> dict[str, Any]:
    content = {"terms": "https://www.razorpay.com/terms/", "privacy": "https://www.razorpay.com/privacy/"}
    name = call.path["name"]
    return {"entity": "tnc_map", "product_name": name, "id": "tnc_map_HjOVhIdpVDZ0FB", "content": content}


ROUTES: list[Route] = [
    route("GET", "/v2/products/{name}/tnc", terms),
    route("POST", "/v2/accounts/{account}/products", create),
    route("GET", "/v2/accounts/{account}/products/{id}", fetch),
    route("PATCH", "/v2/accounts/{account}/products/{id}", edit),
]

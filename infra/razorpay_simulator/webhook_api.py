"""Webhooks over HTTP: /v1/webhooks."""

from typing import Any

from starlette.routing import Route

from . import fields, webhooks
from .api import Call, route
from .entities import Entity
from .errors import ApiError
from .listing import bodies, page

FIELDS = ("url", "secret", "events", "active", "alert_email")


def _events(given: Any) -> dict[str, bool]:
    """A list of names or a map of name to bool; events that are not named are not sent. Empty means all."""
    if isinstance(given, list):
        given = {str(name): True for name in given}
    if not isinstance(given, dict):
        raise ApiError("The events must be a list.", field="events")
    return {str(name): bool(wanted) for name, wanted in given.items()}


def create(call: Call) -> dict[str, Any]:
    fields.refuse_unknown(call.body, FIELDS)
    fields.require(call.body, "url")
    webhook = webhooks.ensure(call.world, call.merchant.id, call.body["url"], str(call.body.get("secret") or ""))
    return _change(call, webhook)


def _change(call: Call, webhook: Entity) -> dict[str, Any]:
    if "events" in call.body:
        webhook["events"] = _events(call.body["events"])
    if "active" in call.body:
        webhook["active"] = fields.flag(call.body, "active")
    if "url" in call.body:
        webhook["url"] = webhooks.check_url(call.body["url"])
    if call.body.get("secret"):
        webhook.private["secret"] = str(call.body["secret"])
    call.world.save(webhook)
    return webhook.body


def edit(call: Call) -> dict[str, Any]:
    fields.refuse_unknown(call.body, FIELDS)
    return _change(call, call.world.fetch("webhook", call.path["id"], call.merchant.id))


def fetch(call: Call) -> dict[str, Any]:
    return call.world.fetch("webhook", call.path["id"], call.merchant.id).body


def every(call: Call) -> dict[str, Any]:
    return bodies(page(call, "webhook"))


ROUTES: list[Route] = [
    route("POST", "/v1/webhooks", create),
    route("GET", "/v1/webhooks", every),
    route("GET", "/v1/webhooks/{id}", fetch),
    route("PUT", "/v1/webhooks/{id}", edit),
]

"""Webhooks: where a merchant wants its events. /v1/webhooks, and the one given at start."""

from typing import Any
from urllib.parse import urlsplit

from starlette.routing import Route

from . import fields
from .api import Call, route
from .entities import Entity, new_id, select
from .errors import ApiError
from .listing import bodies, page
from .world import World

FIELDS = ("url", "secret", "events", "active", "alert_email")
WEBHOOKS_MAX = 30


def check_url(url: Any) -> str:
    parts = urlsplit(str(url))
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ApiError("The url format is invalid.", field="url")
    return str(url)


def ensure(world: World, merchant: str, url: str, secret: str) -> Entity:
    """The webhook of this URL, with this secret. A secret that changes signs later events only."""
    check_url(url)
    for webhook in select(world.store, "webhook", "merchant = ?", merchant):
        if webhook["url"] == url:
            webhook.private["secret"] = secret
            webhook["active"] = True
            world.save(webhook)
            return webhook
    if world.store.number("SELECT COUNT(*) FROM entities WHERE kind = 'webhook' AND merchant = ?", merchant) >= 30:
        raise ApiError(f"A merchant may have at most {WEBHOOKS_MAX} webhooks.")
    webhook = Entity(new_id("hook"), "webhook", merchant, {}, private={"secret": secret})
    webhook.body = {
        "id": webhook.id,
        "entity": "webhook",
        "url": url,
        "events": {},
        "active": True,
        "secret_exists": bool(secret),
        "created_at": world.now(),
    }
    return world.add(webhook)


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
    webhook = ensure(call.world, call.merchant.id, call.body["url"], str(call.body.get("secret") or ""))
    return _change(call, webhook)


def _change(call: Call, webhook: Entity) -> dict[str, Any]:
    if "events" in call.body:
        webhook["events"] = _events(call.body["events"])
    if "active" in call.body:
        webhook["active"] = fields.flag(call.body, "active")
    if "url" in call.body:
        webhook["url"] = check_url(call.body["url"])
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

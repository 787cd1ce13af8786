"""Webhooks: where a merchant wants its events, several places if need be."""

from typing import Any

from .entities import Entity, new_id, select
from .errors import ApiError
from .fields import is_web_url
from .world import World

WEBHOOKS_MAX = 30


def check_url(url: Any) -> str:
    if not is_web_url(str(url)):
        raise ApiError("The url format is invalid.", field="url")
    return str(url)


def ensure(world: World, merchant: str, url: str, secret: str) -> Entity:
    """The webhook of this URL, with this secret. A secret that changes signs later events only."""
    check_url(url)
    existing = select(world.store, "webhook", "merchant = ?", merchant)
    for webhook in existing:
        if webhook["url"] == url:
            webhook.private["secret"] = secret
            webhook["active"] = True
            world.save(webhook)
            return webhook
    if len(existing) >= WEBHOOKS_MAX:
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

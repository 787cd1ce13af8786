"""Events: a snapshot of what happened, queued for every webhook of the merchant in the same transaction."""

import json
import secrets
from typing import Any

from .entities import Entity, select
from .knobs import Knobs
from .world import World


def emit(
    world: World, name: str, entities: dict[str, Entity], *, account: str = "", extra: dict[str, Any] | None = None
) -> str:
    """Record `name` with the entities it contains; return the event id. `account` is a linked account's id."""
    merchant = next(iter(entities.values())).merchant
    stale = "payment" in entities and Knobs.load(world).spend(world, "stale")
    body = {
        "entity": "event",
        "account_id": account or merchant,
        "event": name,
        "contains": list(entities),
        "payload": {
            kind: {"entity": _snapshot(entity, stale=stale), **(extra or {})} for kind, entity in entities.items()
        },
        "created_at": world.now(),
    }
    event_id = secrets.token_urlsafe(11)[:14].replace("-", "a").replace("_", "b")
    world.store.run(
        "INSERT INTO events (id, merchant, name, body, created_at) VALUES (?, ?, ?, ?, ?)",
        *(event_id, merchant, name, json.dumps(body, separators=(",", ":")).encode(), world.time()),
    )
    for webhook in select(world.store, "webhook", "merchant = ?", merchant):
        if webhook["active"] and webhook["events"].get(name, not webhook["events"]):
            queue(world, event_id, webhook)
    return event_id


def _snapshot(entity: Entity, *, stale: bool) -> dict[str, Any]:
    """As it is; of a payment, when asked for, as it was while it was only authorised."""
    before = {"status": "authorized", "captured": False, "fee": None, "tax": None}
    return entity.snapshot() | (before if stale and entity.kind == "payment" else {})


def queue(world: World, event_id: str, webhook: Entity) -> None:
    knobs = Knobs.load(world)
    state = "dropped" if knobs.spend(world, "drop") else "held" if knobs.reorder else "pending"
    for _ in range(1 + knobs.duplicate):
        world.store.run(
            "INSERT INTO deliveries (event, webhook, secret, state, next_at) VALUES (?, ?, ?, ?, ?)",
            *(event_id, webhook.id, webhook.private["secret"], state, world.time() + knobs.delay),
        )
    if knobs.reorder and world.store.number("SELECT COUNT(*) FROM deliveries WHERE state = 'held'") >= knobs.reorder:
        release_held(world)


def release_held(world: World) -> int:
    """Let held deliveries go, last first; return how many."""
    held = world.store.rows("SELECT seq FROM deliveries WHERE state = 'held' ORDER BY seq DESC")
    for place, row in enumerate(held):
        world.store.run(
            "UPDATE deliveries SET state = 'pending', next_at = ? WHERE seq = ?",
            *(world.time() - 1 + place / 10_000, row["seq"]),
        )
    return len(held)

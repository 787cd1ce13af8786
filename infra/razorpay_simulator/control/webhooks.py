"""Knobs of the webhook engine, its deliveries, and sending something again."""

import random
from dataclasses import asdict
from typing import Any

from infra.razorpay_simulator import events
from infra.razorpay_simulator.entities import get
from infra.razorpay_simulator.errors import ApiError
from infra.razorpay_simulator.knobs import Knobs

from .base import Command, control

LISTED_MAX = 500


def knobs(command: Command) -> dict[str, Any]:
    return asdict(Knobs.load(command.world))


def change(command: Command) -> dict[str, Any]:
    found = Knobs.load(command.world)
    found.change(command.world, command.body)
    if not found.reorder:
        events.release_held(command.world)
    return asdict(found)


def flush(command: Command) -> dict[str, Any]:
    """Send what is held for reordering, and make every waiting retry due now."""
    released = events.release_held(command.world)
    due = command.world.store.run("UPDATE deliveries SET next_at = 0 WHERE state = 'pending'")
    return {"released": released, "due": due}


def deliveries(command: Command) -> dict[str, Any]:
    rows = command.world.store.rows(
        "SELECT d.seq, d.event AS event_id, e.name AS event, d.webhook, d.state, d.attempts, d.next_at, d.last_status,"
        " d.last_error, d.delivered_at, CAST(e.body AS TEXT) AS body FROM deliveries d JOIN events e ON e.id = d.event"
        " WHERE (? = '' OR d.state = ?) AND (? = '' OR e.name = ?) ORDER BY d.seq DESC LIMIT ?",
        *(command.query.get("state", ""),) * 2,
        *(command.query.get("event", ""),) * 2,
        LISTED_MAX,
    )
    return {"deliveries": [dict(row) for row in rows]}


def redeliver(command: Command) -> dict[str, Any]:
    """Queue events again under their own id: all of them, one id, or all of a name; `times` each, in order or not."""
    command.take("event", "times", "shuffle")
    wanted, store = command.text("event"), command.world.store
    rows = store.rows("SELECT * FROM events WHERE ? IN ('', id, name) ORDER BY seq", wanted)
    if not rows:
        raise ApiError(f"No event has the id or name {wanted!r}.", field="event")
    queue = [row for row in rows for _ in range(int(command.number("times", 1)))]
    if command.body.get("shuffle"):
        random.shuffle(queue)
    for place, event in enumerate(queue):
        for earlier in store.rows("SELECT DISTINCT webhook FROM deliveries WHERE event = ?", event["id"]):
            webhook = get(store, "webhook", earlier["webhook"])
            if webhook:
                store.run(
                    "INSERT INTO deliveries (event, webhook, secret, state, next_at) VALUES (?, ?, ?, 'pending', ?)",
                    *(event["id"], webhook.id, webhook.private["secret"], command.world.time() - 1 + place / 10_000),
                )
    return {"queued": len(queue)}


ROUTES = [
    control("GET", "/webhooks", knobs),
    control("POST", "/webhooks", change),
    control("POST", "/webhooks/flush", flush),
    control("GET", "/deliveries", deliveries),
    control("POST", "/deliveries/redeliver", redeliver),
]

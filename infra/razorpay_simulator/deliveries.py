"""The webhook engine's book: what is due, what became of an attempt, when the next one is."""

import sqlite3
from dataclasses import replace

from .knobs import Knobs
from .sender import GARBAGE, Parcel
from .world import World

GIVE_UP_AFTER = 24 * 3600.0


def due(world: World, busy: set[str]) -> list[sqlite3.Row]:
    """The next delivery of each webhook that is not in the middle of one: a webhook's order is kept."""
    if Knobs.load(world).paused:
        return []
    rows = world.store.rows(
        "SELECT * FROM deliveries WHERE state = 'pending' AND next_at <= ? ORDER BY next_at, seq LIMIT 200",
        world.time(),
    )
    first: dict[str, sqlite3.Row] = {}
    for row in rows:
        if row["webhook"] not in busy:
            first.setdefault(row["webhook"], row)
    return list(first.values())


def parcel(world: World, delivery: sqlite3.Row) -> Parcel:
    event = world.store.row("SELECT * FROM events WHERE id = ?", delivery["event"])
    webhook = world.fetch("webhook", delivery["webhook"])
    body = bytes(event["body"]) if event else b""
    made = Parcel(webhook["url"], delivery["event"], body, delivery["secret"], world.options.webhook_host_header)
    knobs = Knobs.load(world)
    if knobs.spend(world, "wrong_secret"):
        made = replace(made, secret="not the secret")  # noqa: S106 - the point of this knob
    if knobs.spend(world, "garbage"):
        made = replace(made, body=GARBAGE)
    return made


def backoff(world: World, attempts: int) -> float:
    """Seconds until the next attempt, doubling: Razorpay does not publish its own steps."""
    return min(world.options.retry_base * 2.0 ** (attempts - 1), world.options.retry_cap)


def record(world: World, seq: int, status: int | None, error: str | None) -> None:
    """A success ends it. A failure waits for the next attempt; 24 hours of failure switch the webhook off."""
    row = world.store.row(
        "SELECT d.*, e.created_at AS event_at FROM deliveries d JOIN events e ON e.id = d.event WHERE d.seq = ?", seq
    )
    if row is None:
        return
    attempts, state, next_at = row["attempts"] + 1, row["state"], row["next_at"]
    if error is None:
        state = "delivered"
    elif world.time() - row["event_at"] >= GIVE_UP_AFTER:
        state = "failed"
        webhook = world.fetch("webhook", row["webhook"])
        webhook["active"] = False
        world.save(webhook)
    else:
        next_at = world.time() + backoff(world, attempts)
    world.store.run(
        "UPDATE deliveries SET state = ?, attempts = ?, next_at = ?, last_status = ?, last_error = ?,"
        " delivered_at = ? WHERE seq = ?",
        *(state, attempts, next_at, status, error, world.time() if error is None else None, seq),
    )

"""The virtual clock, and whether anything is still to be done on it."""

from typing import Any

from .base import Command, control


def show(command: Command) -> dict[str, Any]:
    offset = command.world.store.setting("clock_offset", 0.0)
    return {"now": command.world.now(), "offset_seconds": offset}


def move(command: Command) -> dict[str, Any]:
    """Advance by `advance_seconds`, or set the whole `offset_seconds` from real time."""
    command.take("advance_seconds", "offset_seconds")
    offset = command.number("offset_seconds", command.world.store.setting("clock_offset", 0.0))
    command.world.store.set_setting("clock_offset", offset + command.number("advance_seconds", 0))
    return show(command)


def status(command: Command) -> dict[str, Any]:
    """`idle` means nothing is due now; retries that wait for their time do not count."""
    store, now = command.world.store, command.world.time()
    jobs = store.number("SELECT COUNT(*) FROM jobs WHERE due_at <= ?", now)
    due = store.number("SELECT COUNT(*) FROM deliveries WHERE state = 'pending' AND next_at <= ?", now)
    waiting = store.number("SELECT COUNT(*) FROM deliveries WHERE state IN ('pending', 'held')")
    return {"status": "ok", "idle": jobs + due == 0, "jobs_due": jobs, "deliveries_due": due, "undelivered": waiting}


ROUTES = [control("GET", "/clock", show), control("POST", "/clock", move), control("GET", "/status", status)]

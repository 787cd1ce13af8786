"""The virtual clock, and whether anything is still to be done on it."""

from typing import Any

from .base import Command, control


def show(command: Command) -> dict[str, Any]:
    """`shared_offset_seconds` is the development clock's, which the simulator follows but does not move."""
    clock = command.world.clock
    shared = clock.shared_offset()
    return {"now": command.world.now(), "offset_seconds": clock.own_offset(), "shared_offset_seconds": shared}


def move(command: Command) -> dict[str, Any]:
    """Advance by `advance_seconds`, or set the simulator's own `offset_seconds`."""
    command.take("advance_seconds", "offset_seconds")
    offset = command.number("offset_seconds", command.world.clock.own_offset())
    command.world.store.set_setting("clock_offset", offset + command.number("advance_seconds", 0))
    return show(command)


def status(command: Command) -> dict[str, Any]:
    """`idle` means nothing is due now; retries that wait for their time do not count."""
    store, now = command.world.store, command.world.time()
    jobs = store.number("SELECT COUNT(*) FROM jobs WHERE due_at <= ?", now)
    due = store.number("SELECT COUNT(*) FROM deliveries WHERE state = 'pending' AND next_at <= ?", now)
    waiting = store.number("SELECT COUNT(*) FROM deliveries WHERE state IN ('pending', 'held')")
    counts = {"jobs_due": jobs, "deliveries_due": due, "undelivered": waiting}
    return {"status": "ok", "idle": jobs + due == 0, **counts, "public_url": command.world.options.public_url}


ROUTES = [control("GET", "/clock", show), control("POST", "/clock", move), control("GET", "/status", status)]

"""Plan, list and clear misbehaviour of the API."""

from typing import Any

from infra.razorpay_simulator import faults

from .base import Command, control


def plan(command: Command) -> dict[str, Any]:
    """`nth` is the call that goes wrong, counted from 1; `times` how many in a row."""
    command.take("method", "path", "kind", "seconds", "nth", "times")
    faults.plan(
        command.world,
        method=command.text("method", "*"),
        path=command.text("path", "*"),
        kind=command.text("kind"),
        seconds=command.number("seconds", 0),
        skip=int(command.number("nth", 1)) - 1,
        times=int(command.number("times", 1)),
    )
    return every(command)


def every(command: Command) -> dict[str, Any]:
    return {"faults": [dict(row) for row in command.world.store.rows("SELECT * FROM faults ORDER BY seq")]}


def clear(command: Command) -> dict[str, Any]:
    return {"cleared": command.world.store.run("DELETE FROM faults")}


ROUTES = [control("POST", "/faults", plan), control("GET", "/faults", every), control("DELETE", "/faults", clear)]

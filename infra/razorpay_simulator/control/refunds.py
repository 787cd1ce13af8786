"""How the bank answers refunds: for those to come, and for one that waits."""

from typing import Any

from infra.razorpay_simulator import refunds
from infra.razorpay_simulator.errors import ApiError

from .base import Command, control


def set_mode(command: Command) -> dict[str, Any]:
    command.take("mode")
    mode = command.text("mode")
    if mode not in refunds.MODES:
        raise ApiError(f"Unknown refund mode {mode!r}: one of {', '.join(refunds.MODES)}.", field="mode")
    command.world.store.set_setting("refund_mode", mode)
    return {"mode": mode}


def conclude(command: Command) -> dict[str, Any]:
    command.take("outcome")
    refund = command.world.fetch("refund", command.path["id"])
    if refund["status"] != "pending":
        raise ApiError(f"The refund is {refund['status']} already.")
    outcomes = {"processed": refunds.processed, "failed": refunds.failed}
    if command.text("outcome") not in outcomes:
        raise ApiError("The outcome is processed or failed.", field="outcome")
    outcomes[command.text("outcome")](command.world, refund.id)
    return command.world.fetch("refund", refund.id).body


ROUTES = [control("POST", "/refunds/mode", set_mode), control("POST", "/refunds/{id}", conclude)]

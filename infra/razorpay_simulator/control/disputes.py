"""Raise and resolve disputes."""

from typing import Any

from infra.razorpay_simulator import disputes

from .base import Command, control


def create(command: Command) -> dict[str, Any]:
    command.take("payment", "amount", "reason_code", "phase", "respond_within", "deduct")
    payment = command.world.fetch("payment", command.text("payment"))
    said: dict[str, Any] = {
        "reason_code": command.text("reason_code", "goods_or_services_not_received_or_partially_received"),
        "phase": command.text("phase", "chargeback"),
        "respond_within": int(command.number("respond_within", disputes.RESPOND_WITHIN)),
        "deduct": bool(command.body.get("deduct")),
    }
    return disputes.raise_against(command.world, payment, int(command.number("amount", payment["amount"])), **said).body


def resolve(command: Command) -> dict[str, Any]:
    """won, lost, closed, or action_required: the bank wants more."""
    command.take("status")
    dispute, status = command.world.fetch("dispute", command.path["id"]), command.text("status")
    if status == "action_required":
        return disputes.ask_for_more(command.world, dispute).body
    return disputes.resolve(command.world, dispute, status).body


ROUTES = [control("POST", "/disputes", create), control("POST", "/disputes/{id}", resolve)]

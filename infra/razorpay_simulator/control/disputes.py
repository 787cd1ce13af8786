"""Raise and resolve disputes."""

from typing import Any

from infra.razorpay_simulator import disputes

from .base import Command, control


def create(command: Command) -> dict[str, Any]:
    command.take("payment", "amount", "reason_code")
    payment = command.world.fetch("payment", command.text("payment"))
    amount = int(command.number("amount", payment["amount"]))
    reason = command.text("reason_code", "goods_or_services_not_received_or_partially_received")
    return disputes.raise_against(command.world, payment, amount, reason).body


def resolve(command: Command) -> dict[str, Any]:
    command.take("status")
    return disputes.resolve(
        command.world, command.world.fetch("dispute", command.path["id"]), command.text("status")
    ).body


ROUTES = [control("POST", "/disputes", create), control("POST", "/disputes/{id}", resolve)]

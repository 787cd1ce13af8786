"""Pay an order as a customer would, without the page."""

from typing import Any

from infra.razorpay_simulator import attempts, merchants
from infra.razorpay_simulator.checkout_visit import callback_fields

from .base import Command, control

DETAILS = ("vpa", "bank", "wallet", "number", "email", "contact", "description")


def pay(command: Command) -> dict[str, Any]:
    """{payment, callback}: callback is what the checkout would post, None for a payment that failed."""
    command.take("order", "method", "outcome", *DETAILS)
    order = command.world.fetch("order", command.text("order"))
    given = {name: command.text(name) for name in DETAILS if name in command.body}
    payment = attempts.pay(
        command.world,
        order,
        method=command.text("method", "upi"),
        outcome=command.text("outcome", "success"),
        given=given,
    )
    merchant = merchants.by_id(command.world, order.merchant)
    failed = payment["status"] == "failed"
    return {"payment": payment.body, "callback": None if failed else callback_fields(merchant, payment)}


ROUTES = [control("POST", "/pay", pay)]

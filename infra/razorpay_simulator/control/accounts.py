"""The outcome of a linked account's review."""

from typing import Any

from infra.razorpay_simulator import activation
from infra.razorpay_simulator.entities import children
from infra.razorpay_simulator.errors import ApiError

from .base import Command, control

OUTCOMES = (*activation.STATUSES, "invalid", "mismatch", "automatic")


def review(command: Command) -> dict[str, Any]:
    """Decide it now if it has a product, and for every later review. `automatic` goes by the bank account again."""
    command.take("outcome")
    outcome = command.text("outcome")
    if outcome not in OUTCOMES:
        raise ApiError(f"Unknown outcome {outcome!r}: one of {', '.join(OUTCOMES)}.", field="outcome")
    account = command.world.fetch("account", command.path["id"])
    account.private["review"] = None if outcome == "automatic" else outcome
    command.world.save(account)
    products = children(command.world.store, account.id, "product")
    for product in products:
        if outcome != "automatic" and product["activation_status"] != outcome:
            activation.conclude(command.world, product, outcome)
    return {"account": account.id, "outcome": outcome, "products": [product.body for product in products]}


ROUTES = [control("POST", "/accounts/{id}/review", review)]

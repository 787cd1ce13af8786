"""What a customer does at the checkout: an attempt to pay an order, and what the bank makes of it."""

from . import captures, jobs
from .entities import Entity
from .errors import ApiError
from .events import emit
from .new_payment import FAILURE, NO_ERROR, new_payment
from .world import World

OUTCOMES = ("success", "authorize", "capture", "fail", "late_auth")
LATE_AUTH_SECONDS = 5.0


def authorize(world: World, payment: Entity, order: Entity) -> None:
    payment.body |= {"status": "authorized", **NO_ERROR}
    world.save(payment)
    emit(world, "payment.authorized", {"payment": payment})
    jobs.schedule(world, "payment.expire", payment.id, order.private["manual_expiry_period"] * 60)


def settle(world: World, payment: Entity, order: Entity) -> None:
    """Authorise, then capture when the order says automatic and no other payment has paid it."""
    authorize(world, payment, order)
    if order.private["capture"] == "automatic" and order["status"] != "paid":
        captures.capture(world, payment, order)


def pay(world: World, order: Entity, *, method: str, outcome: str, given: dict[str, str] | None = None) -> Entity:
    """Outcomes: success follows the order's capture setting · authorize stops there ·
    capture even if manual or already paid · fail · late_auth fails now, succeeds five virtual seconds later.
    """
    if outcome not in OUTCOMES:
        raise ApiError(f"Unknown outcome {outcome!r}: one of {', '.join(OUTCOMES)}.", field="outcome")
    if order["status"] == "paid" and outcome != "capture":
        raise ApiError("This order has already been paid.", metadata={"order_id": order.id})
    payment = new_payment(world, order, method, given or {})
    order["attempts"] += 1
    if order["status"] == "created":
        order["status"] = "attempted"
    world.save(order)
    if outcome in ("fail", "late_auth"):
        payment.body |= {"status": "failed", **FAILURE}
        world.save(payment)
        emit(world, "payment.failed", {"payment": payment})
        if outcome == "late_auth":
            jobs.schedule(world, "payment.late_auth", payment.id, LATE_AUTH_SECONDS)
    elif outcome == "success":
        settle(world, payment, order)
    else:
        authorize(world, payment, order)
        if outcome == "capture":
            captures.capture(world, payment, order)
    return payment


def late_auth(world: World, payment_id: str) -> None:
    """The bank says yes after all, maybe to an order that something else has paid meanwhile."""
    payment = world.fetch("payment", payment_id)
    settle(world, payment, world.fetch("order", payment["order_id"]))

"""Refunds: what they do to money, payment and order. HTTP is in refund_api.py."""

from typing import Any

from . import jobs, money
from .entities import Entity, new_id
from .errors import ApiError
from .events import emit
from .refund_rules import check, reverse_all
from .world import World

MODES = ("processed", "pending", "failed", "slowed")


def build(world: World, payment: Entity, amount: int, **given: Any) -> Entity:
    refund = Entity(new_id("rfnd"), "refund", payment.merchant, {}, parent=payment.id)
    speed = given.get("speed") or "normal"
    refund.body = {
        "id": refund.id,
        "entity": "refund",
        "amount": amount,
        "currency": payment["currency"],
        "payment_id": payment.id,
        "notes": given.get("notes") or [],
        "receipt": given.get("receipt"),
        "acquirer_data": {"arn": None},
        "created_at": world.now(),
        "batch_id": None,
        "status": "pending",
        "speed_requested": speed,
        "speed_processed": "instant" if speed == "optimum" else "normal",
    }
    return refund


def mark_payment(world: World, payment: Entity, change: int) -> None:
    payment["amount_refunded"] += change
    refunded = payment["amount_refunded"]
    full = refunded == payment["amount"]
    payment["refund_status"] = "full" if full else "partial" if refunded else None
    payment["status"] = "refunded" if full else "captured"
    world.save(payment)


def create(world: World, payment: Entity, refund: Entity, *, reversing: bool) -> Entity:
    """Take the money from the merchant's balance at once; `refund_mode` says how the bank answers."""
    check(world, payment, refund["amount"])
    world.add(refund)
    if reversing:
        reverse_all(world, payment, refund)
    account = money.merchant_account(payment.merchant)
    if money.balance(world, account) < refund["amount"]:
        raise ApiError(
            "Your account does not have enough balance to carry out the refund operation.",
            metadata={"payment_id": payment.id},
        )
    post = {"amount": refund["amount"], "ref": refund.id}
    money.post(world, payment.merchant, source=account, destination=money.REFUNDED, reason="refund", **post)
    mark_payment(world, payment, refund["amount"])
    mode = world.store.setting("refund_mode", "processed")
    refund["status"] = "processed" if mode == "processed" else "pending"
    world.save(refund)
    emit(world, "refund.created", {"refund": refund, "payment": payment})
    if mode != "pending":
        jobs.schedule(world, f"refund.{mode}", refund.id)
    return refund


def processed(world: World, refund_id: str) -> None:
    refund = world.fetch("refund", refund_id)
    refund["status"] = "processed"
    refund["acquirer_data"] = {"arn": str(10**14 + refund["created_at"])}
    world.save(refund)
    emit(world, "refund.processed", {"refund": refund, "payment": world.fetch("payment", refund["payment_id"])})


def slowed(world: World, refund_id: str) -> None:
    """It was to be instant and the bank could not: it goes the usual way, which an event of its own says."""
    refund = world.fetch("refund", refund_id)
    if refund["speed_processed"] == "instant":
        refund["speed_processed"] = "normal"
        world.save(refund)
        emit(world, "refund.speed_changed", {"refund": refund, "payment": world.fetch("payment", refund["payment_id"])})
    processed(world, refund_id)


def failed(world: World, refund_id: str) -> None:
    """The bank sends the money back; the payment is as it was before."""
    refund = world.fetch("refund", refund_id)
    payment = world.fetch("payment", refund["payment_id"])
    refund["status"] = "failed"
    account = money.merchant_account(payment.merchant)
    post = {"amount": refund["amount"], "ref": refund.id}
    money.post(world, payment.merchant, source=money.REFUNDED, destination=account, reason="refund failed", **post)
    mark_payment(world, payment, -refund["amount"])
    world.save(refund)
    emit(world, "refund.failed", {"refund": refund, "payment": payment})


def expire_authorized(world: World, payment_id: str) -> None:
    """Nobody captured it in time: it goes back, and `captured: false` in the events tells so."""
    payment = world.fetch("payment", payment_id)
    if payment["status"] != "authorized":
        return
    refund = build(world, payment, payment["amount"])
    refund["status"] = "processed"
    world.add(refund)
    payment.body |= {"status": "refunded", "amount_refunded": payment["amount"], "refund_status": "full"}
    world.save(payment)
    for name in ("refund.created", "refund.processed"):
        emit(world, name, {"refund": refund, "payment": payment})

"""What a customer does at the checkout: an attempt to pay an order, and what the bank makes of it."""

import secrets
from typing import Any

from . import captures, jobs
from .entities import Entity, new_id
from .errors import ApiError
from .events import emit
from .world import World

OUTCOMES = ("success", "authorize", "capture", "fail", "late_auth")
METHODS = ("upi", "card", "netbanking", "wallet")
LATE_AUTH_SECONDS = 5.0
FAILURE = {
    "error_code": "BAD_REQUEST_ERROR",
    "error_description": "Payment was not completed because the bank declined it. Try another payment method.",
    "error_source": "bank",
    "error_step": "payment_authorization",
    "error_reason": "payment_declined",
}
NO_ERROR = dict.fromkeys(FAILURE)


def method_details(method: str, given: dict[str, str]) -> dict[str, Any]:
    details: dict[str, Any] = {"card_id": None, "bank": None, "wallet": None, "vpa": None}
    if method == "upi":
        vpa = given.get("vpa") or "success@razorpay"
        upi = {"payer_account_type": "bank_account", "vpa": vpa, "flow": "collect"}
        number = str(secrets.randbelow(10**12)).zfill(12)
        details |= {
            "vpa": vpa,
            "upi": upi,
            "acquirer_data": {"rrn": number, "upi_transaction_id": secrets.token_hex(16)},
        }
    elif method == "card":
        last4 = (given.get("number") or "1111")[-4:]
        card: dict[str, Any] = {"id": new_id("card"), "entity": "card", "name": "", "last4": last4}
        card |= {"network": "Visa", "type": "credit", "issuer": "HDFC", "international": False, "emi": False}
        details |= {"card_id": card["id"], "card": card, "acquirer_data": {"auth_code": str(secrets.randbelow(10**6))}}
    elif method == "netbanking":
        details |= {"bank": given.get("bank") or "HDFC"}
        details |= {"acquirer_data": {"bank_transaction_id": str(secrets.randbelow(10**10))}}
    else:
        details |= {"wallet": given.get("wallet") or "olamoney", "acquirer_data": {"transaction_id": None}}
    return details


def new_payment(world: World, order: Entity, method: str, given: dict[str, str]) -> Entity:
    if method not in METHODS:
        raise ApiError(f"Unknown payment method {method!r}: one of {', '.join(METHODS)}.", field="method")
    payment = Entity(new_id("pay"), "payment", order.merchant, {}, parent=order.id)
    payment.body = {
        "id": payment.id,
        "entity": "payment",
        "amount": order["amount"],
        "currency": order["currency"],
        "base_amount": order["amount"],
        "status": "created",
        "order_id": order.id,
        "invoice_id": None,
        "international": False,
        "method": method,
        "amount_refunded": 0,
        "amount_transferred": 0,
        "refund_status": None,
        "captured": False,
        "description": given.get("description") or None,
        **method_details(method, given),
        "email": given.get("email") or "void@razorpay.com",
        "contact": given.get("contact") or "+919999999999",
        "customer_id": None,
        "token_id": None,
        "notes": order["notes"],
        "fee": None,
        "tax": None,
        **NO_ERROR,
        "created_at": world.now(),
    }
    return world.add(payment)


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

"""A payment as it is born at the checkout, with the details of its method."""

import secrets
from typing import Any

from .entities import Entity, new_id
from .errors import ApiError
from .world import World

METHODS = ("upi", "card", "netbanking", "wallet")


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

"""Bodies that would be accepted from whoever may: so that a refusal is for who asks and not for what is asked."""

from __future__ import annotations

import uuid
from base64 import b32decode
from typing import TYPE_CHECKING, Any

from django_otp.oath import TOTP

from haat.core import clock
from haat.tenancy.context import brand_scope
from tests.catalog import pictures
from tests.identity.software_key import SoftwareKey
from tests.support import Upload, gstin_of

if TYPE_CHECKING:
    from tests.isolation.calls import Call

ADDRESS = {
    "name": "Somebody",
    "phone": "9820012345",
    "line1": "1 New Lane",
    "city": "Mumbai",
    "state": "27",
    "pin": "400050",
}
RETURNS: dict[str, dict[str, Any]] = {}  # what the provider gave for an order: it takes the money once
PAYEE = {"kind": "upi", "name": "Somebody", "vpa": "somebody@upi"}
GOODWILL = {"line_id": "$line.bought", "amount_minor": 1_000, "paid_by": "brand", "reason": "For the trouble"}
QUOTE = {"address_id": "$address", "payment_method": "cod"}
APPLICATION = {
    "shop_name": "Newcomer",
    "description": "New",
    "state": "27",
    "city": "Mumbai",
    "pin": "400001",
    "address": "1 Lane",
}
PRODUCT = {
    "title": "New bowl",
    "sku": "NEW-1",
    "category": "$category.slug",
    "country_of_origin": "IN",
    "hsn": "70133700",
    "price_minor": 100,
    "mrp_minor": 200,
}
ATTRIBUTE = {"code": "glaze", "name": "Glaze", "kind": "number", "unit": "mm", "is_facet": True}
SHIPPING_RATES = {"by": "weight", "steps": [], "beyond": "fee", "beyond_minor": 7_900}
RULE = {"match": "all", "conditions": [{"field": "price", "op": "between", "min": None, "max": 50_000}]}
OFFER = {"sku": "$sku.free", "price_minor": 100, "mrp_minor": 200, "stock": 1}
PLACE = {"name": "New godown", "address": "7 Yard Road", "city": "Bhiwandi", "state": "27", "pin": "421302"}
LAUNCH = {
    "slug": "cedar", "name": "Cedar", "legal_name": "Cedar Retail", "order_prefix": "CED", "document_code": "CE", "home_state": "27",
    "gstin": gstin_of("AAPFU0939F", "27"), "email": "care@cedar.example", "phone": "+91 22 1234 5678", "owner_name": "Cee",
    "owner_email": "cee@cedar.example",
}  # fmt: skip


def picture(_call: Call) -> Upload:
    return Upload(pictures.picture("png", (200, 200)))


def paper(_call: Call) -> Upload:
    return Upload(pictures.picture("png", (20, 20)), name="proof.png", form={"kind": "shipping_proof"})


def picture_order(call: Call) -> dict[str, Any]:
    return {"ids": [call.thing("picture")]}


def decide(call: Call) -> dict[str, Any]:
    """About what waits; each row has its own answer, so naming another's is a refusal within."""
    return {"decisions": [{"id": call.thing("product.proposed"), "verb": "publish"}]}


def hiding(call: Call) -> dict[str, Any]:
    return {"ids": [call.world.aster.any_thing("review")], "verb": "hide", "reason": "Because"}


def attribute(call: Call) -> dict[str, Any]:
    """The attribute as it is, but called otherwise: its code and kind stay."""
    mark = str(call.thing("collection.slug")).removesuffix("-picks")
    return {"code": f"{mark}-finish", "name": "Finish", "kind": "choice", "choices": [{"label": "Gloss"}]}


def order(call: Call) -> dict[str, Any]:
    """For the sum of the caller's own quote; whoever gets none asks with a sum that could be right."""
    goal = {"address_id": call.thing("address"), "payment_method": "cod"}
    quote = call.ask("POST", "/api/v1/customer/checkout/quote", goal)
    total = quote["data"]["total"]["minor"] if quote and quote.get("status") == "success" else 104_700
    return goal | {"expected_total_minor": total}


def order_form(call: Call) -> dict[str, Any]:
    given = order(call)
    return {
        "address": given["address_id"],
        "method": "cod",
        "total": str(given["expected_total_minor"]),
        "key": call.key,
    }


def call_off(call: Call) -> dict[str, Any]:
    return {"reason": "Changed my mind", "key": call.key}


def some(call: Call) -> dict[str, Any]:
    return some_of_mine(call) | {"seller_order": call.thing("parcel.placed")}


def some_of_mine(call: Call) -> dict[str, Any]:
    return {"lines": [{"line_id": call.thing("line.placed"), "quantity": 1}]}


def some_with_reason(call: Call) -> dict[str, Any]:
    return some_of_mine(call) | {"reason": "Broken"}


def some_form(call: Call) -> dict[str, Any]:
    line = call.thing("line.placed")
    return {"part": call.thing("parcel.placed"), "line": line, f"quantity-{line}": "1", "sure": "1", "key": call.key}


def wanted(call: Call) -> dict[str, Any]:
    line = {"line_id": call.thing("line.bought"), "quantity": 1, "reason": "damaged"}
    return {"seller_order": call.thing("part.bought"), "kind": "return", "lines": [line], "payee": PAYEE}


def receipt(call: Call) -> dict[str, Any]:
    return {"lines": [{"line_id": call.thing("line.bought"), "received": 1, "resellable": 1, "accepted": 1}]}


def return_form(call: Call) -> dict[str, Any]:
    line = call.thing("line.bought")
    facts = {
        "part": call.thing("part.bought"),
        "kind": "return",
        "line": line,
        f"quantity-{line}": "1",
        f"reason-{line}": "damaged",
    }
    return facts | {"payee": "upi", "name": "Somebody", "vpa": "somebody@upi", "key": call.key}


def paid(call: Call) -> dict[str, Any]:
    """What the provider's page gives to the browser of whoever paid the order that is meant."""
    from haat.orders.models import Order
    from haat.payments.models import Payment

    side = call.world.side(call.variant_slug)
    number = call.thing("order.paying")
    with brand_scope(side.brand):
        known = Order.objects.filter(number=number).first()
        payment = Payment.objects.filter(reference=known.pk).latest("created_at") if known else None
    if payment is None or not payment.provider_order_id:
        nothing = "A" * 14
        return {
            "razorpay_payment_id": f"pay_{nothing}",
            "razorpay_order_id": f"order_{nothing}",
            "razorpay_signature": "00",
        }
    order_id = str(payment.provider_order_id)
    if order_id not in RETURNS:
        done = call.provider.sim("pay", order=order_id, method="upi", outcome="success")
        RETURNS[order_id] = dict(done["callback"])
    return dict(RETURNS[order_id])


def setup(call: Call) -> dict[str, Any]:
    """What whoever may is given to set an authenticator app up, in the same request's savepoint."""
    answer = call.ask("POST", "/api/v1/auth/enrolment/authenticator", {})
    return answer["data"] if answer["status"] == "success" else {"id": str(uuid.uuid4()), "secret": "A" * 32}


def first_code(call: Call) -> dict[str, Any]:
    given = setup(call)
    now = TOTP(b32decode(given["secret"]))
    now.time = clock.wall().timestamp()
    return {"id": given["id"], "code": f"{now.token():06d}"}


def recovery_code(call: Call) -> dict[str, Any]:
    answer = call.ask("POST", "/api/v1/auth/enrolment/authenticator/confirmation", first_code(call))
    codes = answer["data"]["recovery_codes"] if answer["status"] == "success" else None
    return {"method": "recovery_code", "code": (codes or ["none"])[0]}


def new_passkey(call: Call) -> dict[str, Any]:
    answer = call.ask("POST", "/api/v1/auth/enrolment/passkey", {})
    if answer["status"] != "success":
        return {"challenge_id": str(uuid.uuid4()), "credential": {}}
    key = SoftwareKey(f"http://{call.visitor.client.defaults['HTTP_HOST']}")
    return {"challenge_id": answer["data"]["challenge_id"], "credential": key.make(answer["data"]["options"])}


def after_a_password(call: Call) -> dict[str, Any]:
    call.ask("PUT", "/api/v1/me/password", {"password": "seventeen green bicycles"})
    return {}


def with_a_code(call: Call) -> dict[str, Any]:
    """A code is in the cart before it is taken out."""
    call.ask("POST", "/api/v1/customer/cart/lines", {"offer_id": call.thing("offer"), "quantity": 1})
    call.ask("POST", "/api/v1/customer/checkout/codes", {"code": call.thing("code")})
    return {}


TERMS = {
    "name": "Spring",
    "benefit": "percent",
    "percent_bp": 500,
    "starts_at": "2026-01-01T00:00:00Z",
    "needs_code": True,
}

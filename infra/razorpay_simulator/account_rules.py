"""What Razorpay asks of a linked account's fields."""

import re
from typing import Any

from . import fields, magic
from .api import Call
from .entities import select
from .errors import ApiError

FIELDS = (
    *("email", "phone", "type", "reference_id", "legal_business_name", "business_type", "contact_name"),
    *("customer_facing_business_name", "profile", "legal_info", "notes", "contact_info", "apps", "brand"),
)


INDIVIDUALS = ("individual", "not_yet_registered", "proprietorship")


COMPANIES = (
    *("llp", "ngo", "other", "partnership", "public_limited", "private_limited", "trust", "society"),
    "educational_institutes",
)


PHONE = re.compile(r"\+?[0-9]{8,15}")


def check(call: Call, body: dict[str, Any], account_id: str = "") -> None:
    fields.refuse_unknown(body, FIELDS)
    fields.mapping(body, "profile")
    fields.text(body, "email", longest=255)
    fields.text(body, "business_type", longest=50)
    fields.text(body, "legal_business_name", shortest=4, longest=200)
    fields.text(body, "contact_name", shortest=4, longest=255)
    fields.text(body, "reference_id", longest=20)
    if "email" in body and "@" not in str(body["email"]):
        raise ApiError("The email must be a valid email address.", field="email")
    if "phone" in body and not PHONE.fullmatch(str(body["phone"])):
        raise ApiError("The phone format is invalid.", field="phone")
    if body.get("business_type", "llp") not in INDIVIDUALS + COMPANIES:
        raise ApiError(f"Invalid business type: {body['business_type']}", field="business_type")
    _check_pan(body)
    emails = "merchant = ? AND json_extract(body, '$.email') = ? AND id <> ?"
    taken = select(call.world.store, "account", emails, call.merchant.id, body.get("email"), account_id)
    if taken:
        raise ApiError(f"Merchant email already exists for account - {taken[0].id[4:]}", field="email")


def _check_pan(body: dict[str, Any]) -> None:
    """`legal_info.pan` is the business's: its fourth letter is anything but P."""
    pan = fields.text(fields.mapping(body, "legal_info"), "pan", longest=10)
    if pan and (not magic.PAN.fullmatch(pan) or (pan[3] == "P" and body.get("business_type") in COMPANIES)):
        raise ApiError("The pan format is invalid.", field="legal_info.pan")

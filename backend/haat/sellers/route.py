"""Bodies of the four calls that open a Route account (Razorpay documents: /v2/accounts, stakeholders, products)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.core import india

if TYPE_CHECKING:
    from haat.verification.types import AccountDetails

# Fourth letter of the PAN → business type. A person with a GSTIN trades as a proprietorship.
BUSINESS = {"C": "private_limited", "F": "partnership", "T": "trust", "A": "society", "B": "society"}
NAME_MIN = 4


def account(details: AccountDetails, *, reference: str, phone: str) -> dict[str, Any]:
    business = _business_type(details)
    legal = {"gst": details.gstin} if details.gstin else {}
    if details.holder_type != "P":  # a person's own PAN belongs to the stakeholder
        legal["pan"] = details.pan
    registered = {
        "street1": details.address[:100], "street2": details.city, "city": details.city,
        "state": india.state_name(details.state).upper(), "postal_code": details.pin, "country": "IN",
    }  # fmt: skip
    return {
        "type": "route", "email": details.email or f"seller-{reference}@sellers.invalid", "phone": phone,
        "reference_id": reference, "legal_business_name": details.legal_name, "business_type": business,
        "contact_name": details.person if len(details.person) >= NAME_MIN else details.legal_name,
        "customer_facing_business_name": details.trade_name or details.legal_name, "legal_info": legal,
        "profile": {
            "category": "ecommerce", "subcategory": "ecommerce_marketplace", "addresses": {"registered": registered},
        },
    }  # fmt: skip


def stakeholder(details: AccountDetails) -> dict[str, Any]:
    if details.holder_type == "P":
        return {"name": details.legal_name, "kyc": {"pan": details.pan}}
    return {"name": details.person or details.account_holder}


def product() -> dict[str, Any]:
    return {"product_name": "route", "tnc_accepted": True}


def settlement(details: AccountDetails) -> dict[str, Any]:
    bank = {
        "account_number": details.bank_account, "ifsc_code": details.ifsc, "beneficiary_name": details.account_holder,
    }  # fmt: skip
    return {"settlements": bank, "tnc_accepted": True}


def _business_type(details: AccountDetails) -> str:
    if details.holder_type == "P":
        return "proprietorship" if details.gstin else "individual"
    return BUSINESS.get(details.holder_type, "other")

"""What can be judged of a claim without asking anybody: form, check digit, and whether claims agree."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from stdnum.in_ import pan as pan_number

from haat.core import india
from haat.verification.models import Requirement, SellerEntity

if TYPE_CHECKING:
    from collections.abc import Callable

IFSC = re.compile(r"^[A-Z]{4}0[A-Z0-9]{6}$")
ACCOUNT_NUMBER = re.compile(r"^[0-9]{9,18}$")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check found; no reason means that nothing is wrong."""

    reason: str = ""
    evidence: dict[str, Any] = field(default_factory=dict)

    @property
    def passed(self) -> bool:
        return not self.reason


def judge(entity: SellerEntity, kind: str) -> Outcome:
    """The local part of a requirement's check."""
    return _JUDGES[kind](entity)


def form_problem(name: str, value: str) -> str:
    """What is wrong with one claim by itself; empty when nothing is, or nothing can be said."""
    wrong = _FORMS.get(name)
    return wrong(value) if wrong and value else ""


def _pan_form(value: str) -> str:
    if pan_number.is_valid(value):
        return ""
    return _("This is not a PAN. It has five letters, four digits and a letter, such as AAPFU0939F.")


def _gstin_form(value: str) -> str:
    if india.is_gstin(value):
        return ""
    return _("This is not a GSTIN: its form or its check digit is wrong. Copy it from the registration certificate.")


def _ifsc_form(value: str) -> str:
    return "" if IFSC.match(value) else _("An IFSC has four letters, a zero and six more characters.")


def _account_form(value: str) -> str:
    return "" if ACCOUNT_NUMBER.match(value) else _("An account number has 9 to 18 digits.")


def _state_form(value: str) -> str:
    return "" if value in india.STATES else _("Choose a state of India.")


def _pin_form(value: str) -> str:
    return "" if india.PIN.match(value) else _("A PIN code has six digits and does not begin with 0.")


_FORMS: dict[str, Callable[[str], str]] = {
    "pan": _pan_form, "gstin": _gstin_form, "ifsc": _ifsc_form, "bank_account": _account_form, "state": _state_form,
    "pin": _pin_form,
}  # fmt: skip


def _judge_pan(entity: SellerEntity) -> Outcome:
    return Outcome(_pan_form(entity.pan), {"holder_type": entity.holder_type})


def _judge_gstin(entity: SellerEntity) -> Outcome:
    if entity.gst_status == SellerEntity.GstStatus.UNREGISTERED:
        return Outcome(evidence={"registered": False, "limit": "Sells within its own state only."})
    problem = _gstin_form(entity.gstin)
    if not problem and entity.gstin[2:12] != entity.pan:
        problem = _("The PAN inside the GSTIN is not the PAN you gave. Both must belong to the same person or company.")
    if not problem and entity.gstin[:2] != entity.state:
        problem = _(
            "The GSTIN is registered in %(gst)s, but the address is in %(address)s. Give the registered address."
        )
        problem %= {
            "gst": india.state_name(entity.gstin[:2]) or entity.gstin[:2],
            "address": india.state_name(entity.state) or entity.state,
        }
    return Outcome(problem, {"registered": True, "pan_inside": f"••••{entity.gstin[8:12]}", "state": entity.gstin[:2]})


def _judge_address(entity: SellerEntity) -> Outcome:
    return Outcome(india.pin_problem(entity.pin, entity.state), {"pin": entity.pin, "state": entity.state})


def _judge_bank(entity: SellerEntity) -> Outcome:
    same = entity.account_holder.casefold() == entity.legal_name.casefold()
    return Outcome(
        _account_form(entity.bank_account) or _ifsc_form(entity.ifsc),
        {"ifsc": entity.ifsc, "holder_is_legal_name": same},
    )


def _judge_agreement(_entity: SellerEntity) -> Outcome:
    return Outcome()


_JUDGES: dict[str, Callable[[SellerEntity], Outcome]] = {
    Requirement.Kind.IDENTITY_PAN: _judge_pan,
    Requirement.Kind.GSTIN: _judge_gstin,
    Requirement.Kind.REGISTERED_ADDRESS: _judge_address,
    Requirement.Kind.PICKUP_ADDRESS: _judge_address,
    Requirement.Kind.BANK_ACCOUNT: _judge_bank,
    Requirement.Kind.AGREEMENT: _judge_agreement,
}

"""States of India by their GST code, the PIN prefixes in use there (India Post's circles), and how a GSTIN is made."""

from __future__ import annotations

import re

from stdnum import luhn
from stdnum.in_ import pan

GSTIN = re.compile(r"^[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]Z[0-9A-Z]$")  # state, PAN, entity, Z, check digit
SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
PIN = re.compile(r"^[1-9][0-9]{5}$")

# GST state code → name, first digits of its PIN codes. Circles do not follow borders exactly, so this says
# what is plausible and no more.
_STATES: dict[str, tuple[str, str]] = {
    "01": ("Jammu and Kashmir", "18 19"), "02": ("Himachal Pradesh", "17"), "03": ("Punjab", "14 15 16"),
    "04": ("Chandigarh", "14 16"), "05": ("Uttarakhand", "24 26"), "06": ("Haryana", "12 13"),
    "07": ("Delhi", "11"), "08": ("Rajasthan", "30 31 32 33 34"),
    "09": ("Uttar Pradesh", "20 21 22 23 24 25 26 27 28"), "10": ("Bihar", "80 81 82 84 85"),
    "11": ("Sikkim", "73"), "12": ("Arunachal Pradesh", "78 79"), "13": ("Nagaland", "79"), "14": ("Manipur", "79"),
    "15": ("Mizoram", "79"), "16": ("Tripura", "79"), "17": ("Meghalaya", "78 79"), "18": ("Assam", "78"),
    "19": ("West Bengal", "70 71 72 73 74"), "20": ("Jharkhand", "81 82 83"), "21": ("Odisha", "75 76 77"),
    "22": ("Chhattisgarh", "49"), "23": ("Madhya Pradesh", "45 46 47 48"), "24": ("Gujarat", "36 37 38 39"),
    "26": ("Dadra and Nagar Haveli and Daman and Diu", "36 39"), "27": ("Maharashtra", "40 41 42 43 44"),
    "29": ("Karnataka", "56 57 58 59"), "30": ("Goa", "40"), "31": ("Lakshadweep", "68"),
    "32": ("Kerala", "67 68 69"), "33": ("Tamil Nadu", "60 61 62 63 64"), "34": ("Puducherry", "53 60 67"),
    "35": ("Andaman and Nicobar Islands", "74"), "36": ("Telangana", "50"), "37": ("Andhra Pradesh", "50 51 52 53"),
    "38": ("Ladakh", "19"),
}  # fmt: skip
STATES = {code: name for code, (name, _) in _STATES.items()}


def state_name(code: str) -> str:
    return STATES.get(code, "")


def pin_fits_state(pin: str, state: str) -> bool:
    """Whether a PIN code of six digits can lie in a state."""
    return bool(PIN.match(pin)) and state in _STATES and pin[:2] in _STATES[state][1].split()


def pin_problem(pin: str, state: str) -> str:
    """A sentence about what is wrong with a PIN code in a state; empty when nothing is."""
    if not PIN.match(pin):
        return "A PIN code has six digits and does not begin with 0."
    if state not in STATES:
        return "Choose a state of India."
    if not pin_fits_state(pin, state):
        return f"PIN code {pin} is not in {STATES[state]}. Check the PIN code or the state."
    return ""


def is_gstin(number: str) -> bool:
    """Whether a number in capitals has the form of a GSTIN of a state, with a PAN inside and the right check digit."""
    is_formed = bool(GSTIN.match(number)) and number[:2] in STATES
    return is_formed and pan.is_valid(number[2:12]) and luhn.is_valid(number, SIGNS)


def buyer_problem(number: str, state: str) -> str:
    """What is wrong with a buyer's GSTIN on an invoice for goods that go to a state; empty when nothing is.

    Goods are supplied where they arrive (IGST Act s.10(1)(a)); tax of another state is no credit to a registration.
    """
    if not is_gstin(number):
        return "This is not a GSTIN: its form or its check digit is wrong. Copy it from the registration certificate."
    if number[:2] != state:
        return (
            f"This GSTIN is registered in {state_name(number[:2])}, but the goods go to {state_name(state)}: their tax "
            f"would be no input credit there. Give the GSTIN of {state_name(state)}, or leave it empty."
        )
    return ""

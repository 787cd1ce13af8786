"""Magic values: what a PAN, GSTIN or bank account must look like for each answer. Listed in the docs."""

import re

PAN = re.compile(r"[A-Z]{3}[PCHFATBJGL][A-Z][0-9]{4}[A-Z]")
GSTIN = re.compile(r"[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][0-9A-Z]Z[0-9A-Z]")
IFSC = re.compile(r"[A-Z]{4}0[A-Z0-9]{6}")
ACCOUNT_NUMBER = re.compile(r"[0-9]{9,18}")

PAN_ENDINGS = {"X": "invalid", "Y": "mismatch", "Z": "outage"}
BANK_ACCOUNTS = {
    "000000000000": "invalid",
    "111111111111": "mismatch",
    "222222222222": "slow",
    "503503503503": "outage",
}
OTHER_NAME = "SOMEBODY ELSE"
GSTIN_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def pan(number: str) -> str:
    """Answer valid, invalid, mismatch or outage."""
    return PAN_ENDINGS.get(number[-1], "valid") if PAN.fullmatch(number) else "invalid"


def gstin_check_digit(first_fourteen: str) -> str:
    total = 0
    for place, character in enumerate(first_fourteen):
        product = GSTIN_DIGITS.index(character) * (1 + place % 2)
        total += product // 36 + product % 36
    return GSTIN_DIGITS[-total % 36]


def gstin(number: str) -> str:
    """A GSTIN answers as the PAN inside it does, after its own form and check digit."""
    if not GSTIN.fullmatch(number) or gstin_check_digit(number[:14]) != number[14]:
        return "invalid"
    return pan(number[2:12])


def bank(account_number: str, ifsc: str) -> str:
    """Answer valid, invalid, mismatch, slow or outage."""
    if not ACCOUNT_NUMBER.fullmatch(account_number) or not IFSC.fullmatch(ifsc):
        return "invalid"
    return BANK_ACCOUNTS.get(account_number, "valid")

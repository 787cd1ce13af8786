"""The United Arab Emirates: its emirates by ISO 3166-2 code, and how its numbers are written. It has no postal codes."""

from __future__ import annotations

import re

EMIRATES = {
    "AJ": "Ajman", "AZ": "Abu Dhabi", "DU": "Dubai", "FU": "Fujairah", "RK": "Ras Al Khaimah", "SH": "Sharjah",
    "UQ": "Umm Al Quwain",
}  # fmt: skip
TRN = re.compile(r"^100[0-9]{12}$")  # tax registration number of the Federal Tax Authority
MOBILE = re.compile(r"^\+9715[024568][0-9]{7}$")


def buyer_problem(number: str, _emirate: str) -> str:
    """What is wrong with a buyer's TRN on an invoice; empty when nothing is. One number is good in all emirates."""
    return "" if TRN.match(number) else "This is not a TRN. It has 15 digits and begins with 100."


def address_problem(post_code: str, emirate: str) -> str:
    """A sentence about what is wrong with a place; empty when nothing is."""
    if emirate not in EMIRATES:
        return "Choose an emirate."
    if post_code:
        return "The United Arab Emirates have no postal codes. Leave it empty."
    return ""

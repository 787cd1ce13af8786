"""What a message is, and how a code and an identifier are recognised in it."""

import re
from dataclasses import dataclass
from typing import Literal

Channel = Literal["email", "sms"]

_CODE = re.compile(r"(?<![\d.,₹+-])\d{6}(?![\d.,]\d|\d)")
_PHONE_DIGITS = 10  # an Indian number without its country code


@dataclass(frozen=True)
class Message:
    channel: Channel
    to: str
    sender: str
    subject: str
    text: str
    html: str


def find_code(text: str) -> str | None:
    """The first number of exactly six digits that is not part of an amount, a phone number or a longer number."""
    found = _CODE.search(text)
    return found.group() if found else None


def address_key(identifier: str) -> str:
    """One form for all ways to write an address: `+91 98450-12345`, `09845012345` and `9845012345` are one phone."""
    plain = identifier.strip().lower()
    if "@" in plain:
        return plain
    digits = re.sub(r"\D", "", plain)
    return digits[-_PHONE_DIGITS:] if len(digits) >= _PHONE_DIGITS else digits or plain

"""Personal data do not enter the log in clear: numbers of people, tax and banks are shortened on the way in."""

from __future__ import annotations

import re
from typing import Any

SECRET = {"password", "code", "token", "secret", "key_secret", "webhook_secret", "totp", "recovery_codes"}
NUMBERS = {"phone", "pan", "bank_account", "account_number", "aadhaar"}
ALONE = r"(?<![\w-])(?:{})(?![\w-])"
PAN = re.compile(ALONE.format(r"[A-Z]{5}[0-9]{4}[A-Z]"))
PHONE = re.compile(ALONE.format(r"(?:\+91[ -]?)?[6-9][0-9]{9}") + r"|\+91[ -]?[6-9][0-9]{9}\b")
BANK = re.compile(ALONE.format(r"[0-9]{9,18}"))
MAIL = re.compile(r"([\w.+-])[\w.+-]*@([\w-]+(?:\.[\w-]+)+)")
HIDDEN = "•••"
LAST = 4


def masked(value: Any, name: str = "") -> Any:
    """A value for the log: the shape stays, what identifies a person is shortened to what they would recognise."""
    if isinstance(value, dict):
        return {str(key): masked(one, str(key)) for key, one in value.items()}
    if isinstance(value, list | tuple | set):
        return [masked(one, name) for one in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    text = str(value)
    if name in SECRET:
        return HIDDEN if text else text
    return _last(text) if name in NUMBERS and text else words(text)


def words(text: str) -> str:
    """Text with the numbers in it shortened; a GSTIN stays, for it is printed on every invoice."""
    text = MAIL.sub(rf"\1{HIDDEN}@\2", text)
    for pattern in (PAN, PHONE, BANK):
        text = pattern.sub(lambda found: _last(found.group()), text)
    return text


def _last(text: str) -> str:
    return HIDDEN + text[-LAST:] if len(text) > LAST else HIDDEN

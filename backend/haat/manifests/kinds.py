"""What a value of a manifest may be. Each kind gives the value to keep, or raises ValueError (as `Wrong`) with a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from haat.core import india
from haat.core.errors import InvalidInput
from haat.core.money import parse_minor
from haat.identity import identifiers

Kind = Callable[[Any], Any]
SLUGS_MAX = 500


class Wrong(ValueError):
    """A value that may not stand here, with a sentence for its author."""


def text(maximum: int = 300, *, blank: bool = False) -> Kind:
    def check(value: Any) -> str:
        if not isinstance(value, str):
            raise Wrong("This must be a text in quotes.")
        if not value.strip() and not blank:
            raise Wrong("This may not be empty.")
        if len(value) > maximum:
            raise Wrong(f"This may have at most {maximum} characters, not {len(value)}.")
        return value.strip()

    return check


def words(minimum: int, maximum: int) -> Kind:
    """A list of short texts."""

    def check(value: Any) -> list[str]:
        if not isinstance(value, list) or not minimum <= len(value) <= maximum:
            raise Wrong(f"This must be a list of {minimum} to {maximum} texts.")
        return [str(text(60)(one)) for one in value]

    return check


def pattern(expression: str, sentence: str, *, blank: bool = False) -> Kind:
    def check(value: Any) -> str:
        if blank and value == "":
            return ""
        if not isinstance(value, str) or not re.fullmatch(expression, value):
            raise Wrong(sentence)
        return value

    return check


def whole(minimum: int, maximum: int) -> Kind:
    def check(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not minimum <= value <= maximum:
            raise Wrong(f"This must be a whole number from {minimum} to {maximum}.")
        return value

    return check


def choice(*allowed: str) -> Kind:
    def check(value: Any) -> str:
        if value not in allowed:
            raise Wrong(f"This must be one of {', '.join(allowed)}.")
        return str(value)

    return check


def flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Wrong("This must be true or false.")
    return value


def money(value: Any) -> int:
    """Minor units of a text of rupees."""
    if not isinstance(value, str):
        raise Wrong('Write money as a text in rupees, such as "99.00".')
    minor = parse_minor(value)
    if minor < 0:
        raise Wrong("Money may not be negative here.")
    return minor


def percent(value: Any) -> int:
    """Basis points of a text such as "12.50"."""
    points = money(value)
    if points > 10_000:
        raise Wrong("A percentage is at most 100.")
    return points


def day(value: Any) -> str:
    """An ISO date, as TOML date or as text."""
    try:
        return (value if isinstance(value, date) else date.fromisoformat(str(value))).isoformat()
    except ValueError:
        raise Wrong('Write the date as "2026-04-01".') from None


def email(value: Any) -> str:
    return _identifier(value, "email", "This is not an e-mail address.")


def phone(value: Any) -> str:
    """E.164; landlines are fine, nobody signs in with this one."""
    return str(pattern(r"\+[1-9][0-9]{7,14}", "Write the phone number as +91 and ten digits, without spaces.")(value))


def mobile(value: Any) -> str:
    return _identifier(value, "sms", "This is not a mobile number. Write it as +919820012345.")


def state(value: Any) -> str:
    if value not in india.STATES:
        raise Wrong('This must be a GST state code such as "27" for Maharashtra.')
    return str(value)


def _identifier(value: Any, channel: str, sentence: str) -> str:
    try:
        found = identifiers.parse(str(value))
    except InvalidInput:
        raise Wrong(sentence) from None
    if found.channel != channel:
        raise Wrong(sentence)
    return found.value


slug = pattern(r"[a-z0-9]+(-[a-z0-9]+)*", "Use small letters, digits and single hyphens.")


def slugs(value: Any) -> list[str]:
    """A list of slugs."""
    if not isinstance(value, list) or len(value) > SLUGS_MAX:
        raise Wrong(f"This must be a list of at most {SLUGS_MAX} slugs.")
    return [str(slug(one)) for one in value]


colour = pattern(r"#[0-9a-fA-F]{6}", 'Write a colour as "#rrggbb".')
pan = pattern(r"[A-Z]{5}[0-9]{4}[A-Z]", "A PAN looks like AAPFI6174K.")
gstin = pattern(r"[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]Z[0-9A-Z]", "A GSTIN looks like 27AAPFU0939F1ZV.", blank=True)
ifsc = pattern(r"[A-Z]{4}0[A-Z0-9]{6}", "An IFSC looks like HDFC0004218.")
pin = pattern(r"[1-9][0-9]{5}", "A PIN code has six digits.")
account = pattern(r"[0-9]{6,18}", "A bank account has 6 to 18 digits.")

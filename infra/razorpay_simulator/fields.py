"""Checks of request bodies, in Razorpay's words where the docs quote them."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from .errors import ApiError

CURRENCIES = ("INR", "AED")  # a merchant is used in one: its balance adds up what it took
MINIMUM_AMOUNT = 100
NOTES_MAX, NOTE_LENGTH_MAX = 15, 256


def refuse_unknown(body: dict[str, Any], allowed: Iterable[str]) -> None:
    extra = sorted(set(body) - set(allowed))
    if extra:
        raise ApiError(f"{', '.join(extra)} is/are not required and should not be sent.", field=extra[0])


def require(body: dict[str, Any], *names: str) -> None:
    for name in names:
        if body.get(name) in (None, ""):
            raise ApiError(f"The {name.replace('_', ' ')} field is required.", field=name)


def amount(body: dict[str, Any], *, too_small: str = "The amount must be at least INR 1.00") -> int:
    """The amount in paise. A bool is an int to Python, but not to Razorpay."""
    require(body, "amount")
    value = body["amount"]
    if isinstance(value, bool) or not isinstance(value, int):
        raise ApiError("The amount must be an integer.", field="amount")
    if value < MINIMUM_AMOUNT:
        raise ApiError(too_small, field="amount")
    return value


def currency(body: dict[str, Any], *, of: str = "") -> str:
    """One that is known; `of` is that of the payment which the call is about."""
    require(body, "currency")
    found = body["currency"]
    if found not in CURRENCIES:
        raise ApiError(
            f"The currency is not supported: this simulator knows {', '.join(CURRENCIES)}.", field="currency"
        )
    if of and found != of:
        raise ApiError(f"The currency should be the same as that of the payment, {of}.", field="currency")
    return str(found)


def text(body: dict[str, Any], name: str, *, longest: int, shortest: int = 0) -> str | None:
    value = body.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ApiError(f"The {name.replace('_', ' ')} must be a string.", field=name)
    if len(value) > longest:
        raise ApiError(f"The {name.replace('_', ' ')} may not be greater than {longest} characters.", field=name)
    if len(value) < shortest:
        raise ApiError(f"The {name.replace('_', ' ')} must be at least {shortest} characters.", field=name)
    return value


def is_web_url(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def mapping(body: dict[str, Any], name: str) -> dict[str, Any]:
    """The object of this name, empty when it was not sent."""
    value = body.get(name)
    if value is None or value == []:
        return {}
    if not isinstance(value, dict):
        raise ApiError(f"The {name.replace('_', ' ')} must be an object.", field=name)
    return value


def flag(body: dict[str, Any], name: str) -> bool:
    value = body.get(name, False)
    if isinstance(value, (bool, int)) and value in (0, 1):
        return bool(value)
    raise ApiError(f"The {name.replace('_', ' ')} field must be true or false.", field=name)


def notes(body: dict[str, Any]) -> dict[str, Any] | list[Any]:
    """Non-empty notes are an object, empty ones are `[]`: Razorpay's PHP shows."""
    value = body.get("notes")
    if not value:
        return []
    if not isinstance(value, dict):
        raise ApiError("The notes must be an object of key and value pairs.", field="notes")
    if len(value) > NOTES_MAX:
        raise ApiError(f"The notes may have at most {NOTES_MAX} pairs.", field="notes")
    for note in value.values():
        if not isinstance(note, (str, int)) or len(str(note)) > NOTE_LENGTH_MAX:
            raise ApiError(f"A note may not be greater than {NOTE_LENGTH_MAX} characters.", field="notes")
    return value

"""Merchants: one Razorpay account each, with its own key. Several live side by side and see nothing of each other."""

import base64
import binascii
import hmac
from dataclasses import dataclass

from .entities import new_id
from .errors import ApiError, unauthorized
from .world import World


@dataclass(frozen=True)
class Merchant:
    id: str
    name: str
    key_id: str
    key_secret: str


def ensure(world: World, *, key_id: str, key_secret: str, name: str = "") -> Merchant:
    """Create the merchant of this key, or give an existing one the new secret."""
    world.store.run(
        "INSERT INTO merchants (id, name, key_id, key_secret) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (key_id) DO UPDATE SET key_secret = excluded.key_secret",
        *(new_id("acc"), name or key_id, key_id, key_secret),
    )
    return by_key(world, key_id)


def by_key(world: World, key_id: str) -> Merchant:
    row = world.store.row("SELECT * FROM merchants WHERE key_id = ?", key_id)
    if row is None:
        raise ApiError("The api key provided is invalid", status=401)
    return Merchant(**dict(row))


def by_id(world: World, merchant_id: str) -> Merchant:
    row = world.store.row("SELECT * FROM merchants WHERE id = ?", merchant_id)
    if row is None:
        raise ApiError("The api key provided is invalid", status=401)
    return Merchant(**dict(row))


def only_or_named(world: World, key_id: str) -> Merchant:
    """The merchant the control plane means: the named one, or the first when none is named."""
    if key_id:
        return by_key(world, key_id)
    row = world.store.row("SELECT * FROM merchants ORDER BY rowid LIMIT 1")
    if row is None:
        raise ApiError("No merchant exists: start with --key-id and --key-secret, or POST /_sim/merchants.")
    return Merchant(**dict(row))


def authenticate(world: World, authorization: str) -> Merchant:
    """HTTP Basic with key id and key secret."""
    scheme, _, encoded = authorization.partition(" ")
    if scheme.lower() != "basic":
        raise unauthorized("Please provide your api key for authentication purposes.")
    try:
        key_id, _, secret = base64.b64decode(encoded, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        raise unauthorized("The api key provided is invalid") from None
    row = world.store.row("SELECT * FROM merchants WHERE key_id = ?", key_id)
    if row is None:
        raise unauthorized("The api key provided is invalid")
    if not hmac.compare_digest(row["key_secret"].encode(), secret.encode()):
        raise unauthorized("Authentication failed")
    return Merchant(**dict(row))

"""Keys: each given as `id:base64,id:base64`, the current one first, or made from the one secret (docs/adr/0022).

The word `derived` instead of base64 is the key that follows from HAAT_SECRET_KEY, so that an installation can leave it.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re

from django.core.exceptions import ImproperlyConfigured

from config.environment import PRODUCTION, env

DEVELOPMENT_SECRET = "development-only-secret-key-of-haat-0123456789"  # noqa: S105 - not a secret, and refused in production
KEY_BYTES = 32
KEY_ID = re.compile(r"^[a-z0-9]{1,16}$")
SECRET_KEY = env.str("HAAT_SECRET_KEY", default="" if PRODUCTION else DEVELOPMENT_SECRET)
if len(SECRET_KEY) < KEY_BYTES:
    raise ImproperlyConfigured("HAAT_SECRET_KEY must be set, to at least 32 random characters.")


def derived(label: str) -> bytes:
    return hmac.new(SECRET_KEY.encode(), label.encode(), hashlib.sha256).digest()


def parse(name: str, text: str, label: str, key_id: str) -> dict[str, bytes]:
    """Keys by id, the current one first; without text the derived one. Raises ImproperlyConfigured."""
    if not text.strip():
        return {key_id: derived(label)}
    found: dict[str, bytes] = {}
    for word in text.split(","):
        given_id, _, value = word.strip().partition(":")
        key = derived(label) if value == "derived" else _decoded(value)
        if not KEY_ID.match(given_id) or given_id in found or len(key) != KEY_BYTES:
            raise ImproperlyConfigured(
                f"{name}: “{given_id}” needs a new id of small letters and digits and {KEY_BYTES} bytes in base64."
            )
        found[given_id] = key
    return found


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text.replace("-", "+").replace("_", "/") + "=" * (-len(text) % 4), validate=True)
    except binascii.Error:
        return b""


# The first of each encrypts or signs, all of them decrypt or verify.
HAAT_DATA_KEYS = parse("HAAT_DATA_KEYS", env.str("HAAT_DATA_KEYS", default=""), "data:k1", "k1")
HAAT_INDEX_KEYS = parse("HAAT_INDEX_KEYS", env.str("HAAT_INDEX_KEYS", default=""), "blind-index", "i1")
HAAT_CODE_KEYS = parse("HAAT_CODE_KEYS", env.str("HAAT_CODE_KEYS", default=""), "login-code", "c1")
HAAT_TOKEN_KEYS = parse("HAAT_TOKEN_KEYS", env.str("HAAT_TOKEN_KEYS", default=""), "access-token:t1", "t1")
HAAT_SEAL_KEYS = parse("HAAT_SEAL_KEYS", env.str("HAAT_SEAL_KEYS", default=""), "audit-seal:s1", "s1")
DERIVED_DATA_KEY = derived("data:k1")
HAAT_INDEX_KEY = next(iter(HAAT_INDEX_KEYS.values()))
HAAT_CODE_KEY = next(iter(HAAT_CODE_KEYS.values()))

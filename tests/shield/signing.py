"""Signing as the payment provider does."""

import hashlib
import hmac


def signed(body: bytes, secret: str) -> str:
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()

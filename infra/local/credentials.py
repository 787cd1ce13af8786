"""Keys and passwords of one checkout: random, made once, readable by its owner only."""

import secrets
from pathlib import Path

from infra.local.files import read_json, write_json

KEYS = (
    "secret_key",
    "postgres_password",
    "owner_password",
    "valkey_password",
    "razorpay_key_secret",
    "razorpay_webhook_secret",
)


def load(file: Path) -> dict[str, str]:
    values: dict[str, str] = read_json(file) or {}
    missing = [key for key in KEYS if key not in values]
    if missing or "razorpay_key_id" not in values:
        values |= {key: secrets.token_urlsafe(32) for key in missing}
        values.setdefault("razorpay_key_id", f"rzp_test_{secrets.token_hex(7)}")
        write_json(file, values, mode=0o600)
    return values

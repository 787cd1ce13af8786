"""An authenticator app for people without a phone at hand: set-up keys in SQLite, and the codes that they give now."""

import base64
import binascii
import hashlib
import hmac
import sqlite3
import struct
import threading
import time
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

STEP_SECONDS = 30
LABEL_MAX = 120

_SCHEMA = """
CREATE TABLE IF NOT EXISTS authenticator (
  id INTEGER PRIMARY KEY AUTOINCREMENT, label TEXT NOT NULL, secret TEXT NOT NULL UNIQUE
) STRICT;
"""


class BadKey(ValueError):
    """What was pasted is no set-up key."""


def read(text: str, label: str = "") -> tuple[str, str]:
    """Label and Base32 secret of a pasted key or otpauth: address. Raises BadKey."""
    text = text.strip()
    if text.lower().startswith("otpauth:"):
        parts = urlsplit(text)
        label = label or unquote(parts.path).strip("/").rpartition(":")[2]
        text = parse_qs(parts.query).get("secret", [""])[0]
    secret = "".join(text.split()).replace("-", "").upper().rstrip("=")
    try:
        key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    except binascii.Error:
        raise BadKey("This is no set-up key. It has letters and the digits 2 to 7.") from None
    if len(key) < 10:
        raise BadKey("This key is too short. Paste all of it.")
    return (label.strip() or f"Key {secret[:4]}")[:LABEL_MAX], secret


def code(secret: str, unix_seconds: float) -> str:
    """RFC 6238: six digits of this half minute."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(unix_seconds) // STEP_SECONDS), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start : start + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06d}"


class Keys:
    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(path, check_same_thread=False)
        self._connection.row_factory = sqlite3.Row
        self._connection.executescript(_SCHEMA)

    def add(self, label: str, secret: str) -> None:
        """Keep a key; pasted again it gets the newer label."""
        query = "INSERT INTO authenticator (label, secret) VALUES (?, ?) ON CONFLICT (secret) DO UPDATE SET label = excluded.label"
        with self._lock, self._connection as connection:
            connection.execute(query, (label, secret))

    def remove(self, number: int) -> None:
        with self._lock, self._connection as connection:
            connection.execute("DELETE FROM authenticator WHERE id = ?", (number,))

    def codes(self, label: str | None = None) -> list[dict[str, Any]]:
        """What each app shows now, newest first, and for how long."""
        now = time.time()
        left = STEP_SECONDS - int(now) % STEP_SECONDS
        query = "SELECT id, label, secret FROM authenticator WHERE ?1 IS NULL OR label = ?1 ORDER BY id DESC"
        with self._lock:
            rows = list(self._connection.execute(query, (label,)))
        return [
            {"id": row["id"], "label": row["label"], "code": code(row["secret"], now), "seconds_left": left}
            for row in rows
        ]

    def close(self) -> None:
        with self._lock:
            self._connection.close()

"""Keyed hashes that the database alone cannot make: what seals of the audit log and of the books are written with."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

from django.conf import settings

GENESIS = "genesis"  # what the first link of a chain follows


def mac(kind: str, parts: list[Any], *, like: str = "") -> str:
    """`key id:hash` over some facts; `like` names an older hash whose key is to be used.

    A key that is gone cannot verify anything: the answer then fits nothing.
    """
    keys: dict[str, bytes] = settings.HAAT_SEAL_KEYS
    key_id = like.partition(":")[0] or next(iter(keys))
    if key_id not in keys:
        return f"{key_id}:unknown-key"
    said = json.dumps([kind, *parts], sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return f"{key_id}:{hmac.new(keys[key_id], said.encode(), hashlib.sha256).hexdigest()}"


def same(found: str, wanted: str) -> bool:
    return hmac.compare_digest(found.encode(), wanted.encode())

"""What a seal is over: one way to write an entry down, and keyed hashes that the database alone cannot make."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import UTC
from typing import TYPE_CHECKING, Any

from django.conf import settings

if TYPE_CHECKING:
    from haat.audit.models import AuditEntry, AuditSeal

GENESIS = "genesis"
CONTENT = (
    "action", "actor_kind", "actor_id", "actor_name", "actor_role", "on_behalf_of", "object_type", "object_id",
    "object_label", "before", "after", "reason", "address", "request_id",
)  # fmt: skip


def content(entry: AuditEntry, *, like: str = "") -> str:
    """The keyed hash of what an entry says; `like` names an older hash whose key is to be used."""
    said = {name: getattr(entry, name) for name in CONTENT}
    return _mac("entry", [str(entry.pk), entry.at.astimezone(UTC).isoformat(), said], like)


def link(seal: AuditSeal, *, previous: str, like: str = "") -> str:
    return _mac("seal", [seal.position, str(seal.entry_id), seal.content, previous], like)


def head(*, brand_id: str, position: int, hash: str, like: str = "") -> str:  # noqa: A002 - the column's name
    return _mac("head", [brand_id, position, hash], like)


def same(found: str, wanted: str) -> bool:
    return hmac.compare_digest(found.encode(), wanted.encode())


def _mac(kind: str, parts: list[Any], like: str) -> str:
    """`key id:hash`. A key that is gone cannot verify anything: the answer then fits nothing."""
    keys: dict[str, bytes] = settings.HAAT_SEAL_KEYS
    key_id = like.partition(":")[0] or next(iter(keys))
    if key_id not in keys:
        return f"{key_id}:unknown-key"
    said = json.dumps([kind, *parts], sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return f"{key_id}:{hmac.new(keys[key_id], said.encode(), hashlib.sha256).hexdigest()}"

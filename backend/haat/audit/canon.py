"""What a seal is over: one way to write an entry down."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from haat.core.macs import GENESIS, mac, same

if TYPE_CHECKING:
    from haat.audit.models import AuditEntry, AuditSeal

__all__ = ["GENESIS", "content", "head", "link", "same"]
CONTENT = (
    "action", "actor_kind", "actor_id", "actor_name", "actor_role", "on_behalf_of", "object_type", "object_id",
    "object_label", "before", "after", "reason", "address", "request_id",
)  # fmt: skip


def content(entry: AuditEntry, *, like: str = "") -> str:
    """The keyed hash of what an entry says; `like` names an older hash whose key is to be used."""
    said = {name: getattr(entry, name) for name in CONTENT}
    return mac("entry", [str(entry.pk), entry.at.astimezone(UTC).isoformat(), said], like=like)


def link(seal: AuditSeal, *, previous: str, like: str = "") -> str:
    return mac("seal", [seal.position, str(seal.entry_id), seal.content, previous], like=like)


def head(*, brand_id: str, position: int, hash: str, like: str = "") -> str:  # noqa: A002 - the column's name
    return mac("head", [brand_id, position, hash], like=like)

"""Reads of the books as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.tenancy import queries as tenancy
from haat.tenancy.context import active_brand, public_scope

if TYPE_CHECKING:
    from datetime import datetime


def standing() -> dict[str, Any]:
    """How far the active brand's books are sealed, and what the last proof of them found."""
    brand_id = active_brand().pk
    with public_scope():
        head = tenancy.ledger_head(brand_id)
    verified_at: datetime | None = head.verified_at if head else None
    checks = head.checks if head else []
    return {
        "sealed": head.position if head else 0,
        "hash": head.hash if head else "",
        "verified": head.verified_position if head else 0,
        "verified_at": verified_at,
        "holds": bool(head and head.verified_at and not head.faults),
        "checks": [check | {"holds": not check["faults"]} for check in checks],
    }

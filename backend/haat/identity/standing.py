"""Which roles of a person count on one portal of one brand, and a version that changes whenever they do."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from haat.identity.models import Membership

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

SCOPE_OF_PORTAL = {"seller": "seller", "admin": "brand", "platform": "platform"}


def memberships(*, user_id: UUID, portal: str, brand_id: UUID | None) -> list[Membership]:
    scope = SCOPE_OF_PORTAL.get(portal)
    if scope is None:
        return []
    rows = Membership.objects.filter(user_id=user_id, scope=scope, brand_id=brand_id, revoked_at=None)
    return list(rows.order_by("created_at"))


def version(rows: Sequence[Membership]) -> str:
    """Other after each grant, revocation and change of role in this scope; what the claim `mv` carries."""
    facts = "|".join(sorted(f"{row.pk}:{row.role}:{row.updated_at.timestamp()}" for row in rows))
    return hashlib.sha256(facts.encode()).hexdigest()[:16]

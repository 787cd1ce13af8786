"""Which roles of a person count on one portal of one brand, and a version that changes whenever they do."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from haat.core.rows import rows
from haat.identity.models import Membership

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

SCOPE_OF_PORTAL = {"seller": "seller", "admin": "brand", "platform": "platform"}
COUNTING = (
    "one.user_id = %s AND one.scope = %s AND one.brand_id IS NOT DISTINCT FROM %s AND one.revoked_at IS NULL "
    "ORDER BY one.created_at"
)


def memberships(*, user_id: UUID, portal: str, brand_id: UUID | None) -> list[Membership]:
    scope = SCOPE_OF_PORTAL.get(portal)
    if scope is None:
        return []
    return rows(Membership, COUNTING, user_id, scope, brand_id)


def version(held: Sequence[Membership]) -> str:
    """Other after each grant, revocation and change of role in this scope; what the claim `mv` carries."""
    facts = "|".join(sorted(f"{row.pk}:{row.role}:{row.updated_at.timestamp()}" for row in held))
    return hashlib.sha256(facts.encode()).hexdigest()[:16]

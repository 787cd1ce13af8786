"""Entities that come with a brand's manifest: whoever wrote it answers for them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from django.db import transaction

from haat.verification import claims as written
from haat.verification.models import Decision, Presence, Requirement, SellerEntity

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.identity.models import User
    from haat.verification.types import EntityClaims

WHY = "Came with the brand's manifest; its author answers for it."


@transaction.atomic
def seed_entity(*, owner: User, claims: EntityClaims, at: datetime) -> SellerEntity:
    """A verified entity; the one with this PAN if there is one already."""
    known = SellerEntity.objects.exclude(status__in=[SellerEntity.Status.DRAFT, SellerEntity.Status.REJECTED])
    found = known.filter(pan_index__in=written.pan_indexes(claims.pan)).first()
    if found is not None:
        return found
    entity = SellerEntity(
        owner=owner, status=SellerEntity.Status.VERIFIED, submitted_at=at, decided_at=at, decision_reason=WHY
    )
    written.write(entity, asdict(claims))
    entity.save()
    Requirement.objects.bulk_create(
        Requirement(
            entity=entity, kind=kind, status=Requirement.Status.WAIVED, reason=WHY, waived_by_name="Haat", checked_at=at
        )
        for kind in Requirement.Kind.values
    )
    Decision.objects.create(entity=entity, decision="verified", reason=WHY, by_name="Haat", at=at)
    return entity


def place(*, entity: SellerEntity, brand_id: UUID, seller_id: UUID) -> Presence:
    """Remember that an entity sells on a brand, so that the brand hears of decisions. Repeatable."""
    presence, _ = Presence.objects.get_or_create(entity=entity, brand_id=brand_id, defaults={"seller_id": seller_id})
    return presence

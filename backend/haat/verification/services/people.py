"""The person behind an entity goes, or becomes one with another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.verification.models import Presence, SellerEntity

if TYPE_CHECKING:
    from haat.identity.models import User


def forget_drafts(*, owner: User) -> dict[str, int]:
    """Throw away what was filled in and never sent. What was sent in is kept as the law on sellers asks."""
    drafts = SellerEntity.objects.filter(owner=owner, status=SellerEntity.Status.DRAFT)
    Presence.objects.filter(entity__in=drafts).delete()
    _, gone = drafts.delete()
    return {label.lower(): number for label, number in gone.items()}


@transaction.atomic
def hand_over(*, source: User, target: User) -> list[SellerEntity]:
    """The entities of one account are the other's. Returns the drafts that stay behind: a person has one at a time."""
    has_draft = SellerEntity.objects.filter(owner=target, status=SellerEntity.Status.DRAFT).exists()
    rows = list(SellerEntity.objects.select_for_update().filter(owner=source).order_by("created_at"))
    behind = [row for row in rows if has_draft and row.status == SellerEntity.Status.DRAFT]
    SellerEntity.objects.filter(pk__in=[row.pk for row in rows if row not in behind]).update(owner=target)
    return behind

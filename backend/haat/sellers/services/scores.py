"""Sellers' records, as somebody who knows orders and reviews computed them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.core import events, generation
from haat.sellers.models import Seller
from haat.sellers.types import SellerScored

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID


@transaction.atomic
def set_scores(*, scores: Mapping[UUID, int]) -> int:
    """Write the scores that differ from what is there and tell of each. Returns how many did."""
    changed = 0
    for row in Seller.objects.select_for_update().filter(pk__in=list(scores)).order_by("pk"):
        score = scores[row.pk]
        if row.score == score:
            continue
        before, row.score = row.score, score
        row.save(update_fields=["score", "updated_at"])
        audit.record("seller.scored", row, before={"score": before}, after={"score": score})
        events.publish(SellerScored(seller_id=str(row.pk)))
        changed += 1
    if changed:
        generation.bump_after_commit()
    return changed

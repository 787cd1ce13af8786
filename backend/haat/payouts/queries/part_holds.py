"""Money of parts that waits for something, such as a dispute of its payment."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef

from haat.payouts.models import PartHold, Payout, PayoutLine

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.sellers.models import Seller


def is_held(part_id: UUID | str) -> bool:
    """Whether something keeps this part out of payouts."""
    return PartHold.objects.filter(part__pk=part_id, released_at=None).exists()


def holds_of(*, seller: Seller) -> QuerySet[PartHold]:
    """What is held of a seller now, the oldest first."""
    return PartHold.objects.filter(seller=seller, released_at=None).select_related("part").order_by("placed_at", "pk")


def held_after_payout(seller_ids: Collection[UUID] | None) -> dict[UUID, int]:
    """By seller, what is held of parts that were paid already: it stands against what the seller earns next."""
    paid = PayoutLine.objects.filter(part=OuterRef("part"), kind=PayoutLine.Kind.SALE)
    rows = PartHold.objects.filter(Exists(paid.exclude(payout__status=Payout.Status.SCHEDULED)), released_at=None)
    if seller_ids is not None:
        rows = rows.filter(seller_id__in=list(seller_ids))
    found: Counter[UUID] = Counter()
    for seller_id, minor in rows.values_list("seller_id", "amount_minor"):
        found[seller_id] += minor
    return dict(found)


def held_parts() -> set[UUID]:
    """Parts that no payout takes while their hold stands."""
    return set(PartHold.objects.filter(released_at=None).values_list("part_id", flat=True))

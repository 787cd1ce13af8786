"""Taking a person out of the cards that name them. The money stays: who has the code may spend it."""

from __future__ import annotations

from django.utils import timezone

from haat.giftcards import queries
from haat.giftcards.models import GiftCard


def forget(*, addresses: list[str]) -> int:
    """Forget for whom cards were and what was written to them. Repeatable."""
    found = list(queries.meant_for(addresses).values_list("pk", flat=True))
    return GiftCard.objects.filter(pk__in=found).update(
        recipient="", recipient_hash="", message="", updated_at=timezone.now()
    )

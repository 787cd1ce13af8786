"""Reserves come back by themselves when their days are over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.ledger import services as ledger
from haat.ledger.chart import seller_payable, seller_reserve
from haat.ledger.types import Leg
from haat.payouts.models import Reserve

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


def release_reserves(*, at: datetime) -> int:
    """Book what is due back into its seller's balance, each once. Returns how many there were."""
    due = (
        Reserve.objects.filter(released_at=None, release_at__lte=at).order_by("release_at").values_list("pk", flat=True)
    )
    return sum(_release(pk, at) for pk in list(due))


def _release(pk: UUID, at: datetime) -> bool:
    with transaction.atomic():
        row = Reserve.objects.select_for_update(of=("self",)).select_related("payout__seller").get(pk=pk)
        if row.released_at is not None:
            return False
        ledger.post(
            key=f"reserveback:{row.pk}", code="payout.reserve_released", at=at, reference=row.payout.number, currency=row.currency,
            legs=[Leg(seller_payable(row.seller_id), seller_reserve(row.seller_id), row.amount_minor)],
            description=f"Reserve of {row.payout.number}",
        )  # fmt: skip
        Reserve.objects.filter(pk=row.pk).update(released_at=at)
        after = {"amount_minor": row.amount_minor}
        audit.record("payout.reserve_released", row.payout, after=after, label=row.payout.label)
    return True

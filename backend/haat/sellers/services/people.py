"""The person behind an application that was never sent in goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.sellers.models import Seller

if TYPE_CHECKING:
    from uuid import UUID


def drop_applications(*, seller_ids: list[UUID]) -> int:
    """Blank and close what was begun and never sent in. Shops that were sent in are a business's, not a person's."""
    blank = dict.fromkeys(
        ("description", "legal_name", "holder_type", "pan_last4", "gstin", "state", "address", "city", "pin"), ""
    )
    rows = list(Seller.objects.filter(pk__in=seller_ids, submitted_at=None).exclude(status=Seller.Status.TERMINATED))
    for row in rows:
        Seller.objects.filter(pk=row.pk).update(
            **blank, name="", slug=f"closed-{row.pk.hex}", status=Seller.Status.TERMINATED
        )
    return len(rows)

"""Transfers from the brand's balance, for what no share on hold covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core.jobs import RetryLater
from haat.payments import services as payment_services
from haat.payouts.models import Disbursement
from haat.payouts.services.settle import failed, paid

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


def send_direct(*, disbursement_id: UUID | str, at: datetime) -> None:
    """Repeatable: a lost answer is asked for again under the same key. Raises GatewayUnknown, RetryLater while it is open."""
    way = Disbursement.objects.select_related("payout__seller").get(pk=disbursement_id)
    if way.status != Disbursement.Status.SENT:
        return
    moved = payment_services.transfer_directly(
        account=way.payout.seller.linked_account_id, amount_minor=way.amount_minor, currency=way.currency, key=str(way.pk),
        number=way.payout.number,
    )  # fmt: skip
    if moved.state == "done":
        paid(way=way, provider_id=moved.provider_id, fees=(moved.fee_minor, moved.fee_tax_minor), at=at)
    elif moved.state == "refused":
        failed(way=way, reason=moved.failure or "Refused by the provider", at=at)
    else:
        raise RetryLater(f"{way.reference}: the provider has not moved it yet.")

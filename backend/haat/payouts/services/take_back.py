"""What a seller no longer earns of a part leaves its share while that is on hold; afterwards its balance is netted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.commissions import queries as commissions
from haat.orders import queries as orders
from haat.payments import queries as payments
from haat.payments import services as payment_services
from haat.payouts.models import Disbursement, Payout

if TYPE_CHECKING:
    from uuid import UUID


def take_back(*, credit_id: UUID | str) -> None:
    """Ask the provider for a piece of this part's share alone, so that what is left of it is what is still earned.

    What a payout that waits would let go of it stays: less would drop the payout. Of a share that was let go nothing is
    asked back: the ledger has taken the money from the seller's balance already.
    """
    credit = orders.credit(credit_id)
    part = credit.part
    with transaction.atomic():
        orders.lock_part(part.pk)
        left = payments.left_of_share(part.pk)
        if not left:
            return
        earned = commissions.earnings(part_id=part.pk, number=part.number, currency=part.currency).net_minor
        too_much = left - max(0, earned, _promised(part.pk))
        if too_much > 0:
            payment_services.take_back(reference=part.pk, amount_minor=too_much, key=f"credit-{credit.pk}")


def _promised(part_id: UUID) -> int:
    waiting = Disbursement.objects.filter(share=part_id, payout__status=Payout.Status.SCHEDULED)
    return waiting.values_list("amount_minor", flat=True).first() or 0

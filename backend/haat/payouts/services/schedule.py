"""Before the money moves: shares on hold at the provider when an order is paid, a payout line when a part is final."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F

from haat.commissions import queries as commissions
from haat.core.money import round_half_up, share
from haat.orders import queries as orders
from haat.payments import queries as payments
from haat.payments import services as payment_services
from haat.payments.types import Share
from haat.payouts import queries
from haat.payouts.models import Payout, PayoutLine

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.orders.models import SellerOrder


TRANSFER_FEE_BP_MAX = 100  # more than a provider asks for moving a share


def share_order(*, order_id: UUID | str) -> None:
    """Put each seller's net on hold at the provider. Cash orders have no captured payment to share."""
    with transaction.atomic():
        payment = payments.captured_payment_of(orders.order(order_id).pk)
        if payment is None or payment.provider == "cod":
            return
        parts = orders.locked_parts(order_id)
        payment_services.share_payment(
            payment=payment, shares=[_share(part) for part in parts if part.seller.is_payable]
        )


def schedule_part(*, part_id: UUID | str, delay_days: int) -> None:
    """Add a part whose return window is over to the seller's open payout, once.

    Cash parts, and what a brand adds above the payment, stay in the seller's balance until a bank rail pays them
    (docs/adr/0009, 0025).
    """
    part = orders.part(part_id)
    if part.order.payment_method == "cod" or part.return_until is None:
        return
    due = part.return_until + timedelta(days=delay_days)  # from the end of the window, however late this runs
    with transaction.atomic():
        orders.lock_part(part.pk)  # a credit takes from the share before, or from the balance afterwards
        if PayoutLine.objects.filter(part=part).exists() or queries.is_held(part.pk):
            return
        earned = commissions.earnings(part_id=part.pk, number=part.number, currency=part.currency)
        left = payments.left_of_share(part.pk)
        now = _transferable(part, earned) if left is None else left
        if now <= 0:
            return
        payout = _open_payout(part, due)
        PayoutLine.objects.create(
            payout=payout, part=part, gross_minor=earned.gross_minor, fee_minor=earned.fee_minor, fee_gst_minor=earned.fee_gst_minor,
            tcs_minor=earned.tcs_minor, tds_minor=earned.tds_minor, net_minor=now, left_minor=earned.net_minor - now,
        )  # fmt: skip
        Payout.objects.filter(pk=payout.pk).update(amount_minor=F("amount_minor") + now)


def _share(part: SellerOrder) -> Share:
    earned = commissions.earnings(part_id=part.pk, number=part.number, currency=part.currency)
    return Share(
        seller_id=str(part.seller_id), reference=str(part.pk), reference_number=part.number, account=part.seller.linked_account_id,
        amount_minor=_transferable(part, earned),
    )  # fmt: skip


def _transferable(part: SellerOrder, earned: commissions.Earnings) -> int:
    """What can be shared out of the payment: a provider moves no more than is left of it after its own fees.

    A brand that pays a large discount owes the seller more than that. The rest stays in the seller's balance.
    """
    payment = payments.captured_payment_of(part.order_id)
    fee = payment.fee_minor if payment else 0
    total = part.order.total_minor
    left = (
        part.total_minor - round_half_up(fee * part.total_minor, total) - share(part.total_minor, TRANSFER_FEE_BP_MAX)
    )
    return min(earned.net_minor, left)


def _open_payout(part: SellerOrder, due_at: datetime) -> Payout:
    """The seller's open payout; the database allows one."""
    existing = (
        Payout.objects.select_for_update().filter(seller_id=part.seller_id, status=Payout.Status.SCHEDULED).first()
    )
    if existing is not None:
        return existing
    number = f"PO-{part.number.replace('-', '')}"
    return Payout.objects.create(number=number, seller_id=part.seller_id, currency=part.currency, due_at=due_at)

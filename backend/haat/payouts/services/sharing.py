"""Before the money moves: each seller's share is put on hold at the provider when an order is paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.commissions import queries as commissions
from haat.core.money import round_half_up, share
from haat.orders import queries as orders
from haat.payments import queries as payments
from haat.payments import services as payment_services
from haat.payments.types import Share

if TYPE_CHECKING:
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
    total, paid = part.order.to_pay_minor, part.total_minor - part.gift_card_minor
    kept = part.rest_minor
    left = kept - round_half_up(fee * paid, total) - share(paid, TRANSFER_FEE_BP_MAX)
    return min(earned.net_minor, left)

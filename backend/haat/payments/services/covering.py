"""No second refund: what a customer's bank has paid in a lost dispute is not paid again.

It is looked at in the moment before the provider is asked. Until then a refund waits for the end of a dispute.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F, Q, Sum

from haat.core import events
from haat.payments.models import Covering, Dispute, DisputeShare, Payment, Refund
from haat.payments.types import RefundCovered, RefundProcessed

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet


def before_sending(*, refund: Refund, at: datetime) -> Refund:
    """Let a refund wait, cover it, or mark that the provider is asked now. What was asked before goes on as it was."""
    with transaction.atomic():
        payment = Payment.objects.select_for_update().get(pk=refund.payment_id)
        refund = Refund.objects.select_for_update(of=("self",)).select_related("payment").get(pk=refund.pk)
        if refund.status == Refund.Status.PROCESSED or refund.asked_at is not None:
            refund.waits = ""
        elif _is_undecided(payment):
            refund.waits = "dispute"
        else:
            refund.waits = ""
            _cover(refund, payment, at)
            refund.asked_at = at if refund.status == Refund.Status.PENDING else None
        refund.save()
    return refund


def _is_undecided(payment: Payment) -> bool:
    """A dispute is open, or is lost and nobody has said yet what it is about."""
    rows = Dispute.objects.filter(payment=payment)
    return rows.filter(Q(ended_at=None) | Q(deducted_minor__gt=0, shares=None)).exists()


def _cover(refund: Refund, payment: Payment, at: datetime) -> None:
    """First what the bank paid of the same part; then what would exceed the payment together with what it paid."""
    for share in _left(payment, refund.part_id):
        if refund.part_id is not None and share.reference == refund.part_id:
            _take(refund, share, share.amount_minor - share.covered_minor, at)
    if not _left(payment, None).exists():
        return
    given = Refund.objects.filter(payment=payment).exclude(pk=refund.pk).exclude(status=Refund.Status.FAILED)
    before = given.filter(asked_at__isnull=False).aggregate(all=Sum(F("amount_minor") - F("covered_minor")))["all"] or 0
    lost = Dispute.objects.filter(payment=payment, ended_at__isnull=False)
    by_bank = lost.aggregate(all=Sum("deducted_minor"))["all"] or 0
    for share in _left(payment, None):
        too_much = before + refund.sent_minor + by_bank - payment.amount_minor
        _take(refund, share, min(too_much, share.amount_minor - share.covered_minor), at)


def _left(payment: Payment, part_id: UUID | None) -> QuerySet[DisputeShare]:
    """Shares of lost disputes that did not stand in for a refund yet, in one order for everybody."""
    rows = DisputeShare.objects.select_for_update(of=("self",)).filter(
        dispute__payment=payment, dispute__ended_at__isnull=False, dispute__deducted_minor__gt=0,
        covered_minor__lt=F("amount_minor"),
    )  # fmt: skip
    return (rows.filter(reference=part_id) if part_id else rows).order_by("pk")


def _take(refund: Refund, share: DisputeShare, minor: int, at: datetime) -> None:
    minor = min(minor, refund.sent_minor)
    if minor <= 0:
        return
    DisputeShare.objects.filter(pk=share.pk).update(covered_minor=F("covered_minor") + minor)
    refund.covered_minor += minor
    made = Covering.objects.create(refund=refund, share=share, amount_minor=minor, bearer=share.bearer, at=at)
    events.publish(RefundCovered(covering_id=str(made.pk)))
    if not refund.sent_minor:
        refund.status, refund.processed_at = Refund.Status.PROCESSED, at
        events.publish(RefundProcessed(refund_id=str(refund.pk)))

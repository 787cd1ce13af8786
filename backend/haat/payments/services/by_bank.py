"""Refunds that staff pays by hand: of cash, and of what the provider cannot send back. Booked with the bank's reference."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.models import F

from haat.audit import services as audit
from haat.core import events
from haat.core.errors import DomainError, InvalidInput, NotNow
from haat.payments.models import Payee, Payment, Refund
from haat.payments.types import RefundProcessed

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.payments.types import PayeeSpec


class PaidBefore(DomainError):
    code = "refund_paid"


def set_payee(*, reference: UUID, spec: PayeeSpec) -> Payee:
    """Where refunds of this order may go. Raises NotNow when all of it was paid back."""
    with transaction.atomic():
        left = Payment.objects.filter(reference=reference, refunded_minor__lt=F("amount_minor"))
        if not left.exists() and not _waiting(reference):
            raise NotNow("All of it was paid back already.")
        facts = {"name": spec.name, "vpa": spec.vpa, "account_number": spec.account_number, "ifsc": spec.ifsc}
        values = {"kind": spec.kind, "details": json.dumps({key: value for key, value in facts.items() if value})}
        row, _ = Payee.objects.update_or_create(reference=reference, defaults=values)
        audit.record("refund.payee_set", row, after={"kind": spec.kind}, label=spec.masked)
    return row


def pay_by_bank(*, refund: Refund) -> Refund:
    """Take over what the provider refused or could not refund. Raises NotNow while it may still pay."""
    with transaction.atomic():
        refund = Refund.objects.select_for_update(of=("self",)).select_related("payment").get(pk=refund.pk)
        is_refused = refund.status == Refund.Status.PENDING and refund.failure and not refund.provider_refund_id
        if refund.is_by_bank or not (refund.status == Refund.Status.FAILED or is_refused):
            raise NotNow("The payment provider may still pay this refund. Wait until it says that it cannot.")
        refund.is_by_bank, refund.status = True, Refund.Status.PENDING
        refund.save(update_fields=["is_by_bank", "status", "updated_at"])
        audit.record("refund.by_bank", refund, after={"amount_minor": refund.amount_minor}, label=_label(refund))
    return refund


def mark_paid(*, refund: Refund, bank_reference: str, at: datetime) -> Refund:
    """Staff paid it. Raises PaidBefore the second time, InvalidInput for a reference that paid something else."""
    try:
        with transaction.atomic():
            refund = Refund.objects.select_for_update(of=("self",)).select_related("payment").get(pk=refund.pk)
            if not refund.is_by_bank:
                raise NotNow("This refund is the payment provider's to pay.")
            if refund.status == Refund.Status.PROCESSED:
                raise PaidBefore(f"This refund was paid before, as {refund.bank_reference}.")
            refund.status, refund.processed_at, refund.bank_reference = Refund.Status.PROCESSED, at, bank_reference
            refund.save(update_fields=["status", "processed_at", "bank_reference", "updated_at"])
            after = {"status": refund.status, "bank_reference": bank_reference, "amount_minor": refund.amount_minor}
            audit.record("refund.paid_by_bank", refund, before={"status": "pending"}, after=after, label=_label(refund))
            events.publish(RefundProcessed(refund_id=str(refund.pk)))
            if not _waiting(refund.payment.reference):
                Payee.objects.filter(reference=refund.payment.reference).update(details="")
    except IntegrityError:
        taken = "Another refund was paid with this reference."
        raise InvalidInput(taken, details={"bank_reference": [taken]}) from None
    return refund


def forget_payees(*, references: list[UUID]) -> int:
    """The accounts of a customer who leaves."""
    return Payee.objects.filter(reference__in=references).delete()[0]


def _waiting(reference: UUID) -> bool:
    rows = Refund.objects.filter(payment__reference=reference, is_by_bank=True, status=Refund.Status.PENDING)
    return rows.exists()


def _label(refund: Refund) -> str:
    return refund.reference_number or refund.payment.reference_number

"""Credit notes of sales."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.documents import queries
from haat.documents.content import credit
from haat.documents.services.invoice import invoice_part
from haat.documents.services.issue import issue
from haat.orders import queries as orders
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.documents.models import Document


def credit_cancelled(*, part_id: UUID | str, at: datetime) -> Document | None:
    """A parcel that was invoiced and then called off: its whole invoice is taken back. None when it had none."""
    with transaction.atomic():
        orders.lock_part(part_id)
        invoice = queries.invoice_of(part_id)
        if invoice is None or invoice.part is None:
            return None
        reason = invoice.part.end_reason or "Cancelled"
        draft = credit.of_whole(invoice, active_brand(), key=f"cancelled:{part_id}", reason=reason)
        return issue(draft=draft, at=at)


def credit_taken(*, credit_id: UUID | str, at: datetime) -> Document | None:
    """What was taken back of a part. None where nothing of the sale was (a gift of the brand's is no credit note), and
    for what was called off before its invoice: that is without it.
    """
    taken = orders.credit(credit_id)
    if not taken.needs_note:
        return None
    with transaction.atomic():
        invoice = queries.invoice_of(taken.part_id) or invoice_part(part_id=taken.part_id, at=at)
        if invoice is None:
            return None
        return issue(draft=credit.of_credit(invoice, active_brand(), taken), at=at)

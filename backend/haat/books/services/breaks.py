"""What people do about a difference: take it, say why it is there, say that it is gone, send stray money back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.books import queries
from haat.books.models import ReconBreak
from haat.books.recon import strays
from haat.core.errors import DomainError, InvalidInput, NotNow
from haat.identity import queries as identity
from haat.payments import queries as payments
from haat.payments import services as payment_services
from haat.tenancy.context import public_scope

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.tenancy.models import Brand

State = ReconBreak.State


class CannotGiveBack(DomainError):
    """Only money that no order asked for is sent back from here, and once."""

    code = "not_stray_money"


def assign(*, row: ReconBreak, brand: Brand, owner_id: UUID | None) -> ReconBreak:
    """Give it to a colleague, or to nobody. Raises InvalidInput for somebody who does not work for this brand."""
    name = ""
    if owner_id is not None:
        with public_scope():
            staff = identity.staff_memberships(owner_id, brand_id=brand.pk)
            members = [row for row in staff if row.brand_id == brand.pk]
            name = members[0].user.name if members else ""
        if not members:
            raise InvalidInput("Choose somebody of this brand.", details={"owner_id": ["Nobody of this brand."]})
    with transaction.atomic():
        row, before = _locked(row), row.owner_id
        row.owner_id = str(owner_id) if owner_id else ""
        row.save(update_fields=["owner_id", "updated_at"])
        if owner_id:
            audit.remember(str(owner_id), name)
        audit.record("recon.break_assigned", row, before={"owner": before}, after={"owner": row.owner_id})
    return row


def explain(*, row: ReconBreak, note: str) -> ReconBreak:
    """Say why it is there. It stays on the list, apart from the open ones, until the difference is gone or changes."""
    return _decide(row, State.EXPLAINED, note, None)


def resolve(*, row: ReconBreak, note: str, at: datetime) -> ReconBreak:
    """Say that it is settled. When the next run finds it again, it is open again."""
    return _decide(row, State.RESOLVED, note, at)


def give_back(*, row: ReconBreak, at: datetime) -> ReconBreak:
    """Send money that no order asked for back to its payer. Raises CannotGiveBack."""
    payment = payments.stray(row.subject) if row.kind == "unknown_payment" else None
    if payment is None or payment.refunded_minor:
        raise CannotGiveBack("This is not money without an order, or it is already on its way back.")
    with transaction.atomic():
        row = _locked(row)
        strays.give_back(payment=payment, at=at)
        audit.record("recon.money_given_back", row, after={"amount_minor": payment.amount_minor}, label=str(row))
    return row


def send_again(*, row: ReconBreak) -> None:
    """Ask the provider for a refund once more that it refused for want of balance. Raises NotNow for anything else."""
    if not queries.can_send_again(row):
        raise NotNow("This is no refund that waits for money at the provider. Nothing was sent.")
    payment_services.send_again(refund=payments.refund(row.subject))


def _decide(row: ReconBreak, state: str, note: str, at: datetime | None) -> ReconBreak:
    with transaction.atomic():
        row = _locked(row)
        before, row.state, row.note, row.resolved_at = row.state, state, note, at
        row.resolved_by_itself = False
        row.save(update_fields=["state", "note", "resolved_at", "resolved_by_itself", "updated_at"])
        audit.record(f"recon.break_{state}", row, before={"state": before}, after={"state": state}, reason=note)
    return row


def _locked(row: ReconBreak) -> ReconBreak:
    return ReconBreak.objects.select_for_update().get(pk=row.pk)

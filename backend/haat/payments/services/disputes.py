"""Disputes as the provider tells them. A message is a hint: the dispute is fetched, and what was fetched is written.

A dispute goes forward only, so that answers that overtake each other cannot reopen what has ended.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.audit import services as audit
from haat.core import events
from haat.core.errors import NotNow
from haat.core.money import spread
from haat.payments import gateway
from haat.payments.models import Dispute, DisputeShare, Payment
from haat.payments.services.waiting import send_waiting
from haat.payments.types import DisputeMoved

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from haat.payments.types import Slice

ENDED = {"won", "lost", "closed"}


class Disputed(NotNow):
    """A bank has a payment in its hands: nothing is paid back beside it."""

    code = "payment_disputed"


def refuse_if_disputed(*, reference: UUID) -> None:
    """Raises Disputed while a customer's bank asks for a payment of this order back."""
    found = Dispute.objects.filter(payment__reference=reference, ended_at=None).order_by("raised_at").first()
    if found is not None:
        raise Disputed(
            f"The customer's bank asks for money of this order back (dispute {found.provider_dispute_id})."
            " Until the bank has decided, nothing can be refunded beside it: the customer could get it twice."
        )


def sync_dispute(*, provider_id: str, at: datetime) -> Dispute | None:
    """Ask the provider and record the answer. None for a dispute that is not this brand's. Raises GatewayUnknown."""
    try:
        entity = gateway.client().call(lambda sdk: sdk.dispute.fetch(provider_id))
    except gateway.GatewayRefused:
        return None
    return record_dispute(entity=entity, at=at)


def record_dispute(*, entity: dict[str, Any], at: datetime) -> Dispute | None:
    """Write a provider's dispute into ours, and publish what is new of it. None when the payment is not ours."""
    with transaction.atomic():
        rows = Payment.objects.select_for_update().filter(provider_payment_id=entity["payment_id"])
        payment = rows.first()
        if payment is None:
            return None
        found = Dispute.objects.select_for_update().filter(provider_dispute_id=entity["id"]).first()
        dispute = found or Dispute(payment=payment, provider_dispute_id=entity["id"], currency=payment.currency)
        before = _facts(dispute) if found else None
        if found is None or found.is_open:
            _write(dispute, entity, at)
        if before == _facts(dispute):
            return dispute
        dispute.save()
        label = payment.reference_number
        audit.record(
            "dispute.moved" if before else "dispute.came", dispute, before=before, after=_facts(dispute), label=label
        )
        if not dispute.is_open:
            _fit(dispute)
            send_waiting(what="dispute", payment=payment)
        events.publish(DisputeMoved(dispute_id=str(dispute.pk)))
    return dispute


def divide_dispute(*, dispute: Dispute, slices: Sequence[Slice]) -> list[DisputeShare]:
    """Say which seller orders a dispute falls on. Replaces what was said before, while nobody bears it yet."""
    with transaction.atomic():
        Dispute.objects.select_for_update().get(pk=dispute.pk)
        kept = DisputeShare.objects.filter(dispute=dispute)
        if kept.exclude(bearer="", covered_minor=0).exists():
            raise NotNow("Who bears this dispute is decided. Its parts can no longer be changed.")
        kept.delete()
        if not dispute.is_open:
            send_waiting(what="dispute", payment=dispute.payment)  # what it stands in for can be said now
        return [
            DisputeShare.objects.create(
                dispute=dispute, seller_id=one.seller_id, reference=one.reference,
                reference_number=one.reference_number, amount_minor=one.amount_minor,
            )
            for one in slices if one.amount_minor > 0
        ]  # fmt: skip


def bear_share(*, share: DisputeShare, bearer: str) -> bool:
    """Note who bears a share. False when that was noted before."""
    return bool(DisputeShare.objects.filter(pk=share.pk, bearer="").update(bearer=bearer))


def note_loss(*, share: DisputeShare, minor: int) -> None:
    """Note what of a share was booked as the brand's loss."""
    DisputeShare.objects.filter(pk=share.pk).update(lost_minor=minor)


def _fit(dispute: Dispute) -> None:
    """When the bank took another amount than it had asked for: the shares are of what it took."""
    shares = list(DisputeShare.objects.filter(dispute=dispute).order_by("reference_number", "pk"))
    if not dispute.is_lost or sum(share.amount_minor for share in shares) == dispute.deducted_minor:
        return
    for share, minor in zip(shares, spread(dispute.deducted_minor, [row.amount_minor for row in shares]), strict=True):
        if minor:
            DisputeShare.objects.filter(pk=share.pk).update(amount_minor=minor)
        else:
            share.delete()


def _write(dispute: Dispute, entity: dict[str, Any], at: datetime) -> None:
    known = {status.value for status in Dispute.Status}
    said = str(entity.get("status"))
    status = said if said in known else dispute.status
    dispute.status = status
    dispute.amount_minor = entity["amount"]
    dispute.deducted_minor = 0 if status == "won" else min(entity.get("amount_deducted") or 0, entity["amount"])
    dispute.taken_minor = dispute.taken_minor or dispute.deducted_minor
    dispute.phase = str(entity.get("phase") or "")[:30]
    dispute.reason_code = str(entity.get("reason_code") or "")[:120]
    dispute.reason = str(entity.get("reason_description") or "")[:300]
    dispute.raised_at = _moment(entity.get("created_at")) or at
    dispute.respond_by = _moment(entity.get("respond_by"))
    evidence = entity.get("evidence")
    dispute.submitted_at = _moment(evidence.get("submitted_at")) if isinstance(evidence, dict) else None
    dispute.ended_at = at if status in ENDED else None


def _moment(seconds: Any) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if isinstance(seconds, int) and seconds > 0 else None


def _facts(dispute: Dispute) -> dict[str, Any]:
    return {
        "status": dispute.status, "amount_minor": dispute.amount_minor, "deducted_minor": dispute.deducted_minor,
        "phase": dispute.phase, "respond_by": dispute.respond_by.isoformat() if dispute.respond_by else None,
        "submitted": dispute.submitted_at is not None,
    }  # fmt: skip

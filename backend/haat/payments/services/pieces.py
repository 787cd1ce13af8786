"""Asking a piece of a seller's share back: our row first, then the provider, which is looked through before it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F

from haat.audit import services as audit
from haat.core import jobs
from haat.core.jobs import RetryLater
from haat.payments import gateway
from haat.payments.models import Reversal, Transfer

if TYPE_CHECKING:
    from uuid import UUID

NOT_GONE = (Transfer.Status.INTENDED, Transfer.Status.HELD)


def take_back(*, reference: UUID, amount_minor: int, key: str) -> Reversal | None:
    """Ask back so much of the share of a part while it is on hold, once for its key; all of it at most.

    None when there is nothing to take: no share, released already, or nothing left of it.
    """
    with transaction.atomic():
        transfer = Transfer.objects.select_for_update().filter(reference=reference).first()
        existing = Reversal.objects.filter(key=key).first()
        if existing or transfer is None or transfer.status not in NOT_GONE or transfer.wanted:
            return existing
        amount = min(amount_minor, transfer.left_minor)
        if amount <= 0:
            return None
        row = Reversal.objects.create(transfer=transfer, key=key, amount_minor=amount)
        Transfer.objects.filter(pk=transfer.pk).update(reversed_minor=F("reversed_minor") + amount)
        jobs.enqueue("payments.send_reversal", reversal_id=row.pk)
    return row


def send_reversal(*, reversal: Reversal) -> Reversal:
    """Carry it out. Repeatable; raises GatewayUnknown, and RetryLater while the share itself is not made yet.

    Of a share that the provider refused to make there is nothing to ask back.
    """
    transfer = reversal.transfer
    if reversal.status != Reversal.Status.WANTED:
        return reversal
    if transfer.status == Transfer.Status.FAILED and not transfer.provider_transfer_id:
        return _end(reversal, Reversal.Status.REFUSED, failure="The share was never made.")
    if transfer.status == Transfer.Status.INTENDED or not transfer.provider_transfer_id:
        raise RetryLater(f"{transfer.reference_number}: its share is not made yet.")
    found = _made(transfer.provider_transfer_id, reversal.key)
    if found is None:
        try:
            found = _ask_back(reversal)
        except gateway.GatewayRefused as error:
            return _end(reversal, Reversal.Status.REFUSED, failure=error.description[:300])
    return _end(reversal, Reversal.Status.DONE, provider_reversal_id=found["id"])


def send_pieces(transfer: Transfer) -> None:
    """Everything that was asked back of a share, before it is released."""
    for row in transfer.reversals.filter(status=Reversal.Status.WANTED).select_related("transfer").order_by("pk"):
        send_reversal(reversal=row)


def _ask_back(reversal: Reversal) -> dict[str, Any]:
    """Raises GatewayRefused, and RetryLater while the provider still moves the share: it gives nothing back before."""
    transfer, body = reversal.transfer, {"amount": reversal.amount_minor, "notes": {"key": reversal.key}}

    def ask() -> dict[str, Any]:
        found: dict[str, Any] = gateway.client().call(
            lambda sdk: sdk.transfer.reverse(transfer.provider_transfer_id, dict(body))
        )
        return found

    try:
        return ask()
    except gateway.GatewayRefused as error:
        if _is_moving(str(transfer.provider_transfer_id)):
            raise RetryLater(f"{transfer.reference_number}: the provider has not moved this share yet.") from error
    return ask()  # it may have been moved between the refusal and the look: what it says now counts


def _is_moving(provider_transfer_id: str) -> bool:
    """It was made a moment ago."""
    entity = gateway.client().call(lambda sdk: sdk.transfer.fetch(provider_transfer_id))
    return entity.get("status") in {"created", "pending"}


def _made(provider_transfer_id: str, key: str) -> dict[str, Any] | None:
    known = gateway.client().call(lambda sdk: sdk.transfer.reversals(provider_transfer_id))
    for item in known.get("items", []):
        notes = item.get("notes")
        if isinstance(notes, dict) and notes.get("key") == key:
            return dict(item)
    return None


def _end(reversal: Reversal, status: str, **facts: Any) -> Reversal:
    with transaction.atomic():
        waiting = Reversal.objects.filter(pk=reversal.pk, status=Reversal.Status.WANTED)
        if waiting.update(status=status, **facts):
            transfer = Transfer.objects.select_for_update().get(pk=reversal.transfer_id)
            if status == Reversal.Status.REFUSED:
                transfer.reversed_minor -= reversal.amount_minor
            elif not transfer.left_minor and not transfer.reversals.filter(status=Reversal.Status.WANTED).exists():
                transfer.status, transfer.wanted = Transfer.Status.REVERSED, "reverse"  # until its kept fee is booked
            transfer.save(update_fields=["reversed_minor", "status", "wanted", "updated_at"])
            after = {"status": status, "amount_minor": reversal.amount_minor}
            audit.record("transfer.piece_reversed", transfer, after=after, label=transfer.reference_number)
    reversal.refresh_from_db()
    return reversal

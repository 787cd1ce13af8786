"""Sharing a payment among sellers: transfers on hold as soon as it is paid, released when due, reversed on cancellation.

They are made at once because a provider makes none after a first refund (docs/adr/0009).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models.functions import Now

from haat.audit import services as audit
from haat.core import events, jobs
from haat.core.jobs import RetryLater
from haat.payments import gateway
from haat.payments.models import Payment, Transfer
from haat.payments.services.pieces import send_pieces
from haat.payments.types import Share, TransferFailed, TransferReleased

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID


def share_payment(*, payment: Payment, shares: Sequence[Share]) -> None:
    """Write the intents and ask for the transfers after the commit. Sellers without a linked account have no share here."""
    wanted = [share for share in shares if share.account and share.amount_minor > 0]
    Transfer.objects.bulk_create(
        [
            Transfer(
                payment=payment, reference=share.reference, reference_number=share.reference_number, seller_id=share.seller_id,
                account=share.account, amount_minor=share.amount_minor,
            )
            for share in wanted
        ],
        ignore_conflicts=True,
    )  # fmt: skip
    for share in wanted:  # a refused one may be possible now, to the account that the seller has today
        refused = Transfer.objects.filter(
            reference=share.reference, status=Transfer.Status.FAILED, provider_transfer_id=None
        )
        facts = {"account": share.account, "amount_minor": share.amount_minor}  # something may have gone back since
        refused.update(status=Transfer.Status.INTENDED, failure="", **facts)
    if wanted:
        jobs.enqueue("payments.send_transfers", payment_id=payment.pk)


def send_transfers(*, payment: Payment) -> None:
    """Make the transfers that the provider does not have yet; a lost answer is found by the notes. Raises GatewayUnknown."""
    open_rows = list(
        payment.transfers.filter(provider_transfer_id=None, status=Transfer.Status.INTENDED).order_by("pk")
    )
    if not open_rows:
        return
    known = gateway.client().call(lambda sdk: sdk.payment.transfers(payment.provider_payment_id))
    missing = [row for row in open_rows if not _adopt(row, known.get("items", []))]
    if not missing:
        return
    body = {
        "transfers": [
            {
                "account": row.account, "amount": row.amount_minor, "currency": payment.currency, "on_hold": True,
                "notes": {"reference": str(row.reference), "number": row.reference_number},
            }
            for row in missing
        ],
    }  # fmt: skip
    try:
        made = gateway.client().call(lambda sdk: sdk.payment.transfer(payment.provider_payment_id, dict(body)))
    except gateway.GatewayRefused as error:
        Transfer.objects.filter(pk__in=[row.pk for row in missing]).update(
            status=Transfer.Status.FAILED, failure=error.description[:300]
        )
        for row in missing:
            _note("transfer.failed", row, row.status, Transfer.Status.FAILED)
        return
    for row in missing:
        _adopt(row, made.get("items", []))


def release(*, reference: UUID) -> bool:
    """Ask for a held share to be paid out. False when there is none to release."""
    return _wish(reference, "release")


def reverse(*, reference: UUID) -> bool:
    """Ask for a held share to come back, for a cancelled seller order."""
    return _wish(reference, "reverse")


def settle_wish(*, transfer: Transfer) -> None:
    """Carry out what was asked for. Repeatable: the provider's own state decides. Raises GatewayUnknown, RetryLater."""
    if transfer.status == Transfer.Status.INTENDED:
        send_transfers(payment=transfer.payment)
        transfer.refresh_from_db()
    if transfer.status != Transfer.Status.HELD or not transfer.provider_transfer_id:
        return
    entity = gateway.client().call(lambda sdk: sdk.transfer.fetch(transfer.provider_transfer_id))
    if entity.get("status") == "failed":
        _failed(transfer, entity)
        return
    if entity.get("status") in {"created", "pending"}:
        raise RetryLater(f"{transfer.reference_number}: the provider has not moved this share yet.")
    if transfer.wanted == "reverse":
        rest = transfer.amount_minor - (entity.get("amount_reversed") or 0)
        if rest:
            gateway.client().call(lambda sdk: sdk.transfer.reverse(transfer.provider_transfer_id, {"amount": rest}))
        _reversed(transfer)
        return
    send_pieces(transfer)
    transfer.refresh_from_db()
    if transfer.status == Transfer.Status.REVERSED:
        return
    if entity.get("on_hold"):
        entity = gateway.client().call(lambda sdk: sdk.transfer.edit(transfer.provider_transfer_id, {"on_hold": False}))
    _released(transfer, entity)


def note_fee(*, transfer: Transfer, fee_minor: int, tax_minor: int) -> None:
    """What the provider asked for moving a share that came back: it keeps that, and nothing more is wanted of it."""
    Transfer.objects.filter(pk=transfer.pk).update(fee_minor=fee_minor, fee_tax_minor=tax_minor, wanted="")


def _note(action: str, transfer: Transfer, before: str, after: str) -> None:
    amount = {"amount_minor": transfer.amount_minor}
    audit.record(
        action, transfer, before={"status": before}, after={"status": after} | amount, label=transfer.reference_number
    )


def _reversed(transfer: Transfer) -> None:
    with transaction.atomic():
        held = Transfer.objects.filter(pk=transfer.pk, status=Transfer.Status.HELD)
        if held.update(status=Transfer.Status.REVERSED):
            _note("transfer.reversed", transfer, Transfer.Status.HELD, Transfer.Status.REVERSED)


def _failed(transfer: Transfer, entity: dict[str, Any]) -> None:
    """It was never made: nothing lies on hold, and nothing can be let go."""
    with transaction.atomic():
        held = Transfer.objects.filter(pk=transfer.pk, status=Transfer.Status.HELD)
        said = str((entity.get("error") or {}).get("description") or "")[:300]
        if held.update(status=Transfer.Status.FAILED, failure=said, wanted=""):
            _note("transfer.failed", transfer, Transfer.Status.HELD, Transfer.Status.FAILED)
            events.publish(TransferFailed(transfer_id=str(transfer.pk), reference=str(transfer.reference)))


def _released(transfer: Transfer, entity: dict[str, Any]) -> None:
    with transaction.atomic():
        held = Transfer.objects.filter(pk=transfer.pk, status=Transfer.Status.HELD)
        if held.update(
            status=Transfer.Status.RELEASED, fee_minor=entity.get("fees") or 0, fee_tax_minor=entity.get("tax") or 0
        ):
            _note("transfer.released", transfer, Transfer.Status.HELD, Transfer.Status.RELEASED)
            events.publish(TransferReleased(transfer_id=str(transfer.pk), reference=str(transfer.reference)))


def _wish(reference: UUID, wanted: str) -> bool:
    possible = [Transfer.Status.INTENDED, Transfer.Status.HELD]
    transfer = Transfer.objects.filter(reference=reference, status__in=possible).first()
    if transfer is None:
        return False
    Transfer.objects.filter(pk=transfer.pk).update(wanted=wanted, updated_at=Now())
    jobs.enqueue("payments.settle_transfer", transfer_id=transfer.pk)
    return True


def _adopt(row: Transfer, items: list[dict[str, Any]]) -> bool:
    for item in items:
        notes = item.get("notes")
        if isinstance(notes, dict) and notes.get("reference") == str(row.reference):
            with transaction.atomic():
                Transfer.objects.filter(pk=row.pk).update(provider_transfer_id=item["id"], status=Transfer.Status.HELD)
                _note("transfer.held", row, row.status, Transfer.Status.HELD)
            return True
    return False

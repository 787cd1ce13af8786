"""Reads of payments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, F, OuterRef, Q, Sum
from django.db.models.functions import Coalesce

from haat.core.errors import NotFound
from haat.core.jobs import RetryLater
from haat.payments.gateway import PROVIDER
from haat.payments.models import (
    Covering,
    Dispute,
    DisputeShare,
    GatewayAccount,
    Payee,
    Payment,
    Refund,
    Reversal,
    Transfer,
    WebhookEvent,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

CHUNK = 2_000


def gateway_account() -> GatewayAccount | None:
    """The brand's own account; without one the installation's takes the payments."""
    return GatewayAccount.objects.filter(provider=PROVIDER).first()


def payment(payment_id: UUID | str) -> Payment:
    return Payment.objects.get(pk=payment_id)


def payment_by_return_ref(ref: str) -> Payment:
    """Raises NotFound."""
    found = Payment.objects.filter(return_ref=ref).first()
    if found is None:
        raise NotFound("This payment does not exist.")
    return found


def payments_of(reference: UUID) -> list[Payment]:
    """Every attempt at a reference, the latest last."""
    rows = Payment.objects.filter(reference=reference).prefetch_related("refunds", "transfers")
    return list(rows.order_by("created_at", "pk"))


def latest_attempt(reference: UUID) -> Payment:
    """The attempt that a customer is asked to pay; money that came beside it was asked for by nobody."""
    return Payment.objects.filter(reference=reference, is_stray=False).latest("created_at", "pk")


def captured_payment_of(reference: UUID) -> Payment | None:
    return (
        Payment.objects.filter(reference=reference, captured_at__isnull=False, is_stray=False)
        .order_by("captured_at")
        .first()
    )


def refund(refund_id: UUID | str) -> Refund:
    return Refund.objects.select_related("payment").get(pk=refund_id)


def pending_refunds() -> QuerySet[Refund]:
    return Refund.objects.filter(status=Refund.Status.PENDING, provider_refund_id__isnull=False).select_related(
        "payment"
    )


def transfer(transfer_id: UUID | str) -> Transfer:
    return Transfer.objects.select_related("payment").get(pk=transfer_id)


def transfer_of(reference: UUID) -> Transfer | None:
    return Transfer.objects.filter(reference=reference).first()


def shares(references: Iterable[UUID]) -> dict[UUID, Transfer]:
    """The sellers' shares of some parts, however they stand."""
    wanted, found = list(references), {}
    for first in range(0, len(wanted), 5_000):
        rows = Transfer.objects.filter(reference__in=wanted[first : first + 5_000])
        found.update({row.reference: row for row in rows})
    return found


def shares_on_hold(seller_ids: Iterable[UUID] | None = None) -> Iterator[Transfer]:
    """Shares that lie at the provider in their sellers' names, of whom nothing was asked yet; the oldest first."""
    rows = Transfer.objects.filter(status=Transfer.Status.HELD, wanted="").order_by("created_at", "pk")
    if seller_ids is not None:
        rows = rows.filter(seller_id__in=list(seller_ids))
    return rows.iterator(CHUNK)


def reversal(reversal_id: UUID | str) -> Reversal:
    return Reversal.objects.select_related("transfer__payment").get(pk=reversal_id)


def left_of_share(reference: UUID) -> int | None:
    """What a part's share still holds for its seller, pieces that are asked back left out; None without a share.

    This is what a payout of the part moves, neither more nor less: the provider releases the whole rest at once.
    """
    found = transfer_of(reference)
    return found.left_minor if found else None


def reversed_pieces(provider_ids: Collection[str]) -> dict[str, int]:
    """What came back in pieces of released shares, by the provider's id."""
    rows = Transfer.objects.filter(provider_transfer_id__in=provider_ids, status=Transfer.Status.RELEASED)
    return {str(row.provider_transfer_id): row.reversed_minor for row in rows.filter(reversed_minor__gt=0)}


def refundable_payment_of(reference: UUID) -> Payment:
    """The payment out of which an order's refunds go: what was captured, or the cash that is taken at the door.

    Raises RetryLater before there is one.
    """
    found = captured_payment_of(reference)
    found = found or Payment.objects.filter(reference=reference, provider="cod").order_by("created_at").first()
    if found is None:
        raise RetryLater(f"No payment of {reference} is known yet.")
    return found


def bank_refunds(*, status: str = "") -> QuerySet[Refund]:
    """Refunds that staff pays by hand, the oldest first; `failed` are those that the provider could not send."""
    rows = Refund.objects.select_related("payment").order_by("created_at", "pk")
    refused = Q(status=Refund.Status.FAILED) | ~Q(failure="") & Q(status=Refund.Status.PENDING, provider_refund_id=None)
    if status == "failed":
        return rows.filter(refused, is_by_bank=False)
    rows = rows.filter(is_by_bank=True)
    return rows.filter(status=status) if status else rows


def bank_refund(refund_id: UUID) -> Refund:
    """Raises NotFound."""
    found = Refund.objects.select_related("payment").filter(pk=refund_id).first()
    if found is None:
        raise NotFound("There is no such refund.")
    return found


def payees(references: Iterable[UUID]) -> dict[UUID, Payee]:
    return {row.reference: row for row in Payee.objects.filter(reference__in=list(references))}


def refund_with_key(key: str) -> Refund | None:
    return Refund.objects.select_related("payment").filter(key=key).first()


def refunds_with_keys(keys: Iterable[str]) -> dict[str, Refund]:
    return {row.key: row for row in Refund.objects.select_related("payment").filter(key__in=list(keys))}


def webhook_event(event_id: UUID | str) -> WebhookEvent:
    return WebhookEvent.objects.get(pk=event_id)


def has_open_refund(references: Iterable[UUID]) -> bool:
    """Whether money is still on its way back for one of these."""
    rows = Refund.objects.filter(payment__reference__in=list(references), status=Refund.Status.PENDING)
    return rows.exists()


def captured_online() -> Iterator[Payment]:
    """Everything that the provider took for this brand, one by one."""
    rows = Payment.objects.filter(provider=PROVIDER, captured_at__isnull=False).order_by("pk")
    return rows.iterator(CHUNK)


def refund_keys(prefix: str) -> Iterator[str]:
    return refunds_of(prefix).values_list("key", flat=True).iterator(CHUNK)


def refunds_keyed(prefix: str) -> Iterator[Refund]:
    """Refunds of one cause: `part-` of a cancelled part, `late-` of money without an order."""
    return refunds_of(prefix).iterator(CHUNK)


def refunds_of(prefix: str) -> QuerySet[Refund]:
    return Refund.objects.filter(key__startswith=prefix).order_by("pk")


def processed_refunds() -> Iterator[Refund]:
    return Refund.objects.filter(status=Refund.Status.PROCESSED).order_by("pk").iterator(CHUNK)


def released_transfers() -> Iterator[Transfer]:
    return Transfer.objects.filter(status=Transfer.Status.RELEASED).order_by("pk").iterator(CHUNK)


def refunded_wrongly() -> Iterator[tuple[str, int, int, int]]:
    """Payments whose refunds do not add up: number, what was paid, what is kept as refunded, what the refunds say."""
    rows = Payment.objects.annotate(said=Coalesce(Sum("refunds__amount_minor"), 0)).exclude(
        refunded_minor=F("said"), refunded_minor__lte=F("amount_minor")
    )
    return rows.values_list("reference_number", "amount_minor", "refunded_minor", "said").iterator(CHUNK)


def paid_by_reference() -> dict[UUID, int]:
    """What was taken for each reference, without stray money and what came after its end."""
    ended = Refund.objects.filter(payment=OuterRef("pk"), key__startswith="late-")
    rows = Payment.objects.filter(captured_at__isnull=False, is_stray=False).exclude(Exists(ended)).order_by()
    return dict(rows.values_list("reference").annotate(Sum("amount_minor")))


def known_payments(*, ids: Collection[str], order_ids: Collection[str]) -> list[Payment]:
    """Ours among the provider's payments, by their own ids and by those of their orders."""
    return list(Payment.objects.filter(Q(provider_payment_id__in=ids) | Q(provider_order_id__in=order_ids)))


def known_refunds(ids: Collection[str]) -> dict[str, Refund]:
    rows = Refund.objects.filter(provider_refund_id__in=ids).select_related("payment")
    return {row.provider_refund_id: row for row in rows if row.provider_refund_id}


def unanswered_refund(*, provider_payment_id: str, amount_minor: int) -> Refund | None:
    """A refund that we asked for and whose answer was lost."""
    rows = Refund.objects.filter(status=Refund.Status.PENDING, provider_refund_id=None, asked_at__isnull=False)
    rows = rows.filter(is_by_bank=False, amount_minor=amount_minor + F("covered_minor"))
    return rows.filter(payment__provider_payment_id=provider_payment_id).select_related("payment").first()


def known_transfers(ids: Collection[str]) -> dict[str, Transfer]:
    rows = Transfer.objects.filter(provider_transfer_id__in=ids).select_related("payment")
    return {row.provider_transfer_id: row for row in rows if row.provider_transfer_id}


def unanswered_transfer(reference: str) -> Transfer | None:
    rows = Transfer.objects.filter(provider_transfer_id=None, status=Transfer.Status.INTENDED).select_related("payment")
    return next((row for row in rows if str(row.reference) == reference), None)


def taken_between(since: datetime, until: datetime) -> list[Payment]:
    """What we hold for captured in a stretch of time, to ask whether the provider says so too."""
    rows = Payment.objects.filter(provider=PROVIDER, captured_at__gte=since, captured_at__lt=until)
    return list(rows.order_by("captured_at"))


def back_without_fee() -> list[str]:
    """Shares that came back and whose kept fee nobody has asked for yet, by the provider's ids."""
    rows = Transfer.objects.filter(status=Transfer.Status.REVERSED, wanted="reverse")
    return [found for found in rows.order_by("pk").values_list("provider_transfer_id", flat=True)[:500] if found]


def returned_transfers() -> Iterator[Transfer]:
    """Shares that came back and for whose way the provider kept its fee."""
    return Transfer.objects.filter(status=Transfer.Status.REVERSED, fee_minor__gt=0).order_by("pk").iterator(CHUNK)


def authorised_before(at: datetime) -> QuerySet[Payment]:
    """Money that a bank promised and nobody took."""
    return Payment.objects.filter(status=Payment.Status.AUTHORISED, created_at__lt=at).order_by("created_at")


def transfers_waiting_since(at: datetime) -> QuerySet[Transfer]:
    """Shares that failed, were never made, or whose release or return was asked for and not done."""
    asked = Q(status=Transfer.Status.HELD, updated_at__lt=at) & ~Q(wanted="")
    late = Q(status=Transfer.Status.INTENDED, created_at__lt=at) | Q(status=Transfer.Status.FAILED, created_at__lt=at)
    return Transfer.objects.filter(asked | late).order_by("created_at")


def refunds_waiting_since(*, unanswered: datetime, unpaid: datetime) -> QuerySet[Refund]:
    """Refunds that failed, that the provider never answered, or that it has not paid for days."""
    silent = Q(status=Refund.Status.PENDING, provider_refund_id=None, created_at__lt=unanswered, is_by_bank=False)
    slow = Q(status=Refund.Status.PENDING, created_at__lt=unpaid)
    poor = Q(status=Refund.Status.PENDING, waits="balance")  # told at once: somebody must bring money
    rows = Refund.objects.filter(silent | slow | poor | Q(status=Refund.Status.FAILED)).exclude(waits="dispute")
    return rows.select_related("payment").order_by("created_at")


def stray(provider_payment_id: str) -> Payment | None:
    """Money beside our orders, by the provider's id."""
    return Payment.objects.filter(provider_payment_id=provider_payment_id, is_stray=True).first()


def is_given_back(payment: Payment) -> bool:
    return Refund.objects.filter(payment=payment, status=Refund.Status.PROCESSED).exists()


def dispute(dispute_id: UUID | str) -> Dispute:
    return Dispute.objects.select_related("payment").prefetch_related("shares").get(pk=dispute_id)


def dispute_share(share_id: UUID | str) -> DisputeShare:
    return DisputeShare.objects.select_related("dispute__payment").get(pk=share_id)


def disputes_of(reference: UUID) -> list[Dispute]:
    """Disputes of an order's payments, the oldest first."""
    rows = Dispute.objects.filter(payment__reference=reference).select_related("payment")
    return list(rows.prefetch_related("shares").order_by("raised_at", "pk"))


def has_open_dispute(reference: UUID) -> bool:
    return Dispute.objects.filter(payment__reference=reference, ended_at=None).exists()


def open_dispute_ids() -> list[str]:
    return list(Dispute.objects.filter(ended_at=None).values_list("provider_dispute_id", flat=True))


def known_disputes(ids: Collection[str]) -> dict[str, Dispute]:
    rows = Dispute.objects.filter(provider_dispute_id__in=ids).select_related("payment")
    return {row.provider_dispute_id: row for row in rows}


def shares_of_part(part_id: UUID) -> list[DisputeShare]:
    """What of disputes falls on a seller order."""
    return list(DisputeShare.objects.filter(reference=part_id).select_related("dispute").order_by("pk"))


def covering(covering_id: UUID | str) -> Covering:
    return Covering.objects.select_related("refund__payment", "share__dispute").get(pk=covering_id)


def coverings() -> Iterator[Covering]:
    """Every refund that a lost dispute stood in for."""
    return Covering.objects.select_related("share__dispute").order_by("pk").iterator(CHUNK)


def waits_for_money(refund_id: str) -> bool:
    """Whether a refund was refused for want of balance at the provider."""
    return Refund.objects.filter(pk=refund_id, status=Refund.Status.PENDING, waits="balance").exists()


def disputes_that_took() -> Iterator[Dispute]:
    """Every dispute in which a bank took money, whether it gave it back or not."""
    return Dispute.objects.filter(taken_minor__gt=0).order_by("pk").iterator(CHUNK)


def shares_lost() -> Iterator[DisputeShare]:
    return DisputeShare.objects.filter(lost_minor__gt=0).order_by("pk").iterator(CHUNK)

"""Reads of payments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, F, OuterRef, Q, Sum
from django.db.models.functions import Coalesce

from haat.core.errors import NotFound
from haat.payments.gateway import PROVIDER
from haat.payments.models import GatewayAccount, Payment, Refund, Transfer, WebhookEvent

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
    rows = Refund.objects.filter(status=Refund.Status.PENDING, provider_refund_id=None, amount_minor=amount_minor)
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
    silent = Q(status=Refund.Status.PENDING, provider_refund_id=None, created_at__lt=unanswered)
    slow = Q(status=Refund.Status.PENDING, created_at__lt=unpaid)
    rows = Refund.objects.filter(silent | slow | Q(status=Refund.Status.FAILED))
    return rows.select_related("payment").order_by("created_at")


def stray(provider_payment_id: str) -> Payment | None:
    """Money beside our orders, by the provider's id."""
    return Payment.objects.filter(provider_payment_id=provider_payment_id, is_stray=True).first()


def is_given_back(payment: Payment) -> bool:
    return Refund.objects.filter(payment=payment, status=Refund.Status.PROCESSED).exists()

"""Reads of payments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, F, OuterRef, Sum
from django.db.models.functions import Coalesce

from haat.core.errors import NotFound
from haat.payments.gateway import PROVIDER
from haat.payments.models import GatewayAccount, Payment, Refund, Transfer, WebhookEvent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
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

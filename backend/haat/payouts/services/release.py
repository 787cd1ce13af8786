"""Moving the money: a due payout is booked, its holds released, and closed when the provider has paid every line."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.core import events
from haat.ledger import queries as books
from haat.ledger import services as ledger
from haat.ledger.chart import GATEWAY, payout_in_transit, seller_payable
from haat.ledger.types import Leg
from haat.payments import queries as payments
from haat.payments import services as payment_services
from haat.payouts import queries
from haat.payouts.models import Payout, PayoutLine
from haat.payouts.services.schedule import share_order
from haat.payouts.types import PayoutPaid
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

TRY_AGAIN_AFTER = timedelta(hours=1)


def release_due(*, at: datetime) -> int:
    """Start every payout that is due and can be paid; returns how many were started. A frozen seller's wait."""
    due = queries.due(at).values_list("pk", flat=True)
    return sum(_start(payout_id, at) for payout_id in due)


def run_payouts(*, at: datetime) -> int:
    """The same, by somebody's hand: who started a run is a line of the log, also when nothing was due."""
    with transaction.atomic():
        started = release_due(at=at)
        audit.record("payout.run", active_brand(), after={"started": started})
    return started


def settle(*, part_id: UUID | str, transfer_id: UUID | str, at: datetime) -> None:
    """The provider released a line: book it, and close the payout with its last one. Repeatable."""
    transfer = payments.transfer(transfer_id)
    with transaction.atomic():
        line = (
            PayoutLine.objects.select_for_update(of=("self",))
            .select_related("payout__seller", "part")
            .get(part__pk=part_id)
        )
        if line.paid_at is not None:
            return
        fee, tax = transfer.fee_minor, transfer.fee_tax_minor
        legs = [
            Leg(GATEWAY, payout_in_transit(transfer.seller_id), line.net_minor), Leg(GATEWAY, "route_fee", fee - tax),
            Leg(GATEWAY, "gst_input_credit", tax),
        ]  # fmt: skip
        ledger.post(
            key=f"transfer:{transfer.provider_transfer_id}", code="payout.paid", legs=legs, at=at, reference=line.part.number,
            description=f"Payout {line.payout.number}", currency=line.payout.currency,
        )  # fmt: skip
        PayoutLine.objects.filter(pk=line.pk).update(paid_at=at)
        if not PayoutLine.objects.filter(payout=line.payout, paid_at=None).exists():
            Payout.objects.filter(pk=line.payout_id).update(status=Payout.Status.PAID, paid_at=at)
            before, after = {"status": line.payout.status}, {"status": Payout.Status.PAID}
            audit.record("payout.paid", line.payout, before=before, after=after, label=line.payout.label)
            events.publish(PayoutPaid(payout_id=str(line.payout_id)))


def _start(payout_id: UUID, at: datetime) -> bool:
    """False while a seller cannot be paid yet: frozen, no linked account, or owing more than earned."""
    with transaction.atomic():
        payout = Payout.objects.select_for_update().select_related("seller").get(pk=payout_id)
        if payout.status != Payout.Status.SCHEDULED or payout.seller.is_frozen(at) or not payout.seller.is_payable:
            return False
        payable = seller_payable(payout.seller_id)
        kept_back = queries.held_after_payout_minor(seller=payout.seller)
        if books.balance(payable, payout.currency) - kept_back < payout.amount_minor:
            return False
        lines = list(payout.lines.select_related("part"))
        if not all(_is_held(line) for line in lines):
            _share_again(payout, lines, at)
            return False
        for line in lines:
            payment_services.release(reference=line.part_id)
        legs = [Leg(payout_in_transit(payout.seller_id), payable, payout.amount_minor)]
        ledger.post(
            key=f"payout:{payout.pk}", code="payout.started", legs=legs, at=at, reference=payout.number, currency=payout.currency,
        )  # fmt: skip
        payout.status, payout.started_at = Payout.Status.IN_TRANSIT, at
        payout.save(update_fields=["status", "started_at", "updated_at"])
        after = {"status": payout.status, "amount_minor": payout.amount_minor, "lines": len(lines)}
        audit.record(
            "payout.started", payout, before={"status": Payout.Status.SCHEDULED}, after=after, label=payout.label
        )
    return True


def _is_held(line: PayoutLine) -> bool:
    transfer = payments.transfer_of(line.part_id)
    return transfer is not None and transfer.status == "held"


def _share_again(payout: Payout, lines: list[PayoutLine], at: datetime) -> None:
    """A share is missing or was refused, perhaps because the seller had no account then: ask anew, look in an hour."""
    for line in lines:
        if not _is_held(line):
            share_order(order_id=line.part.order_id)
    later = at + TRY_AGAIN_AFTER
    Payout.objects.filter(pk=payout.pk).update(due_at=later)
    dates = {"before": {"due_at": payout.due_at.isoformat()}, "after": {"due_at": later.isoformat()}}
    audit.record("payout.held", payout, **dates, reason="A share is not held yet.", label=payout.label)

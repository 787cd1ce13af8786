"""How a way of money ends: paid, failed and back in the balance, or paid and come back. Each end is booked once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.audit import services as audit
from haat.core import events
from haat.core.errors import NotNow
from haat.ledger import services as ledger
from haat.ledger.chart import BANK, GATEWAY, payout_in_transit, seller_payable
from haat.ledger.types import Leg
from haat.payments import queries as payments
from haat.payouts.models import Disbursement, Payout
from haat.payouts.types import PayoutPaid

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

Status, Rail = Disbursement.Status, Disbursement.Rail


def settle(*, part_id: UUID | str, transfer_id: UUID | str, at: datetime) -> None:
    """The provider let a share go. Repeatable; a share that no payout asked for is not ours to book."""
    share = payments.transfer(transfer_id)
    way = Disbursement.objects.filter(share=part_id, status=Status.SENT).first()
    if way is not None and share.provider_transfer_id:
        fees = (share.fee_minor, share.fee_tax_minor)
        over = share.left_minor - way.amount_minor
        paid(way=way, provider_id=share.provider_transfer_id, fees=fees, over_minor=over, at=at)


def share_failed(*, part_id: UUID | str, reason: str, at: datetime) -> None:
    """The provider could not let a share go: what it was for is in the balance again."""
    way = Disbursement.objects.filter(share=part_id, status=Status.SENT).first()
    if way is not None:
        failed(way=way, reason=reason, at=at)


def paid(
    *, way: Disbursement, provider_id: str, fees: tuple[int, int] = (0, 0), over_minor: int = 0, at: datetime
) -> bool:
    """Book that it arrived. False when it was known. Raises NotNow for one that failed: it was paid again since.

    `over_minor` went with it because the provider refused to give it back before: the next payout takes it.
    """
    with transaction.atomic():
        way = _locked(way)
        if way.status in {Status.PAID, Status.RETURNED}:
            return False
        if way.status == Status.FAILED:
            raise NotNow(
                f"{way.reference} failed before, and its amount went back to the balance. Look into it by hand."
            )
        fee, tax = fees
        source = BANK if way.rail == Rail.BANK else GATEWAY
        legs = [
            Leg(source, payout_in_transit(way.payout.seller_id), way.amount_minor), Leg(source, "route_fee", fee - tax),
            Leg(source, "gst_input_credit", tax), Leg(source, seller_payable(way.payout.seller_id), max(over_minor, 0)),
        ]  # fmt: skip
        key = f"bankpay:{way.pk}" if way.rail == Rail.BANK else f"transfer:{provider_id}"
        ledger.post(
            key=key, code="payout.paid", legs=legs, at=at, reference=way.payout.number, description=f"Payout {way.payout.number}",
            currency=way.currency,
        )  # fmt: skip
        _end(
            way,
            Status.PAID,
            at,
            provider_id=provider_id,
            fee_minor=fee,
            fee_tax_minor=tax,
            over_minor=max(over_minor, 0),
        )
    return True


def failed(*, way: Disbursement, reason: str, at: datetime) -> bool:
    """Book it back into the balance; the next payout pays it, on a row of its own. False when it was known.

    Raises NotNow for one that was paid: say that it came back.
    """
    with transaction.atomic():
        way = _locked(way)
        if way.status == Status.FAILED:
            return False
        if way.status in {Status.PAID, Status.RETURNED}:
            raise NotNow(f"{way.reference} was paid. If the money came back, say that it came back.")
        _back(way, "payback", "payout.returned", payout_in_transit(way.payout.seller_id), at)
        _end(way, Status.FAILED, at, failure=reason[:200])
    return True


def came_back(*, way: Disbursement, reason: str, at: datetime) -> bool:
    """Money that had been paid is with us again. False when it was known. Raises NotNow for one that never was paid."""
    with transaction.atomic():
        way = _locked(way)
        if way.status == Status.RETURNED:
            return False
        if way.status != Status.PAID:
            raise NotNow(f"{way.reference} was never paid.")
        _back(way, "bounced", "payout.bounced", BANK if way.rail == Rail.BANK else GATEWAY, at)
        Disbursement.objects.filter(pk=way.pk).update(status=Status.RETURNED, failure=reason[:200], returned_at=at)
        after = {"status": Status.RETURNED, "amount_minor": way.amount_minor}
        audit.record("payout.money_returned", way, before={"status": Status.PAID}, after=after, reason=reason)
    return True


def _locked(way: Disbursement) -> Disbursement:
    """The payout first: two ways of one payout that end at once must not both think that the other is open."""
    Payout.objects.select_for_update().get(pk=way.payout_id)
    return Disbursement.objects.select_for_update(of=("self",)).select_related("payout__seller").get(pk=way.pk)


def _back(way: Disbursement, name: str, code: str, destination: str, at: datetime) -> None:
    ledger.post(
        key=f"{name}:{way.pk}", code=code, at=at, reference=way.payout.number, currency=way.currency,
        legs=[Leg(seller_payable(way.payout.seller_id), destination, way.amount_minor)],
        description=f"{way.payout.number} did not arrive",
    )  # fmt: skip


def _end(way: Disbursement, status: str, at: datetime, **facts: object) -> None:
    Disbursement.objects.filter(pk=way.pk).update(status=status, ended_at=at, **facts)
    before: dict[str, Any] = {"status": way.status}
    after: dict[str, Any] = {"status": status, "amount_minor": way.amount_minor}
    audit.record(f"payout.money_{status}", way, before=before, after=after, reason=str(facts.get("failure", "")))
    rest = Disbursement.objects.filter(payout=way.payout)
    if rest.filter(status__in=[Status.WAITING, Status.SENT]).exists():
        return
    arrived = rest.filter(status__in=[Status.PAID, Status.RETURNED]).exists()
    end: dict[str, Any] = {"status": Payout.Status.PAID, "paid_at": at} if arrived else {"status": Payout.Status.FAILED}
    Payout.objects.filter(pk=way.payout_id).update(**end)
    before, after = {"status": way.payout.status}, {"status": str(end["status"])}
    audit.record(f"payout.{end['status']}", way.payout, before=before, after=after, label=way.payout.label)
    if arrived:
        events.publish(PayoutPaid(payout_id=str(way.payout_id)))

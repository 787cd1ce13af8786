"""Moving the money: what a payout pays leaves the balance, and each way is asked to carry it. Repeatable after a crash."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.audit import services as audit
from haat.core import jobs
from haat.ledger import queries as books
from haat.ledger import services as ledger
from haat.ledger.chart import PAYABLE, payout_in_transit, seller_payable, seller_reserve
from haat.ledger.types import Leg
from haat.payments import queries as payments
from haat.payments import services as payment_services
from haat.payouts.gathering import behind
from haat.payouts.models import Disbursement, Payout, PayoutEntry, PayoutHold, PayoutLine, PayoutRun, Reserve
from haat.payouts.queries.plans import plan_of
from haat.payouts.services.writing import drop

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime
    from uuid import UUID

STARTED_AT_ONCE_MAX = 250  # in one job; it asks for itself again
Rail = Disbursement.Rail


class _Changed(Exception):
    """What the payout was made from is not so any more."""


def start_approved(*, at: datetime) -> int:
    """Start payouts of approved runs, those first that wait longest. Returns how many were started."""
    waiting = Payout.objects.filter(status=Payout.Status.SCHEDULED, run__status=PayoutRun.Status.APPROVED)
    waiting = waiting.exclude(pk__in=PayoutHold.objects.filter(released_at=None, payout__isnull=False).values("payout"))
    ids = list(waiting.order_by("due_at", "number").values_list("pk", flat=True)[: STARTED_AT_ONCE_MAX + 1])
    started = sum(start(payout_id=pk, at=at) for pk in ids[:STARTED_AT_ONCE_MAX])
    if len(ids) > STARTED_AT_ONCE_MAX and started:
        jobs.enqueue("payouts.start_approved", unique_key="start")
    return started


def start(*, payout_id: UUID, at: datetime) -> bool:
    """False when it was not: already started, on hold, waiting until what came back of its parts is booked, or dropped
    because something was taken back since it was made.
    """
    try:
        with transaction.atomic():
            return _start(payout_id, at)
    except _Changed as change:
        with transaction.atomic():
            payout = Payout.objects.select_for_update().filter(pk=payout_id, status=Payout.Status.SCHEDULED).first()
            if payout is not None:
                audit.record("payout.dropped", payout, reason=str(change), label=payout.label)
                drop(payout)
        return False


def _start(payout_id: UUID, at: datetime) -> bool:
    rows = Payout.objects.select_for_update(of=("self",)).select_related("seller", "run")
    payout = rows.filter(pk=payout_id, status=Payout.Status.SCHEDULED).first()
    if payout is None or payout.run is None or payout.run.status != PayoutRun.Status.APPROVED or _must_wait(payout, at):
        return False
    parts = dict(payout.lines.filter(part__isnull=False).values_list("part_id", "part__number"))
    if behind(parts):
        return False
    ways = list(payout.disbursements.order_by("reference"))
    _hold_to_shares(ways)
    _book(payout, at)
    _hold_to_balance(payout, parts.values())
    for way in ways:
        if way.rail == Rail.HOLD and way.share:
            _let_go(way)
        elif way.rail == Rail.DIRECT:
            jobs.enqueue("payouts.send_direct", disbursement_id=way.pk)
    Disbursement.objects.filter(payout=payout).exclude(rail=Rail.BANK).update(status=Disbursement.Status.SENT)
    payout.status, payout.started_at = Payout.Status.IN_TRANSIT, at
    payout.save(update_fields=["status", "started_at", "updated_at"])
    after = {"status": payout.status, "amount_minor": payout.amount_minor, "ways": len(ways)}
    audit.record("payout.started", payout, before={"status": Payout.Status.SCHEDULED}, after=after, label=payout.label)
    return True


def _let_go(way: Disbursement) -> None:
    """What is netted, or kept in reserve, is asked back first: a share is released as a whole."""
    assert way.share is not None  # noqa: S101 - of this rail
    more = (payments.left_of_share(way.share) or 0) - way.amount_minor
    if more > 0:
        payment_services.take_back(reference=way.share, amount_minor=more, key=f"payout-{way.pk}")
    payment_services.release(reference=way.share)


def _must_wait(payout: Payout, at: datetime) -> bool:
    held = PayoutHold.objects.filter(seller_id=payout.seller_id, released_at=None)
    return payout.seller.is_frozen(at) or any(row.payout_id in {None, payout.pk} for row in held)


def _hold_to_shares(ways: list[Disbursement]) -> None:
    shares = payments.shares([way.share for way in ways if way.share])
    for way in ways:
        share = shares.get(way.share) if way.share else None
        if way.rail == Rail.HOLD and (
            share is None or share.status != "held" or share.wanted or share.left_minor < way.amount_minor
        ):
            raise _Changed("A share is not on hold any more, or less of it is.")


def _book(payout: Payout, at: datetime) -> None:
    """Leave the balance, with the reserve beside it; the payout closes these entries too."""
    seller, payable = payout.seller_id, seller_payable(payout.seller_id)
    paid = ledger.post(
        key=f"payout:{payout.pk}", code="payout.started", at=at, reference=payout.number, currency=payout.currency,
        legs=[Leg(payout_in_transit(seller), payable, payout.amount_minor)],
    )  # fmt: skip
    PayoutEntry.objects.create(payout=payout, transaction_id=paid.pk, net_minor=-payout.amount_minor)
    if payout.reserve_minor:
        kept = ledger.post(
            key=f"reserve:{payout.pk}", code="payout.reserve_held", at=at, reference=payout.number, currency=payout.currency,
            legs=[Leg(seller_reserve(seller), payable, payout.reserve_minor)],
        )  # fmt: skip
        line = PayoutLine.objects.filter(payout=payout, kind=PayoutLine.Kind.RESERVE_HELD).first()
        PayoutEntry.objects.create(payout=payout, line=line, transaction_id=kept.pk, net_minor=-payout.reserve_minor)
        Reserve.objects.create(
            payout=payout, seller_id=seller, amount_minor=payout.reserve_minor, currency=payout.currency,
            release_at=at + timedelta(days=plan_of(seller).reserve_days),
        )  # fmt: skip


def _hold_to_balance(payout: Payout, numbers: Collection[str]) -> None:
    """Nothing is paid above the balance. The account's row is ours since the posting, so nobody changes it meanwhile.

    What its parts were when they were gathered is closed by it; what of them is open was booked while that was read.
    """
    if books.balance(seller_payable(payout.seller_id), payout.currency) < 0:
        raise _Changed("The balance is lower than what would be paid.")
    its: dict[str, Any] = {"kind": PAYABLE, "done": PayoutEntry.objects.all(), "owners": [payout.seller_id]}
    for news in ({"written_after": payout.created_at}, {"references": numbers}):
        open_now: Counter[str] = Counter()
        for move in books.movements(**its, **news):
            open_now[move.reference] += move.minor
        if any(minor < 0 for minor in open_now.values()):
            raise _Changed("Something was taken back since it was made.")

"""Runs: look at all balances, write down what would be paid, and let it go: alone up to a limit, by two above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.cache import cache
from django.db import transaction

from haat.audit import services as audit
from haat.core.errors import NotAllowed, NotNow
from haat.payouts.drafting import Selection, look
from haat.payouts.models import Payout, PayoutPlan, PayoutRun
from haat.payouts.queries.plans import brand_plan
from haat.payouts.services.reserves import release_reserves
from haat.payouts.services.sharing import share_order
from haat.payouts.services.start import start_approved
from haat.payouts.services.writing import drop, write_run
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from haat.payouts.drafting import Seen

ASK_AGAIN_SECONDS = 3600
Status = PayoutRun.Status


class NeedsAnother(NotAllowed):
    code = "second_person_needed"


def release_due(*, at: datetime) -> int:
    """What the schedule asks for: reserves come back, due payouts are proposed and, within the limit, started."""
    release_reserves(at=at)
    if not PayoutRun.objects.filter(status=Status.PROPOSED).exists():
        propose(selection=Selection(), at=at)
    return start_approved(at=at)


def run_payouts(*, at: datetime, seller_ids: list[UUID] | None = None) -> tuple[PayoutRun | None, int]:
    """The same by somebody's hand. Who did it is a line of the log, also when nothing was due. Raises NotNow."""
    release_reserves(at=at)
    waiting = PayoutRun.objects.filter(status=Status.PROPOSED).first()
    if waiting is not None:
        raise NotNow(f"Run {waiting.number} waits for a second person. Approve or reject it first.")
    run = propose(selection=Selection(by_hand=True, seller_ids=seller_ids), at=at)
    started = start_approved(at=at)
    audit.record("payout.run", active_brand(), after={"started": started, "run": run.number if run else None})
    return run, started


def propose(*, selection: Selection, at: datetime) -> PayoutRun | None:
    """Write down what would be paid now. Two at once: the second sees what the first took."""
    with transaction.atomic():
        one_at_a_time()
        seen = look(selection=selection, at=at)
        _ask_again(seen)
        limit = brand_plan().second_person_minor
        run = write_run(seen=seen, limit=limit, currency=active_brand().currency, by=audit.acting(), at=at)
        if run is not None and run.status == Status.PROPOSED:
            after = {"total_minor": run.total_minor, "payouts": run.payouts_count}
            audit.record("payout.run_proposed", run, after=after)
    return run


def approve(*, run: PayoutRun, at: datetime) -> PayoutRun:
    """Two people let it go. Nobody proposed a run of the schedule: there the first yes is noted, and it waits on.

    Raises NeedsAnother for the one who proposed it or said the first yes, NotNow when it was decided.
    """
    with transaction.atomic():
        run, who = _open(run), audit.somebody()
        if run.proposed_by is None:
            run.proposed_by = who
            run.save(update_fields=["proposed_by", "updated_at"])
            audit.record("payout.run_approved_first", run, after={"total_minor": run.total_minor})
            return run
        if run.proposed_by == who:
            raise NeedsAnother("You proposed this run, or approved it first. One more person has to approve it.")
        _decide(run, Status.APPROVED, "", at)
        audit.record("payout.run_approved", run, after={"total_minor": run.total_minor})
    start_approved(at=at)
    return run


def reject(*, run: PayoutRun, reason: str, at: datetime) -> PayoutRun:
    """Nothing is paid; what was to be paid stands open again. Raises NotNow when it was decided."""
    with transaction.atomic():
        run = _open(run)
        for payout in Payout.objects.filter(run=run, status=Payout.Status.SCHEDULED):
            drop(payout)
        _decide(run, Status.REJECTED, reason, at)
        audit.record("payout.run_rejected", run, after={"total_minor": run.total_minor}, reason=reason)
    return run


def _open(run: PayoutRun) -> PayoutRun:
    run = PayoutRun.objects.select_for_update().get(pk=run.pk)
    if run.status != Status.PROPOSED:
        raise NotNow(f"Run {run.number} was decided before: {run.get_status_display().lower()}.")
    return run


def _decide(run: PayoutRun, status: str, reason: str, at: datetime) -> None:
    run.status, run.reason, run.decided_by, run.decided_at = status, reason, audit.somebody(), at
    run.save(update_fields=["status", "reason", "decided_by", "decided_at", "updated_at"])


def one_at_a_time() -> None:
    """The brand's plan is the lock of everything that reads all balances and writes payouts."""
    made = brand_plan()
    if made._state.adding:
        PayoutPlan.objects.bulk_create([made], ignore_conflicts=True)
    PayoutPlan.objects.select_for_update().get(seller=None)


def _ask_again(seen: Iterable[Seen]) -> None:
    """Shares that are missing or were refused, perhaps because the seller had no account then: once an hour."""
    for order_id in {order for one in seen for order in one.proposal.unshared}:
        if cache.add(f"payouts.share:{order_id}", 1, ASK_AGAIN_SECONDS):
            share_order(order_id=order_id)

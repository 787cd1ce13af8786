"""Writing a run down: payouts, their lines and the entries they close, in a few statements however many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Max

from haat.core.ids import new_id
from haat.payouts.models import Disbursement, Payout, PayoutEntry, PayoutLine, PayoutRun, RunItem
from haat.payouts.planning import carried

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from haat.payouts.drafting import Seen
    from haat.payouts.gathering import Draft
    from haat.payouts.planning import Proposal

BATCH = 2_000
QUIET = {"waiting", "not_due"}  # not worth a row in each run


def write_run(*, seen: list[Seen], limit: int | None, currency: str, by: UUID | None, at: datetime) -> PayoutRun | None:
    """Nothing is written when nobody is paid and nobody newly owes."""
    paid = [one.proposal for one in seen if not one.proposal.left_out]
    owing = [
        carried(seller=one.proposal.seller, standing=one.standing)
        for one in seen if one.proposal.left_out == "owes" and _is_news(one)
    ]  # fmt: skip
    if not paid and not owing:
        return None
    total = sum(one.amount_minor for one in paid)
    needs_second = limit is not None and total > limit
    run = PayoutRun.objects.create(
        number=(PayoutRun.objects.aggregate(last=Max("number"))["last"] or 0) + 1, currency=currency, total_minor=total,
        payouts_count=len(paid), needs_second=needs_second, proposed_by=by, proposed_at=at,
        status="proposed" if needs_second else "approved", decided_at=None if needs_second else at,
    )  # fmt: skip
    _items(run, seen)
    _write(run, [*paid, *owing], at)
    return run


def drop(payout: Payout) -> None:
    """A payout that never started is gone: its entries stand open again."""
    for model in (PayoutEntry, Disbursement, PayoutLine):
        model.objects.filter(payout=payout).delete()
    payout.delete()


def _is_news(one: Seen) -> bool:
    """The seller owes, and something happened since the statement that said so."""
    return one.standing.ripe_minor < 0 and any(not line.carried_from for line in one.standing.lines)


def _items(run: PayoutRun, seen: Iterable[Seen]) -> None:
    rows = []
    for one in seen:
        made = one.proposal
        if made.left_out not in QUIET:
            minor = made.stands_minor if made.left_out else made.amount_minor
            row = RunItem(
                run=run, seller=made.seller, amount_minor=minor, currency=made.currency, left_out=made.left_out
            )
            rows.append(row)
    RunItem.objects.bulk_create(rows, batch_size=BATCH)


def _write(run: PayoutRun, proposals: list[Proposal], at: datetime) -> None:
    payouts, lines, entries, ways = [], [], [], []
    for number, made in enumerate(proposals, start=1):
        is_paid = not made.left_out
        payout = Payout(
            number=f"PO-{run.number:06d}-{number:05d}", run=run, seller=made.seller, currency=made.currency, due_at=at,
            status="scheduled" if is_paid else "carried", started_at=None if is_paid else at, amount_minor=made.amount_minor,
            reserve_minor=made.reserve_minor, carried_minor=made.carried_minor,
        )  # fmt: skip
        payouts.append(payout)
        for draft in made.lines:
            line = _line(payout, draft)
            lines.append(line)
            entries += [
                PayoutEntry(payout=payout, line=line, transaction_id=pk, net_minor=minor)
                for pk, minor in draft.entries.items()
            ]
        for place, way in enumerate(made.ways, start=1):
            ways.append(
                Disbursement(
                    payout=payout, rail=way.rail, amount_minor=way.amount_minor, currency=made.currency, share=way.share,
                    reference=f"{payout.number.replace('-', '')}{place:02d}",
                )
            )  # fmt: skip
    for model, rows in ((Payout, payouts), (PayoutLine, lines), (PayoutEntry, entries), (Disbursement, ways)):
        bulk: Any = model.objects
        bulk.bulk_create(rows, batch_size=BATCH)


def _line(payout: Payout, draft: Draft) -> PayoutLine:
    figures = {name: minor for name, minor in draft.figures.items() if minor}
    return PayoutLine(
        id=new_id(), payout=payout, kind=draft.kind, part_id=draft.part_id, text=draft.text, carried_from_id=draft.carried_from,
        net_minor=draft.net_minor, **figures,
    )  # fmt: skip

"""Bank files: made, and answered line by line: paid, refused, said twice, and come back weeks later."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from infra.simulate.acts import act
from infra.simulate.market import expect
from infra.simulate.model.desk import Given
from infra.simulate.people import as_staff

if TYPE_CHECKING:
    from infra.simulate.acts import Dice
    from infra.simulate.market import Market


def _is_waiting(market: Market) -> bool:
    from haat.payouts.models import Disbursement

    rows = Disbursement.objects.filter(rail="bank_file", status="waiting", payout__status="in_transit")
    return market.has_earned and rows.exists()


@act(weight=4, ready=_is_waiting)
def a_bank_file_is_made(market: Market, dice: Dice) -> None:  # noqa: ARG001 - nothing to choose
    from haat.payouts import services as payouts

    with as_staff("nia"):
        batch = payouts.make_batch(at=market.at)
        _, content = payouts.take(batch=batch)
    market.desk.files[batch.number] = content
    market.tell(f"bank file {batch.number}: {batch.lines_count} lines, {batch.total_minor}")
    market.figures["bank files"] += 1


@act(weight=6, ready=lambda market: market.desk.files)
def the_bank_answers(market: Market, dice: Dice) -> None:
    """A few lines at a time; what was said before may be said again, or otherwise."""
    from haat.payouts import services as payouts
    from haat.payouts.models import BankBatch, Disbursement

    number = dice.one(sorted(market.desk.files))
    lines = list(csv.reader(io.StringIO(market.desk.files[number])))
    said, out = [], io.StringIO()
    for cells in lines if dice.number(0, 1) else [dice.one(lines)]:
        is_paid = dice.number(0, 3) < 3
        utr = market.desk.utrs.setdefault(cells[0], market.desk.reference())
        csv.writer(out).writerow([*cells, utr if is_paid else "", "E" if is_paid else "R", "" if is_paid else "Closed"])
        said.append((cells[0], is_paid))
    rows = {row.reference: row for row in Disbursement.objects.select_related("payout").filter(batch__number=number)}
    before = {reference: row.status for reference, row in rows.items()}
    market.tell(f"the bank answers file {number}: {said}")
    with as_staff("nia"):
        result = payouts.answer(batch=BankBatch.objects.get(number=number), csv=out.getvalue(), at=market.at)
    wanted = {"paid": 0, "failed": 0, "known": 0, "problems": 0}
    names = {seller.pk: name for name, seller in market.stage.sellers.items()}
    for reference, is_paid in said:
        row = rows[reference]
        wanted[_said(market, names[row.payout.seller_id], row, before[reference], is_paid=is_paid)] += 1
    found = {"paid": result.paid, "failed": result.failed, "known": result.known, "problems": len(result.problems)}
    expect(found == wanted, "the bank's answer changed {}, it should have changed {}", found, wanted)


def _said(market: Market, seller: str, row: Any, before: str, *, is_paid: bool) -> str:
    """What the bank pays is no longer owed, until it comes back."""
    if is_paid:
        if before == "sent":
            market.desk.by_bank[str(row.pk)] = Given(seller, row.amount_minor)
            market.figures["paid by bank"] += 1
            return "paid"
        return "problems" if before == "failed" else "known"
    if before == "paid":
        market.desk.by_bank.pop(str(row.pk))
        market.figures["bounced"] += 1
        return "failed"
    return "failed" if before == "sent" else "known"

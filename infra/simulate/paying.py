"""Payouts, held to what the model says that a seller is owed and may be paid."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from infra.simulate import terms
from infra.simulate.market import expect
from infra.simulate.model.balances import balances
from infra.simulate.model.sale import ARRIVED, OVER, State

if TYPE_CHECKING:
    from infra.simulate.market import Market
    from infra.simulate.model.sale import Part, Sale


def due(market: Market) -> Counter[str]:
    """By seller: all that is owed, less what is on its way or in reserve, less parts whose time has not come.

    A seller of whom a paid part is held is left out: what was taken of that part since is not looked at yet.
    """
    from haat.ledger import queries as ledger
    from haat.payouts.queries.plans import plan_of

    owed = _owed(market)
    names = {str(seller.pk): name for name, seller in market.stage.sellers.items()}
    kept: Counter[str] = Counter()
    for code, minor in ledger.debit_balances().items():
        account, _, owner = code.partition(":")
        if account in {"payout_in_transit", "seller_reserve"}:
            kept[names[owner]] -= minor
    found = Counter({name: -owed[f"seller:{name}"] - kept[name] for name in names.values()})
    for sale, part in market.parts(*ARRIVED):
        if part.id in market.paid_parts:
            if is_held(sale, part) and part.credits:
                found.pop(part.seller, None)
            continue
        days = plan_of(market.stage.sellers[part.seller].pk).hold_days
        if part.seller in found and not _is_ripe(market, sale, part, days):
            found[part.seller] -= part.net
    return found


def debts(market: Market) -> dict[str, int]:
    """What each seller owes by the model, what is kept in reserve set against it; what is on its way is another matter."""
    from haat.ledger import queries as ledger
    from haat.ledger.chart import payout_in_transit

    owed = _owed(market)
    return {
        name: owed[f"seller:{name}"] + ledger.balance(payout_in_transit(seller.pk))
        for name, seller in sorted(market.stage.sellers.items())
    }


def _owed(market: Market) -> Counter[str]:
    outside = market.provider.outside(market.stage.accounts)
    return balances(market.sales, outside, market.desk, terms.TERMS, market.cards.values())


def judge(market: Market, run: Any, wanted: Counter[str]) -> None:
    """What a payout pays, keeps in reserve and carries on is what was due; with another rail nothing is left behind."""
    from haat.payouts.models import Payout
    from haat.payouts.queries.plans import plan_of

    names = {seller.pk: name for name, seller in market.stage.sellers.items()}
    for row in Payout.objects.filter(run=run):
        name, plan = names[row.seller_id], plan_of(row.seller_id)
        if name not in wanted or plan.off_rail == "none":  # then sales for cash stay where they are
            continue
        closed = row.amount_minor + row.reserve_minor + row.carried_minor
        expect(closed == wanted[name], "{} of {} closes {}, {} are due", row.number, name, closed, wanted[name])
        expect(row.amount_minor >= plan.minimum_minor or row.status == "carried", "{} is below the minimum", row.number)
        market.figures["payouts judged"] += 1


def follow(market: Market) -> None:
    """Parts in payouts: their window is over, nothing of them is held or asked back, and their cash was brought."""
    from haat.payouts.models import PayoutLine

    parts = {part.id: (sale, part) for sale in market.sales for part in sale.parts}
    rows = PayoutLine.objects.filter(kind="sale", part__isnull=False).values_list("part_id", "payout__status")
    found = {str(pk): status for pk, status in rows}
    for pk, (_, part) in parts.items():
        if pk not in found and part.net_in_payout is not None:
            part.net_in_dropped, part.net_in_payout = max(part.net_in_dropped, part.net_in_payout), None
        elif pk in found and part.net_in_payout is None:
            part.net_in_payout = part.net if part.net_at_rest is None else max(part.net, part.net_at_rest)
    for pk in {pk for pk, status in found.items() if status != "scheduled"} - market.paid_parts:
        sale, part = parts[pk]
        market.paid_parts.add(pk)
        expect(part.state == State.COMPLETED or part.state in OVER, "{} is {} and in a payout", part.number, part.state)
        expect(not sale.waits_for_cash(part), "{} is in a payout and its cash was not brought", part.number)
        expect(not (pk in market.held_parts and is_held(sale, part)), "{} is in a payout and was held", part.number)
        market.figures["parts paid"] += 1
    if market.is_at_rest:
        market.held_parts = {part.id for sale, part in parts.values() if is_held(sale, part)}


def let_go(part: Part) -> int:
    """What a payout that started pays with the part's share."""
    from haat.payouts.models import Disbursement

    ways = Disbursement.objects.filter(share=part.id, rail="route_hold").exclude(payout__status="scheduled")
    return max(ways.values_list("amount_minor", flat=True), default=0)


def is_held(sale: Sale, part: Part) -> bool:
    """A bank asks for it, or took it and nobody was named who bears that."""
    case = sale.dispute
    return case is not None and part.id in case.shares and (case.is_open or bool(case.lost and not case.bearer))


def _is_ripe(market: Market, sale: Sale, part: Part, days: int) -> bool:
    over = part.arrived_at is not None and part.arrived_at + timedelta(days=7 + days) <= market.at
    return part.state == State.COMPLETED and over and not sale.waits_for_cash(part) and not is_held(sale, part)

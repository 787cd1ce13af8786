"""What Haat did by itself since the last look: the model agrees to it or says that it must not be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infra.simulate.giving import given
from infra.simulate.later import answered, heard, too_little
from infra.simulate.market import Wrong, expect
from infra.simulate.model.credit import CALLED_OFF
from infra.simulate.model.sale import ARRIVED, OVER, State

if TYPE_CHECKING:
    from infra.simulate.market import Market
    from infra.simulate.model.sale import Part, Sale


def follow(market: Market) -> None:
    """Compare the state of every order and part with the model's, and take over what time and payments may change."""
    from haat.orders.models import Order, SellerOrder

    states = {str(pk): State(word) for pk, word in Order.objects.values_list("pk", "status")}
    parts = {str(pk): State(word) for pk, word in SellerOrder.objects.values_list("pk", "status")}
    expect(set(states) == {sale.id for sale in market.sales}, "there are orders that nobody placed, or some are gone")
    for sale in market.sales:
        if states[sale.id] != sale.state:
            _order(market, sale, states[sale.id])
        for part in sale.parts:
            if parts[part.id] != part.state:
                _part(market, sale, part, parts[part.id])
    answered(market)
    heard(market)
    too_little(market)


def _order(market: Market, sale: Sale, now: State) -> None:
    if sale.state == State.AWAITING and now == State.PLACED:
        _placed(market, sale)
    elif sale.state == State.AWAITING and now == State.EXPIRED:
        sale.state, sale.holds = now, False
        for part in sale.parts:
            part.state = State.CANCELLED
        market.figures["expired"] += 1
    else:
        raise Wrong(f"{sale.number} went from {sale.state} to {now}, and nobody did that")


def _placed(market: Market, sale: Sale) -> None:
    paid = [one for one in market.provider.outside(market.stage.accounts).taken if one.order in sale.orders]
    expect(bool(paid), "{} is placed and nobody paid it", sale.number)
    expect(
        paid[0].amount == sale.to_pay,
        "{} is to be paid with {} and was with {}",
        sale.number,
        sale.to_pay,
        paid[0].amount,
    )
    for part in sale.parts:
        if part.state in OVER:
            continue
        for name, count in part.share.pieces.items():
            own = count if sale.holds else 0
            expect(market.free(name) + own >= count, "{} was placed and there is no {} left for it", sale.number, name)
    take_goods(market, sale)
    sale.state, sale.holds = State.PLACED, False
    for part in sale.parts:
        part.was_placed = True
        if part.state not in OVER:
            part.state = State.PLACED
    market.figures["placed"] += 1


def take_goods(market: Market, sale: Sale) -> None:
    for part in sale.parts:
        if part.state not in OVER:
            for name, count in part.share.pieces.items():
                market.goods[name].on_hand -= count


def _part(market: Market, sale: Sale, part: Part, now: State) -> None:
    from haat.orders.models import SellerOrder

    if part.state == State.DELIVERED and now == State.COMPLETED:
        until = SellerOrder.objects.get(pk=part.id).return_until
        expect(
            until is not None and until <= market.at, "{} is completed before its return window is over", part.number
        )
        expect(not part.is_asked_back, "{} is completed while something of it is asked back", part.number)
        part.state = now
        market.figures["completed"] += 1
        return
    raise Wrong(f"{part.number} of {sale.number} went from {part.state} to {now}, and nobody did that")


def ended(market: Market, sale: Sale, part: Part, state: State) -> None:
    """A part was called off: its goods are on the shelf again once that is worked off."""
    expect(part.state not in ARRIVED, "{} was called off after it arrived", part.number)
    if part.was_placed:
        for name in part.share.pieces:
            market.goods[name].on_hand += part.sent(name)
    if part.is_touched:
        _rest(market, part)
    part.state = state
    if sale.is_over:
        sale.state, sale.holds = State.CANCELLED, False
    market.figures["called off"] += 1


def _rest(market: Market, part: Part) -> None:
    """What is left of a part of which something was called off before goes back as a credit too, with the delivery."""
    from haat.orders.models import Credit

    known = {one.key for one in part.credits}
    rows = [row for row in Credit.objects.filter(part__pk=part.id, cause=CALLED_OFF) if str(row.pk) not in known]
    expect(len(rows) == 1, "{} ended with {} credits for its rest", part.number, len(rows))
    taken = {good: (part.left[good].line.count, 0) for good in part.lines if part.left[good].line.count}
    given(market, part, rows[0], taken, delivery=None)

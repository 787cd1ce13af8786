"""A web process dies in the middle of a request: the provider has done what it was asked, and nobody wrote it down."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from infra.simulate.acts import act
from infra.simulate.acts.paying import page, unpaid
from infra.simulate.work import Killed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from infra.simulate.acts import Dice
    from infra.simulate.market import Market
    from infra.simulate.model.sale import Sale


@act(weight=3, ready=unpaid)
def the_web_dies_before_the_page(market: Market, dice: Dice) -> None:
    """The provider has an order of which we know nothing; whoever asks again gets that one."""
    sale = dice.one(unpaid(market))
    with _dying(market, sale, after=dice.number(1, 2)):
        page(market, sale)


@act(weight=4, ready=lambda market: [sale for sale in market.sales if sale.callbacks])
def the_web_dies_on_the_way_back(market: Market, dice: Dice) -> None:
    """The money may be taken and the order not placed: the browser may come again, the message or a round tells too."""
    from haat.checkout import services as checkout
    from haat.orders.models import Order

    sale = dice.one([sale for sale in market.sales if sale.callbacks])
    fields = sale.callbacks[0] if dice.number(0, 1) else sale.callbacks.pop(0)
    with _dying(market, sale, after=dice.number(1, 2)):
        checkout.confirm_from_browser(order=Order.objects.get(pk=sale.id), fields=fields, at=market.at)


@contextlib.contextmanager
def _dying(market: Market, sale: Sale, *, after: int) -> Iterator[None]:
    """Killed when so many calls of the provider were answered; a request that asks less often lives."""
    from haat.payments.gateway import Gateway

    usual, asked = Gateway.call, 0

    def call(self: Gateway, ask: Any) -> Any:
        nonlocal asked
        answer = usual(self, ask)
        asked += 1
        if asked == after:
            raise Killed
        return answer

    Gateway.call = call  # type: ignore[method-assign]  # as if the process ended here
    try:
        yield
        market.tell(f"the web lives through {sale.number}")
    except Killed:
        market.figures["deaths"] += 1
        market.tell(f"the web dies in {sale.number}, after {after} calls")
    finally:
        Gateway.call = usual  # type: ignore[method-assign]  # see above

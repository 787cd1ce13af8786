"""A customer goes to the provider's page and pays there, or tries to; coming back is another act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from infra.simulate.acts import act
from infra.simulate.model.sale import State

if TYPE_CHECKING:
    from infra.simulate.acts import Dice
    from infra.simulate.market import Market
    from infra.simulate.model.sale import Sale

OUTCOMES = ("success", "success", "success", "success", "authorize", "late_auth", "fail")


def unpaid(market: Market) -> list[Sale]:
    return [sale for sale in market.sales if sale.state == State.AWAITING]


@act(weight=22, ready=unpaid)
def paying(market: Market, dice: Dice) -> None:
    sale = dice.one(unpaid(market))
    order = page(market, sale)
    if order is None:
        market.tell(f"{sale.number}: the provider does not answer")
        return
    outcome = dice.one(OUTCOMES)
    if order in {one.order for one in market.provider.outside(market.stage.accounts).taken}:
        market.tell(f"{sale.number}: the provider says that it is paid already")
        return
    answer = market.provider.control("pay", order=order, method="upi", outcome=outcome)
    market.figures["payments"] += 1
    if answer["callback"]:
        sale.callbacks.append(answer["callback"])
    market.tell(f"{sale.customer} pays {sale.number}: {outcome}")


@act(weight=2, ready=lambda market: [sale for sale in market.sales if sale.orders])
def paying_late(market: Market, dice: Dice) -> None:
    """The page was left open: somebody pays when the order is over, or pays what was paid before."""
    sale = dice.one([sale for sale in market.sales if sale.orders])
    market.provider.control("pay", order=sale.orders[0], method="card", outcome="capture")
    market.figures["payments"] += 1
    market.figures["late or double payments"] += 1
    market.tell(f"{sale.customer} pays {sale.number}, which is {sale.state}, on a page that was left open")


@act(weight=16, ready=lambda market: [sale for sale in market.sales if sale.callbacks])
def coming_back(market: Market, dice: Dice) -> None:
    """The browser posts what the provider's page gave it, perhaps twice."""
    from haat.checkout import services as checkout
    from haat.orders.models import Order

    sale = dice.one([sale for sale in market.sales if sale.callbacks])
    fields = sale.callbacks.pop(0)
    market.tell(f"{sale.customer} comes back to {sale.number}")
    for _ in range(dice.number(1, 2)):
        checkout.confirm_from_browser(order=Order.objects.get(pk=sale.id), fields=fields, at=market.at)


def page(market: Market, sale: Sale, order: Any = None) -> str | None:
    """The provider's order of it; `order` is the row of one that was placed in this moment."""
    from haat.checkout import services as checkout
    from haat.orders.models import Order

    shown = checkout.payment_view(brand=market.stage.brand, order=order or Order.objects.get(pk=sale.id))
    found: str | None = shown["provider_order_id"]
    if found is not None and found not in sale.orders:
        sale.orders.append(found)
    return found

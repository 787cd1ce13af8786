"""A customer orders: some things of some sellers, online or to be paid on delivery, perhaps with a code or a gift card."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from infra.simulate import cards, terms
from infra.simulate.acts import act
from infra.simulate.acts.paying import page
from infra.simulate.market import Wrong, expect
from infra.simulate.model.bill import bill
from infra.simulate.model.card import pays
from infra.simulate.model.sale import Part, Sale, State
from infra.simulate.news import take_goods

if TYPE_CHECKING:
    from infra.simulate.acts import Dice
    from infra.simulate.market import Market
    from infra.simulate.model.bill import Bill
    from infra.simulate.model.card import Card
    from infra.simulate.model.discount import Code

OPEN_MOST = 40  # sales in one run: more only repeat themselves
CARD_CHANGED = "gift_card_changed"


@dataclass(slots=True)
class Basket:
    """What somebody wants to order. `seen` was on the card when its customer looked; None: a moment ago."""

    customer: str
    wanted: dict[str, int]
    is_cash: bool = False
    code: Code | None = None
    card: Card | None = None
    seen: int | None = None

    @property
    def words(self) -> str:
        ways = [
            "cash" if self.is_cash else "online",
            self.code.name if self.code else "",
            "a card" if self.card else "",
        ]
        return ", ".join(way for way in ways if way)


@act(weight=20, ready=lambda market: len(market.sales) < OPEN_MOST)
def buying(market: Market, dice: Dice) -> None:
    customer = dice.one(sorted(market.stage.customers))
    names = sorted({dice.one(sorted(market.goods)) for _ in range(dice.number(1, 3))})
    wanted = {name: dice.number(1, 2 if name == "loom" else 4) for name in names}
    is_cash = dice.number(0, 3) == 3
    code = market.codes.get(
        dice.one(["", "", *sorted(code.name for code in market.codes.values() if not code.automatic)])
    )
    card = dice.one([None, None, *market.cards.values()]) if market.cards else None
    basket = Basket(customer, wanted, is_cash, code, card)
    market.tell(f"{customer} orders {wanted}, {basket.words}")
    order(market, basket)


def order(market: Market, basket: Basket) -> None:
    from haat.checkout import services as checkout
    from haat.core.errors import DomainError
    from haat.customers.types import Contact

    stage, customer = market.stage, basket.customer
    cart = _cart(market, basket)
    card = cards.enter(market, cart, basket.card)
    made = _bill(market, basket)
    by_card = _by_card(market, basket, made, card, None)
    seen = _by_card(market, basket, made, card, basket.seen)
    refusal = _refusal(market, basket, made)
    given: dict[str, Any] = {
        "brand": stage.brand, "customer": stage.customers[customer], "cart": cart, "address": stage.addresses[customer],
        "expected_minor": made.total, "expected_card_minor": sum(seen.values()), "method": "cod" if basket.is_cash else "razorpay",
        "idempotency_key": f"key-{len(market.sales)}-{len(market.trace)}", "at": market.at,
        "contact": Contact(customer.title(), f"{customer}@example.org", "", "en"),
    }  # fmt: skip
    has_changed = sum(seen.values()) != sum(by_card.values())
    try:
        row = checkout.place(**given)
    except DomainError as error:
        told = has_changed and error.code == CARD_CHANGED
        able = not refusal and not told and not (market.asleep and error.code != CARD_CHANGED)
        expect(not able, "the order was refused ({}: {}); it should cost {}", error.code, error, made.total)
        market.tell(f"  refused: {error.code}")
        market.figures["refused"] += 1
        market.figures["cards changed"] += error.code == CARD_CHANGED
        return
    if refusal or has_changed:
        raise Wrong(f"{row.number} was taken; it should have been refused: {refusal or 'the card has changed'}")
    expect(checkout.place(**given).pk == row.pk, "the same key made two orders")
    sale = _write_down(market, basket, row, made, by_card)
    if sale.state == State.AWAITING:
        page(market, sale, row)  # the answer to an order has it


def _cart(market: Market, basket: Basket) -> Any:
    from haat.cart.models import Cart, CartLine

    who = market.stage.customers[basket.customer]
    cart, _ = Cart.objects.get_or_create(customer=who, status=Cart.Status.ACTIVE)
    CartLine.objects.filter(cart=cart).delete()
    for name, count in basket.wanted.items():
        CartLine.objects.create(
            cart=cart, offer_id=market.stage.offers[name].pk, quantity=count, seen_minor=market.goods[name].price
        )
    cart.codes = [basket.code.name] if basket.code else []
    cart.save(update_fields=["codes"])
    return cart


def _bill(market: Market, basket: Basket) -> Bill:
    """The order of lines is the cart's: by when they were put in."""
    code, cart = basket.code, [(market.goods[name], count) for name, count in basket.wanted.items()]
    usable = [code] if code and (code.uses_max is None or market.uses(code.name) < code.uses_max) else []
    usable += [one for one in market.codes.values() if one.automatic]
    return bill(cart, terms.STATES, terms.CUSTOMERS[basket.customer], usable, terms.TERMS, cash=basket.is_cash)


def _by_card(market: Market, basket: Basket, made: Bill, card: Card | None, seen: int | None) -> dict[str, int]:
    """By seller."""
    if card is None:
        return {}
    left = cards.on(market, card) if seen is None else seen
    return pays(made, terms.OWN, left, terms.TERMS.least_online, cash=basket.is_cash)


def _refusal(market: Market, basket: Basket, made: Bill) -> str:
    short = [name for name, count in basket.wanted.items() if market.free(name) < count]
    if short:
        return f"there is not enough of {short}"
    if basket.is_cash and made.total > terms.TERMS.cod_cap:
        return "too much for cash"
    return "" if basket.is_cash or made.total >= terms.TERMS.least_online else "too little to pay online"


def _write_down(market: Market, basket: Basket, order: Any, made: Bill, by_card: dict[str, int]) -> Sale:
    names = {seller.pk: name for name, seller in market.stage.sellers.items()}
    rows = {names[row.seller_id]: row for row in order.parts.all()}
    expect(order.total_minor == made.total, "{} costs {}, it should be {}", order.number, order.total_minor, made.total)
    parts = []
    for share in made.shares:
        row, card = rows.pop(share.seller), by_card.get(share.seller, 0)
        expect(
            (row.total_minor, row.brand_discount_minor, row.gift_card_minor) == (share.paid, share.brand_adds, card),
            "{}: paid {}, {} of the brand, {} by card; should be {}, {} and {}", row.number, row.total_minor, row.brand_discount_minor,
            row.gift_card_minor, share.paid, share.brand_adds, card,
        )  # fmt: skip
        goods = {market.stage.offers[name].pk: name for name in share.pieces}
        lines = {goods[line.offer_id]: line.pk for line in row.lines.all()}
        parts.append(Part(str(row.pk), row.number, share, State(row.status), lines=lines, card=card))
    expect(not rows, "{} has parts of sellers from whom nothing was bought", order.number)
    sale = Sale(str(order.pk), order.number, basket.customer, basket.is_cash, made, parts, State(order.status))
    sale.card = basket.card.id if basket.card and sale.by_card else ""
    at_once = basket.is_cash or not sale.to_pay
    expect(sale.state == (State.PLACED if at_once else State.AWAITING), "{} is {}", sale.number, sale.state)
    market.figures["orders"] += 1
    market.figures["orders with a card"] += bool(sale.card)
    market.figures["orders that a card covers"] += not sale.to_pay
    if at_once:
        sale.holds = False
        for part in parts:
            part.was_placed = True
        take_goods(market, sale)
    market.sales.append(sale)
    market.tell(f"  {sale.number} costs {made.total}{f', {sale.by_card} by card' if sale.card else ''}")
    return sale

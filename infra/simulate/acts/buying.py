"""A customer orders: some things of some sellers, online or to be paid on delivery, perhaps with a code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from infra.simulate import terms
from infra.simulate.acts import act
from infra.simulate.market import Wrong, expect
from infra.simulate.model.bill import bill
from infra.simulate.model.sale import Part, Sale, State
from infra.simulate.news import take_goods

if TYPE_CHECKING:
    from infra.simulate.acts import Dice
    from infra.simulate.market import Market
    from infra.simulate.model.bill import Bill
    from infra.simulate.model.goods import Code

OPEN_MOST = 40  # sales in one run: more only repeat themselves


@act(weight=20, ready=lambda market: len(market.sales) < OPEN_MOST)
def buying(market: Market, dice: Dice) -> None:
    customer = dice.one(sorted(market.stage.customers))
    names = sorted({dice.one(sorted(market.goods)) for _ in range(dice.number(1, 3))})
    wanted = {name: dice.number(1, 2 if name == "loom" else 4) for name in names}
    is_cash = dice.number(0, 3) == 3
    code = market.codes.get(dice.one(["", "", *sorted(market.codes)]))
    market.tell(f"{customer} orders {wanted}, {'cash' if is_cash else 'online'}{f', {code.name}' if code else ''}")
    _order(market, customer, wanted, code, is_cash=is_cash)


def _order(market: Market, customer: str, wanted: dict[str, int], code: Code | None, *, is_cash: bool) -> None:
    from haat.cart.models import Cart, CartLine
    from haat.checkout import services as checkout
    from haat.core.errors import DomainError
    from haat.customers.types import Contact

    stage = market.stage
    who, address = stage.customers[customer], stage.addresses[customer]
    cart, _ = Cart.objects.get_or_create(customer=who, status=Cart.Status.ACTIVE)
    CartLine.objects.filter(cart=cart).delete()
    for name, count in wanted.items():
        CartLine.objects.create(
            cart=cart, offer_id=stage.offers[name].pk, quantity=count, seen_minor=market.goods[name].price
        )
    cart.codes = [code.name] if code else []
    cart.save(update_fields=["codes"])
    made = _bill(market, customer, wanted, code, is_cash=is_cash)
    refusal = _refusal(market, wanted, made, is_cash=is_cash)
    number = f"key-{len(market.sales)}-{len(market.trace)}"
    given: dict[str, Any] = {
        "brand": stage.brand, "customer": who, "cart": cart, "address": address, "expected_minor": made.total,
        "method": "cod" if is_cash else "razorpay", "idempotency_key": number, "at": market.at,
        "contact": Contact(customer.title(), f"{customer}@example.org", "", "en"),
    }  # fmt: skip
    try:
        order = checkout.place(**given)
    except DomainError as error:
        expect(
            bool(refusal) or market.asleep,
            "the order was refused ({}: {}); it should cost {}",
            error.code,
            error,
            made.total,
        )
        market.tell(f"  refused: {error.code}")
        market.figures["refused"] += 1
        return
    if refusal:
        raise Wrong(f"{order.number} was taken; it should have been refused: {refusal}")
    expect(checkout.place(**given).pk == order.pk, "the same key made two orders")
    _write_down(market, customer, order, made, code, is_cash=is_cash)


def _bill(market: Market, customer: str, wanted: dict[str, int], code: Code | None, *, is_cash: bool) -> Bill:
    """The order of lines is the cart's: by when they were put in."""
    cart = [(market.goods[name], count) for name, count in wanted.items()]
    usable = code if code and (code.uses_max is None or market.uses(code.name) < code.uses_max) else None
    return bill(cart, terms.STATES, terms.CUSTOMERS[customer], usable, terms.TERMS, cash=is_cash)


def _refusal(market: Market, wanted: dict[str, int], made: Bill, *, is_cash: bool) -> str:
    short = [name for name, count in wanted.items() if market.free(name) < count]
    if short:
        return f"there is not enough of {short}"
    if is_cash and made.total > terms.TERMS.cod_cap:
        return "too much for cash"
    return "" if is_cash or made.total >= terms.TERMS.least_online else "too little to pay online"


def _write_down(market: Market, customer: str, order: Any, made: Bill, code: Code | None, *, is_cash: bool) -> None:
    names = {seller.pk: name for name, seller in market.stage.sellers.items()}
    rows = {names[row.seller_id]: row for row in order.parts.all()}
    expect(order.total_minor == made.total, "{} costs {}, it should be {}", order.number, order.total_minor, made.total)
    parts = []
    for share in made.shares:
        row = rows.pop(share.seller)
        expect(
            (row.total_minor, row.brand_discount_minor) == (share.paid, share.brand_adds), "{}: paid {} and {} of the brand, should be {} and {}",
            row.number, row.total_minor, row.brand_discount_minor, share.paid, share.brand_adds,
        )  # fmt: skip
        goods = {market.stage.offers[name].pk: name for name in share.pieces}
        lines = {goods[line.offer_id]: line.pk for line in row.lines.all()}
        parts.append(Part(str(row.pk), row.number, share, State(row.status), lines=lines))
    expect(not rows, "{} has parts of sellers from whom nothing was bought", order.number)
    used = code.name if code and made.discount else ""
    sale = Sale(str(order.pk), order.number, customer, is_cash, used, made, parts, State(order.status))
    expect(sale.state == (State.PLACED if is_cash else State.AWAITING), "{} is {}", sale.number, sale.state)
    market.figures["orders"] += 1
    if is_cash:
        sale.holds = False
        for part in parts:
            part.was_placed = True
        take_goods(market, sale)
    market.sales.append(sale)
    market.tell(f"  {sale.number} costs {made.total}")

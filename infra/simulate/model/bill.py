"""What a cart costs, what of it is tax, and what each seller will get: the quote written a second time."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from infra.simulate.model.arithmetic import before_tax, nearest, percent_of
from infra.simulate.model.discount import taken, ways
from infra.simulate.model.line import DELIVERY, Fees, Line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from infra.simulate.model.discount import Code, Off
    from infra.simulate.model.goods import Good, Terms


@dataclass(slots=True)
class Share:
    """One seller's part: what the customer pays for it, what the brand adds, what is kept back of it."""

    seller: str
    lines: list[Line] = field(default_factory=list)
    fees: list[Fees] = field(default_factory=list)

    @property
    def pieces(self) -> dict[str, int]:
        return {line.good: line.count for line in self.lines if line.good != DELIVERY}

    @property
    def paid(self) -> int:
        return sum(line.paid for line in self.lines)

    @property
    def brand_adds(self) -> int:
        return sum(line.brand for line in self.lines)

    @property
    def taxable(self) -> int:
        return sum(line.taxable for line in self.lines)

    @property
    def fee(self) -> int:
        return sum(one.fee for one in self.fees)

    @property
    def fee_tax(self) -> int:
        return sum(one.fee_tax for one in self.fees)

    @property
    def tcs(self) -> int:
        return sum(one.tcs for one in self.fees)

    @property
    def tds(self) -> int:
        return sum(one.tds for one in self.fees)

    @property
    def value(self) -> int:
        return self.paid + self.brand_adds


@dataclass(slots=True)
class Bill:
    shares: list[Share] = field(default_factory=list)
    cod_fee: int = 0
    used: set[str] = field(default_factory=set)  # the promotions that took something off

    @property
    def total(self) -> int:
        return sum(share.paid for share in self.shares) + self.cod_fee


def bill(
    cart: Sequence[tuple[Good, int]],
    states: Mapping[str, str],
    state: str,
    codes: Sequence[Code],
    terms: Terms,
    *,
    cash: bool,
) -> Bill:
    """The cheapest way to combine the codes; of equals the first."""
    return min(
        (_bill(cart, states, state, way, terms, cash=cash) for way in ways(cart, codes)), key=lambda one: one.total
    )


def _bill(
    cart: Sequence[tuple[Good, int]],
    states: Mapping[str, str],
    state: str,
    way: Sequence[Code],
    terms: Terms,
    *,
    cash: bool,
) -> Bill:
    off = taken(cart, way)
    made = Bill(cod_fee=terms.cod_fee if cash else 0, used=off.used)
    for seller in dict.fromkeys(good.seller for good, _ in cart):
        mine = [place for place, (good, _) in enumerate(cart) if good.seller == seller]
        free = next((code for code in off.free if any(code.covers(cart[place][0]) for place in mine)), None)
        share, saved = _share(cart, mine, off, terms, is_far=states[seller] != state, free=free)
        if free and saved:
            made.used.add(free.name)
        made.shares.append(share)
    return made


def _share(
    cart: Sequence[tuple[Good, int]], mine: Sequence[int], off: Off, terms: Terms, *, is_far: bool, free: Code | None,
) -> tuple[Share, int]:  # fmt: skip
    goods = sum(cart[place][0].price * cart[place][1] - off.all[place] for place in mine)
    weight = sum(cart[place][0].weight_g * cart[place][1] for place in mine)
    delivery = (
        0 if goods >= terms.free_above else terms.base_fee + max(0, -(-(weight - 1_000) // 1_000)) * terms.extra_kg
    )
    saved = delivery if free else 0
    share, rates = Share(cart[mine[0]][0].seller), []
    for place in mine:
        good, count = cart[place]
        gross = good.price * count
        value = gross - off.all[place] + off.brand[place]
        rates.append(good.rate(value, count))
        tax = value - taxable_of(value, rates[-1], is_far=is_far)
        own = off.all[place] - off.brand[place]
        share.lines.append(Line(good.name, count, gross - off.all[place], off.brand[place], own, tax, is_far))
        share.fees.append(_kept_back(value - tax, value, terms.commission_bp, terms))
    added = percent_of(delivery, free.brand_bp) if free else 0
    value = delivery - saved + added
    tax = value - taxable_of(value, max(rates), is_far=is_far)
    share.lines.append(Line(DELIVERY, 0, delivery - saved, added, saved - added, tax, is_far))
    share.fees.append(_kept_back(value - tax, value, 0, terms))
    return share, saved


def _kept_back(taxable: int, value: int, commission_bp: int, terms: Terms) -> Fees:
    fee = percent_of(taxable, commission_bp)
    withheld = percent_of(taxable, terms.tcs_bp), percent_of(taxable, terms.tds_bp)
    return Fees(value, fee, percent_of(fee, terms.fee_tax_bp), *withheld)


def taxable_of(value: int, rate_bp: int, *, is_far: bool) -> int:
    """Between states one tax; inside a state two equal halves, and the odd paisa is no tax."""
    whole = before_tax(value, rate_bp)
    return whole if is_far else value - 2 * nearest(Fraction(whole * rate_bp, 20_000))

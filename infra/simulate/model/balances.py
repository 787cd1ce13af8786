"""Every balance of the brand's books, from the sales and from what the provider did: debit positive, no history.

Accounts whose split depends on when something was heard of are added up: `provider` is what the provider and the bank
hold with the fees of moving it, `seller:<name>` everything between the brand and one seller.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from infra.simulate.model.arithmetic import before_tax
from infra.simulate.model.sale import ARRIVED, OVER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from infra.simulate.model.goods import Terms
    from infra.simulate.model.sale import Part, Sale


@dataclass(slots=True)
class Taken:
    """A payment that the provider captured. `fee` includes its tax."""

    id: str
    order: str
    amount: int
    fee: int
    fee_tax: int
    refunded: int


@dataclass(slots=True)
class Moved:
    """A seller's share at the provider: `is_held` until it is released, `is_back` when it was reversed."""

    id: str
    part: str
    seller: str
    amount: int
    fee: int
    is_held: bool
    is_back: bool


@dataclass(slots=True)
class Outside:
    """The provider's side, read from the provider."""

    taken: list[Taken] = field(default_factory=list)
    moved: list[Moved] = field(default_factory=list)
    balance: int = 0


def balances(sales: Iterable[Sale], outside: Outside, terms: Terms) -> Counter[str]:
    found: Counter[str] = Counter()
    by_order = {order: sale for sale in sales for order in sale.orders}
    placed: set[str] = set()
    for one in outside.taken:
        sale = by_order.get(one.order)
        makes_it = sale is not None and not sale.is_cash and sale.parts[0].was_placed and sale.id not in placed
        if sale is not None and makes_it:
            placed.add(sale.id)
            found["order_holding"] -= one.amount
        elif not one.refunded:
            continue  # nobody has heard of it yet
        cost = one.fee - one.fee_tax
        found["gateway_fee"] += cost
        found["provider"] += one.amount - cost - one.refunded
    for sale in sales:
        _sale(sale, found, terms)
    for share in outside.moved:
        if not share.is_held and not share.is_back:
            found[f"seller:{share.seller}"] += share.amount
            found["provider"] -= share.amount
    return found


def _sale(sale: Sale, found: Counter[str], terms: Terms) -> None:
    for part in sale.parts:
        if part.state in ARRIVED:
            _arrived(sale, part, found)
        elif part.state in OVER and part.was_placed and not sale.is_cash:
            found["order_holding"] += part.share.paid
    if sale.is_cash and sale.bill.cod_fee and any(part.state in ARRIVED for part in sale.parts):
        own = before_tax(sale.bill.cod_fee, terms.fee_tax_bp)
        found["cod_receivable"] += sale.bill.cod_fee
        found["cod_fee_income"] -= own
        found["gst_output"] -= sale.bill.cod_fee - own


def _arrived(sale: Sale, part: Part, found: Counter[str]) -> None:
    share = part.share
    found["cod_receivable" if sale.is_cash else "order_holding"] += share.paid
    found["promo_expense"] += share.brand_adds
    found[f"seller:{part.seller}"] += part.kept_back - share.value
    found["commission_revenue"] -= share.fee
    found["gst_output"] -= share.fee_tax
    found["tcs_payable"] -= share.tcs
    found["tds_payable"] -= part.tds

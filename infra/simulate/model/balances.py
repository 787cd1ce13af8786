"""Every balance of the brand's books, from the sales and from what the provider did: debit positive, no history.

Accounts whose split depends on when something was heard of are added up: `provider` is what the provider and the bank
hold with the fees of moving it, `seller:<name>` everything between the brand and one seller.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from infra.simulate.model.arithmetic import before_tax
from infra.simulate.model.sale import ARRIVED, OVER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from infra.simulate.model.card import Card
    from infra.simulate.model.desk import Desk
    from infra.simulate.model.goods import Terms
    from infra.simulate.model.outside import Outside
    from infra.simulate.model.sale import Part, Sale


def balances(
    sales: Iterable[Sale], outside: Outside, desk: Desk, terms: Terms, cards: Iterable[Card] = ()
) -> Counter[str]:
    found: Counter[str] = Counter()
    for one, sale in outside.placing(sales):
        cost = one.fee - one.fee_tax
        found["order_holding" if sale else "refund_payable"] -= one.amount  # what no order asked for goes back
        found["gateway_fee"] += cost
        found["provider"] += one.amount - cost - one.refunded
        found["refund_payable"] += one.refunded
        if sale is not None:
            _disputed(sale, sale.owed_back - one.refunded - sale.sent_back, found)
    for sale in sales:
        _sale(sale, found, terms)
    for share in outside.moved:
        if not share.is_held:
            found[f"seller:{share.seller}"] += share.left
            found["provider"] -= share.left
    _desk(desk, found)
    _cards(cards, found)
    return found


def _disputed(sale: Sale, not_refunded: int, found: Counter[str]) -> None:
    """What a bank took stands in for refunds; of the rest, somebody bears it, or nobody was named yet."""
    case = sale.dispute
    if case is None or not case.is_heard:
        return
    found["provider"] -= case.taken - case.given
    if not case.lost:
        found["disputed"] += case.taken - case.given
        return
    covered = not_refunded
    found["refund_payable"] += covered
    open_still = 0 if case.bearer == "brand" else case.lost - covered - case.short
    found["disputed"] += open_still
    found["chargeback_loss"] += case.lost - covered - open_still


def _sale(sale: Sale, found: Counter[str], terms: Terms) -> None:
    for part in sale.parts:
        if part.state in ARRIVED:
            _arrived(sale, part, found)
        elif part.state in OVER and part.was_placed:
            found["order_holding"] += part.card if sale.is_cash else part.share.paid
        else:
            found["order_holding"] += sum(part.to_card) if sale.is_cash else part.called_off
        if part.was_placed:
            found["order_holding"] -= part.card
            found["gift_card_liability"] += part.card - part.back_to_card
    found["refund_payable"] -= sale.owed_back
    found["refund_payable"] += sum(sale.paid_back.values())
    found["provider"] -= sum(sale.paid_back.values())
    if sale.is_cash and sale.bill.cod_fee and any(part.state in ARRIVED for part in sale.parts):
        own = before_tax(sale.bill.cod_fee, terms.fee_tax_bp)
        found["cod_receivable"] += sale.bill.cod_fee
        found["cod_fee_income"] -= own
        found["gst_output"] -= sale.bill.cod_fee - own


def _arrived(sale: Sale, part: Part, found: Counter[str]) -> None:
    share = part.share
    at_the_door = part.at_the_door if sale.is_cash else 0
    found["cod_receivable"] += at_the_door
    found["order_holding"] += part.card if sale.is_cash else share.paid
    found["promo_expense"] += share.brand_adds
    found[f"seller:{part.seller}"] += part.kept_back - share.value
    found["commission_revenue"] -= share.fee
    found["gst_output"] -= share.fee_tax
    found["tcs_payable"] -= share.tcs
    found["tds_payable"] -= part.tds
    for one in part.credits:
        found[f"seller:{part.seller}"] += one.sale + one.brand
        found["promo_expense"] -= one.brand
        found["goodwill_expense"] += one.gift
        for back in one.fees:
            found[f"seller:{part.seller}"] -= back.fee + back.fee_tax + back.tcs + back.tds
            found["commission_revenue"] += back.fee
            found["gst_output"] += back.fee_tax
            found["tcs_payable"] += back.tcs
            found["tds_payable"] += back.tds


def _cards(cards: Iterable[Card], found: Counter[str]) -> None:
    for card in cards:
        found["gift_card_liability"] -= card.amount - card.lapsed
        found["provider" if card.is_paid_for else "promo_expense"] += card.amount
        found["breakage_income"] -= card.lapsed


def _desk(desk: Desk, found: Counter[str]) -> None:
    for given in desk.adjustments:
        found[f"seller:{given.seller}"] -= given.amount
        found["bad_debt" if given.is_write_off else "seller_adjustments"] += given.amount
    for made in desk.deposits.values():
        found[made.account] += made.amount
        found["provider"] -= made.amount
    for amount in desk.brought.values():
        found["provider"] += amount
        found["cod_receivable"] -= amount
    for paid in desk.by_bank.values():
        found[f"seller:{paid.seller}"] += paid.amount
        found["provider"] -= paid.amount

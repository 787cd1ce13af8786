"""Invariants of rows that stand beside the ledger: what was refunded, charged, gathered for payout, and is too old."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.books.models import ReconBreak
from haat.books.owed import ENTRIES
from haat.books.recon import stuck
from haat.books.recon.findings import Findings
from haat.books.types import KINDS
from haat.commissions import queries as commissions
from haat.giftcards import queries as cards
from haat.ledger import queries as ledger
from haat.ledger.chart import GIFT_CARDS
from haat.ledger.types import Check
from haat.orders import queries as orders
from haat.payments import queries as payments
from haat.payouts import queries as payouts
from haat.sellers import queries as sellers
from haat.tax.queries import regime
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

OF_SELLERS = {"seller_payable", "payout_in_transit", "seller_reserve"}


def standing_checks(*, at: datetime) -> Iterator[Check]:
    yield paid_in_full()
    yield refunded()
    yield given_back()
    yield gift_cards()
    yield charged()
    yield gathered()
    yield closed()
    yield withheld()
    yield own_sellers()
    yield nothing_waits(at=at)


def paid_in_full() -> Check:
    check = Check(6, "Every order that was placed and paid online was paid its total, by one payment.")
    for number, total, paid in orders.paid_wrongly(payments.paid_by_reference()):
        check.fault(f"Order {number} costs {total} and {paid} was paid for it.")
    return check


def refunded() -> Check:
    check = Check(7, "No payment is refunded more than was paid, and what is kept as refunded is what its refunds say.")
    for number, paid, kept, said in payments.refunded_wrongly():
        check.fault(f"Payment {number}: {paid} paid, {kept} kept as refunded, its refunds say {said}.")
    return check


def given_back() -> Check:
    check = Check(
        7, "What was given back of a line and what is left of it are the line, and each credit has its refund."
    )
    for number in orders.called_off_wrongly():
        check.fault(f"{number}: what its lines say was called off is not what the part says.")
    for number in orders.credited_wrongly():
        check.fault(f"Part {number}: what was given back and what is left are not what was sold.")
    refunds = {refund.key: refund for refund in payments.refunds_keyed("credit-")}
    for credit in orders.all_credits():
        check.looked_at += 1
        refund = refunds.get(f"credit-{credit.pk}")
        wanted = credit.customer_minor - orders.card_share(credit)
        if refund is not None and refund.amount_minor != wanted:
            check.fault(f"Credit {credit}: {wanted} is to go back, and {refund.amount_minor} was asked for.")
        if credit.summed_minor != (credit.sale_minor, credit.brand_discount_minor, credit.goodwill_minor):
            check.fault(f"Credit {credit}: its lines do not add up to it.")
    return check


def gift_cards() -> Check:
    check = Check(11, "No gift card is below zero, and each says what its movements say.")
    for sentence in cards.wrong():
        check.fault(sentence)
    for currency, minor in cards.outstanding().items():
        check.looked_at += 1
        owed = ledger.balance(GIFT_CARDS, currency)
        if owed != minor:
            check.fault(f"On gift cards are {minor} {currency}; the books say {owed}.")
    return check


def charged() -> Check:
    check = Check(8, "Commission is booked for delivered parts only.")
    for number in commissions.charged_wrongly():
        check.fault(f"Part {number} was never delivered and its commission is booked.")
    return check


def gathered() -> Check:
    check = Check(9, "A payout moves what its lines say, and a part is in one payout at most.")
    for number, kept, said in payouts.summed_wrongly():
        check.fault(f"Payout {number} moves {kept}, its lines or ways say {said}.")
    return check


def closed() -> Check:
    check = Check(17, "Every statement closes: what came over and its entries add up to what it leaves to the next.")
    for number, left, said in payouts.closed_wrongly():
        check.fault(f"Payout {number} leaves {left}, its entries say {said}.")
    return check


def withheld() -> Check:
    check = Check(12, "What is owed of TCS and TDS for each month is what the worksheets of the month say.")
    zone = regime(active_brand().country).country.timezone
    pinned = commissions.withheld_by_month(zone)
    for tax in ("tcs", "tds"):
        booked = ledger.by_month(f"{tax}_payable", zone, but=ENTRIES)
        for month in sorted({*booked, *(month for name, month in pinned if name == tax)}):
            check.looked_at += 1
            apart = booked.get(month, 0) - pinned.get((tax, month), 0)
            if apart:
                check.fault(f"{tax.upper()} of {month} is {apart:+d} apart from its worksheet.")
    return check


def own_sellers() -> Check:
    check = Check(14, "No entry touches another brand: every seller in the books is a seller of this brand.")
    codes = [code for code in ledger.debit_balances() if code.partition(":")[0] in OF_SELLERS]
    known = sellers.known_ids()
    for code in codes:
        check.looked_at += 1
        if code.partition(":")[2] not in known:
            check.fault(f"{code} is of no seller of this brand.")
    return check


def nothing_waits(*, at: datetime) -> Check:
    """Work that stands still is looked for anew; what the provider says otherwise is what the last comparison found.

    None of it makes the books wrong, so these are warnings. What somebody explained is left out.
    """
    check = Check(10, "Nothing waits too long, and no difference with the provider is open.")
    queue = ReconBreak.objects.exclude(state=ReconBreak.State.RESOLVED)
    explained = {(row.kind, row.subject) for row in queue if row.state == ReconBreak.State.EXPLAINED}
    findings = Findings()
    stuck.look(findings, at=at, currency=active_brand().currency)
    for one in findings.differences:
        check.looked_at += 1
        if (one.kind, one.subject) not in explained:
            check.warn(f"{one.kind} {one.reference or one.subject}: {_said(one.ours)}.")
    for row in queue.filter(state=ReconBreak.State.OPEN).order_by("found_at", "pk"):
        if KINDS.get(row.kind) != "stuck":
            check.looked_at += 1
            check.warn(f"{row.kind} {row.reference or row.subject}: open since {row.found_at:%Y-%m-%d %H:%M} UTC.")
    return check


def _said(facts: dict[str, Any]) -> str:
    return ", ".join(f"{name} {value}" for name, value in facts.items()) or "never came"

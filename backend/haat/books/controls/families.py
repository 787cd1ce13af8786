"""The kinds of facts that are booked, each with the beginning of its keys and the invariant it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from haat.books.controls import cards, deposits, disputes, money, sales, sellers, settled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from haat.books.controls.facts import Fact


@dataclass(frozen=True, slots=True)
class Family:
    prefix: str  # of the keys, with the colon
    number: int
    title: str
    facts: Callable[[], Iterable[Fact]]


FAMILIES = (
    Family("capture:", 6, "Every payment that was taken is booked, with the provider's fee and its tax.", money.captures),
    Family("late:", 6, "Money that belongs to no order is owed back in full.", money.late),
    Family("cancel:", 7, "Every refund that was asked for left the order's holding.", money.cancelled),
    Family("refund:", 7, "Every refund that the provider paid left our balance there.", money.refunds),
    Family("deliver:", 8, "Every delivered part is its seller's money, and nothing else is.", sales.delivered),
    Family("fees:", 8, "Commission, its tax, TCS and TDS of every delivered part are those that were pinned.", sales.fees),
    Family("fees-back:", 8, "What was taken back of a delivered part is what was pinned for it.", sales.fees_back),
    Family("credit:", 7, "What was given back of a part is owed to the customer, by its seller or out of what was held.", sales.credited),
    Family("credit-fees:", 8, "Commission, its tax and TCS of what was given back are booked back.", sales.credited_fees),
    Family("codfee:", 8, "The fee for cash on delivery is booked once an order.", sales.cod_fees),
    Family("payout:", 9, "Every payout that was started left what its seller is owed.", sellers.payouts_started),
    Family("transfer:", 9, "Every payout line that was paid left what was on its way.", sellers.transfers),
    Family("bankpay:", 9, "Every line that the bank paid left the bank.", sellers.bank_lines),
    Family("payback:", 9, "Every payment that did not arrive is in its seller's balance again.", sellers.paid_back),
    Family("bounced:", 9, "Every payment that came back is in its seller's balance again.", sellers.bounced),
    Family("reserve:", 17, "What was kept back out of payouts left what their sellers are owed.", sellers.reserves_kept),
    Family("reserveback:", 17, "Every reserve whose days were over came back.", sellers.reserves_back),
    Family("adjust:", 17, "Every adjustment that was decided is booked, and no other.", sellers.adjustments),
    Family("remit:", 8, "Cash that couriers brought left what they owe.", sellers.remittances),
    Family("routefee:", 5, "Fees of shares that came back are booked.", sellers.returned_fees),
    Family("chargeback:", 5, "What banks took in disputes left our balance at the provider.", disputes.taken),
    Family("chargeback-back:", 5, "What banks gave back of it is there again.", disputes.given_back),
    Family("chargeback-loss:", 5, "Lost disputes that the brand bears are its expense.", disputes.losses),
    Family("chargeback-cover:", 7, "What a bank paid stands in for a refund once.", disputes.covered),
    Family("giftissue:", 11, "Every gift card is owed from the day on which it was issued.", cards.issued),
    Family("giftspend:", 11, "What orders spent of gift cards is held for them.", cards.spent),
    Family("giftback:", 11, "What went back to gift cards left the order's holding.", cards.given_back),
    Family("giftexpire:", 11, "What was left on cards that ended is income.", cards.expired),
    Family("deposit:", 12, "Every deposit of tax left the bank, and what was owed for its month.", deposits.made),
    Family("deposit-back:", 12, "Every deposit that was taken back is owed again.", deposits.taken_back),
    Family("settlement:", 5, "Every settlement of the provider's to our bank is booked.", settled.settlements),
)  # fmt: skip

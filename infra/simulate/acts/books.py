"""Money outside of sales: tax that the brand withheld or owes goes to the state, and a debt that nobody will pay ends."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from infra.simulate import paying
from infra.simulate.acts import act
from infra.simulate.market import expect
from infra.simulate.model.desk import Deposit
from infra.simulate.people import as_staff

if TYPE_CHECKING:
    from infra.simulate.acts import Dice
    from infra.simulate.market import Market

ACCOUNTS = {"output": "gst_output", "tcs": "tcs_payable", "tds": "tds_payable"}


@act(weight=1, ready=lambda market: market.is_at_rest and market.sales)
def a_debt_is_written_off(market: Market, dice: Dice) -> None:
    """At most what the seller owes by the model: who owes nothing is forgiven nothing."""
    from haat.core.errors import DomainError
    from haat.payouts import services as payouts

    debts = paying.debts(market)
    name = dice.one(sorted(name for name, minor in debts.items() if minor > 0) or sorted(debts))
    debt = max(0, debts[name])
    amount = dice.one((debt, debt, debt // 2, debt + 1)) or 1
    market.tell(f"{name} owes {debt}, {amount} of it are written off")
    with as_staff("nia"):
        try:
            row = payouts.adjust(
                seller=market.stage.sellers[name],
                amount_minor=amount,
                reason="It ended",
                at=market.at,
                is_write_off=True,
            )
        except DomainError as error:
            expect(amount > debt, "{} owes {}, and {} were not written off: {}", name, debt, amount, error)
            return
    expect(amount <= debt, "{} owes {}, and {} were written off", name, debt, amount)
    market.desk.give(row, name, is_write_off=True)
    market.figures["debts written off"] += 1


@act(weight=1, ready=lambda market: market.sales)
def tax_is_deposited(market: Market, dice: Dice) -> None:
    """At most what a month owes, of withheld tax in money alone; the sums say whether the right account was paid."""
    from django.utils import timezone

    from haat.books import owed as reads
    from haat.books import services as books
    from haat.core.errors import DomainError
    from haat.tax.queries import month as month_of
    from haat.tenancy.context import active_brand

    tax, today = dice.one(sorted(ACCOUNTS)), timezone.localdate(market.at)
    month = month_of(f"{today - timedelta(days=dice.one((0, 0, 31))):%Y-%m}", active_brand())
    left, there = max(0, reads.owed(month, tax).left_minor), reads.input_credit(month.currency)
    credit = (
        dice.one((0, 0, min(left, max(0, there)), max(0, there) + 1)) if tax == "output" else dice.number(0, 7) // 7
    )
    amount = max(0, dice.one((left, left, left // 2, left + 1)) - credit)
    may = 0 < amount + credit <= left and credit <= there and (not credit or tax == "output")
    market.tell(f"{amount} and {credit} of credit are deposited as {tax} of {month.text}, which owes {left}")
    with as_staff("nia"):
        try:
            row = books.deposit_tax(
                tax=tax, month=month, amount_minor=amount, credit_minor=credit, reference=market.desk.reference(), paid_on=today,
                at=market.at,
            )  # fmt: skip
        except DomainError as error:
            expect(not may, "a deposit was refused: {}", error)
            return
    expect(may, "{} and {} of credit were deposited; {} were owed", amount, credit, left)
    market.desk.deposits[str(row.pk)] = Deposit(ACCOUNTS[tax], amount, credit)
    market.figures["taxes deposited"] += 1


@act(weight=1, ready=lambda market: market.desk.deposits)
def a_deposit_is_taken_back(market: Market, dice: Dice) -> None:
    from haat.books import services as books
    from haat.books.models import TaxDeposit

    key = dice.one(sorted(market.desk.deposits))
    with as_staff("nia"):
        books.reverse_deposit(row=TaxDeposit.objects.get(pk=key), reason="Another month", at=market.at)
    made = market.desk.deposits.pop(key)
    market.tell(f"{made.amount} were not deposited to {made.account} after all")

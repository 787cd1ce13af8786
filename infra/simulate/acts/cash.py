"""Couriers bring cash to the bank; staff pays back cash that customers gave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from infra.simulate.acts import act
from infra.simulate.market import expect
from infra.simulate.model.sale import ARRIVED
from infra.simulate.people import as_staff

if TYPE_CHECKING:
    from infra.simulate.acts import Dice
    from infra.simulate.market import Market
    from infra.simulate.model.sale import Part, Sale


def _by_bank(market: Market) -> list[Sale]:
    return [sale for sale in market.sales if sale.too_little or (sale.is_cash and sale.owed_back)]


def _with_courier(market: Market) -> list[tuple[Sale, Part]]:
    return [(sale, part) for sale, part in market.parts(*ARRIVED) if sale.waits_for_cash(part)]


@act(weight=4, ready=_with_courier)
def cash_is_brought(market: Market, dice: Dice) -> None:
    """All of it, some of it, or another amount than was collected."""
    from uuid import UUID

    from haat.core.errors import DomainError
    from haat.payouts import services as payouts

    waiting = _with_courier(market)
    chosen = waiting if dice.number(0, 1) else [dice.one(waiting)]
    wrong = dice.one((0, 0, 0, 1, -1))
    amount = sum(sale.collected(part) for sale, part in chosen)
    reference = market.desk.reference()
    market.tell(f"a courier brings {amount + wrong} for {', '.join(part.number for _, part in chosen)}")
    given: dict[str, Any] = {
        "part_ids": [UUID(part.id) for _, part in chosen], "courier": "Own rider", "reference": reference,
        "amount_minor": amount + wrong, "received_at": market.at, "at": market.at,
    }  # fmt: skip
    with as_staff("nia"):
        try:
            payouts.remit(**given)
        except DomainError as error:
            expect(wrong, "{} for {} were refused: {}", amount, [part.number for _, part in chosen], error)
            return
    expect(not wrong, "{} were taken for {} that were collected", amount + wrong, amount)
    market.desk.brought[reference] = amount
    for _, part in chosen:
        part.is_brought = True
    market.figures["cash brought"] += 1


@act(weight=3, ready=_by_bank)
def cash_is_paid_back(market: Market, dice: Dice) -> None:
    """By hand from the bank, with its reference; the second time is refused. So is what the provider does not send."""
    from haat.core.errors import DomainError
    from haat.payments import services as payments
    from haat.payments.models import Refund

    sale = dice.one(_by_bank(market))
    found = Refund.objects.filter(payment__reference=sale.id, payment__is_stray=False)
    rows = [row for row in found.order_by("created_at", "pk") if sale.is_cash or str(row.pk) in sale.too_little]
    if not rows:
        return  # the worker did not ask for it yet
    refund = dice.one(rows)
    before = str(refund.pk) in sale.paid_back
    market.tell(f"{refund.amount_minor} of {sale.number} are paid back from the bank{' again' if before else ''}")
    with as_staff("nia"):
        if not refund.is_by_bank:
            payments.pay_by_bank(refund=refund)
        try:
            payments.mark_paid(refund=refund, bank_reference=market.desk.reference(), at=market.at)
        except DomainError as error:
            expect(before, "a refund of {} could not be paid: {}", sale.number, error)
            return
    expect(not before, "a refund of {} was paid twice", sale.number)
    sale.paid_back[str(refund.pk)] = refund.amount_minor
    sale.too_little.pop(str(refund.pk), None)
    paid = sum(sale.paid_back.values())
    expect(paid <= sale.owed_back, "{}: {} are owed and {} were paid back", sale.number, sale.owed_back, paid)

"""The brand issues gift cards and looks after them; two customers spend of the same one at once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from infra.simulate import cards
from infra.simulate.acts import act
from infra.simulate.acts.buying import OPEN_MOST, Basket, order
from infra.simulate.market import expect
from infra.simulate.model.card import Card
from infra.simulate.people import as_staff

if TYPE_CHECKING:
    from infra.simulate.acts import Dice
    from infra.simulate.market import Market

CARDS_MOST = 8
AMOUNTS = (50_000, 333, 19_999, 120_001, 1_000_000)
DAYS = (365, 12, 30)


def _few(market: Market) -> bool:
    return len(market.cards) < CARDS_MOST


@act(weight=4, ready=_few)
def a_card_is_issued(market: Market, dice: Dice) -> None:
    """As a gift of the brand's, or for money that came to its bank."""
    from haat.giftcards import services as giftcards

    amount, days = dice.one(AMOUNTS), dice.one(DAYS)
    funding = dice.one(("promo", "bank"))
    until = market.at + timedelta(days=days)
    reference = market.desk.reference()
    given: dict[str, Any] = {
        "amount_minor": amount, "currency": "INR", "funding": funding, "bank_reference": reference, "expires_at": until,
        "recipient": "", "message": "", "key": reference, "at": market.at,
    }  # fmt: skip
    with as_staff("nia"):
        row, code = giftcards.issue(**given)
        again, nothing = giftcards.issue(**given)
    expect((again.pk, nothing) == (row.pk, ""), "one request issued two cards")
    market.cards[str(row.pk)] = Card(str(row.pk), code, amount, funding == "bank", until)
    market.figures["cards"] += 1
    market.tell(f"a card of {amount} for {days} days ({funding})")


@act(weight=2, ready=lambda market: market.cards)
def a_card_is_looked_after(market: Market, dice: Dice) -> None:
    """Blocked, let go again, or to be spent for longer."""
    from haat.core.errors import DomainError
    from haat.giftcards import services as giftcards
    from haat.giftcards.models import GiftCard

    card = market.cards[dice.one(list(market.cards))]
    row = GiftCard.objects.get(pk=card.id)
    what = dice.one(("extend", "unblock", "block") if card.is_blocked else ("extend", "block", "unblock"))
    days = dice.one((30, 2, -1))
    until = card.expires_at + timedelta(days=days)
    able = {
        "block": not card.is_blocked, "unblock": card.is_blocked,
        "extend": days > 0 and bool(cards.on(market, card) or cards.held(market, card)),
    }[what]  # fmt: skip
    market.tell(f"staff wants to {what} a card of {card.amount}")
    with as_staff("nia"):
        try:
            if what == "extend":
                giftcards.extend(card=row, expires_at=until, reason="Sorry", at=market.at)
            elif what == "block":
                giftcards.block(card=row, reason="Stolen", at=market.at)
            else:
                giftcards.unblock(card=row, reason="Found", at=market.at)
        except DomainError as error:
            expect(not able, "to {} a card was refused: {}", what, error)
            market.tell(f"  refused: {error.code}")
            return
    expect(able, "it was possible to {} a card: blocked {}, {} days more", what, card.is_blocked, days)
    if what == "extend":
        card.expires_at = until
    else:
        card.is_blocked = what == "block"


@act(weight=3, ready=lambda market: market.cards and len(market.sales) < OPEN_MOST - 1)
def two_spend_the_same_card(market: Market, dice: Dice) -> None:
    """Both have seen what it pays; then one orders, and the other: who saw too much is told so."""
    card = market.cards[dice.one(list(market.cards))]
    seen = cards.on(market, card)
    baskets: list[Basket] = []
    for _ in range(2):
        who = dice.one(sorted(set(market.stage.customers) - {one.customer for one in baskets}))
        good = dice.one(("serum", "bowl", "pin"))
        baskets.append(Basket(who, {good: dice.number(1, 3)}, is_cash=dice.number(0, 3) == 3, card=card, seen=seen))
    for one in baskets:
        market.tell(f"{one.customer} orders {one.wanted}, {one.words}, and saw {seen} on the card")
        order(market, one)
    market.figures["cards spent at once"] += 1

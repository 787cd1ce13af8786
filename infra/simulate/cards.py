"""What is on each gift card, by orders that took of it and by jobs that gave back: exact after every step, with jobs left too."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from infra.simulate.market import expect
from infra.simulate.model.sale import State

if TYPE_CHECKING:
    from datetime import datetime

    from infra.simulate.market import Market
    from infra.simulate.model.card import Card
    from infra.simulate.model.sale import Part, Sale

AFTER_REFUND = timedelta(days=30)  # what came back can be spent for so long


def is_usable(market: Market, card: Card) -> bool:
    return not card.is_blocked and market.at < card.expires_at and bool(on(market, card))


def on(market: Market, card: Card) -> int:
    """What can be spent of it now."""
    return card.amount - card.lapsed - sum(_taken(market, sale) for sale in market.sales if sale.card == card.id)


def held(market: Market, card: Card) -> int:
    return sum(sale.by_card for sale in market.sales if sale.card == card.id and sale.state == State.AWAITING)


def enter(market: Market, cart: Any, card: Card | None) -> Card | None:
    """Put it in the cart; None where it cannot be spent."""
    from haat.checkout import services as checkout
    from haat.core.errors import DomainError

    checkout.remove_card(cart=cart)
    if card is None:
        return None
    usable = is_usable(market, card)
    try:
        checkout.enter_card(cart=cart, code=card.code, at=market.at)
    except DomainError as error:
        expect(not usable, "card {} has {} on it and was refused: {}", card.id, on(market, card), error)
        market.figures["cards refused"] += 1
        market.tell(f"  the card is refused: {error.code}")
        return None
    expect(usable, "card {} was taken, and nothing can be paid with it", card.id)
    return card


def given_back(market: Market, part: Part, key: str) -> None:
    """A job settled this credit: what came back can be spent for a while."""
    for one, minor in zip(part.credits, part.to_card, strict=True):
        if one.key == key and minor and one.at:
            _extend(market, part, one.at)


def ended(market: Market, part_id: str) -> None:
    """A job gave the money of a part back that was called off."""
    part = market.part(part_id)
    market.settled.add(part_id)
    if part.card:
        _extend(market, part, market.at)


def lapse(market: Market) -> None:
    """The round took what is left on cards that have ended."""
    from infra.simulate.news import follow

    follow(market)
    for card in market.cards.values():
        left = on(market, card)
        if card.expires_at <= market.at and left:
            card.lapsed += left
            market.figures["cards lapsed"] += 1
            market.tell(f"  {left} of card {card.id} are the brand's")


def look(market: Market) -> None:
    """Each card as it stands in the database."""
    from haat.giftcards.models import GiftCard

    rows = {str(row.pk): row for row in GiftCard.objects.all()} if market.cards else {}
    for card in market.cards.values():
        row = rows[card.id]
        theirs = (row.balance_minor, row.held_minor, row.status == "blocked", row.expires_at)
        ours = (on(market, card), held(market, card), card.is_blocked, card.expires_at)
        expect(theirs == ours, "card {}: left, held, blocked and end are {}, they should be {}", card.id, theirs, ours)


def _taken(market: Market, sale: Sale) -> int:
    if not sale.was_placed:
        return sale.by_card if sale.state == State.AWAITING else 0
    return sale.by_card - sum(_back(market, part) for part in sale.parts)


def _back(market: Market, part: Part) -> int:
    if part.id in market.settled:
        return part.card
    pairs = zip(part.credits, part.to_card, strict=True)
    return sum(minor for one, minor in pairs if one.key in market.settled)


def _extend(market: Market, part: Part, since: datetime) -> None:
    sale = next(sale for sale in market.sales if part in sale.parts)
    card = market.cards[sale.card]
    card.expires_at = max(card.expires_at, since + AFTER_REFUND)

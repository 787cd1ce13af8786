"""Paying with a card: held with the order, spent when it is placed, given back when it ends or goods come back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F

from haat.core.errors import DomainError
from haat.giftcards import queries
from haat.giftcards.models import CardMovement, CardUse, GiftCard
from haat.giftcards.services.moving import note
from haat.ledger import services as ledger
from haat.ledger.chart import GIFT_CARDS
from haat.ledger.types import Leg

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

AFTER_REFUND = timedelta(days=30)  # what comes back can be spent for at least so long
State = CardUse.State


class CardChanged(DomainError):
    """Between quote and order somebody else spent of it, or it was blocked."""

    code = "gift_card_changed"


class CardRefused(DomainError):
    """One sentence for every reason, so that nobody learns which codes there are."""

    code = "gift_card_refused"
    status = 422


def find(*, code: str, at: datetime) -> GiftCard:
    """The card of a code, while it can be spent. Raises CardRefused."""
    card = queries.by_code(code) if queries.are_on() else None
    if card is None or not card.is_usable(at) or not card.balance_minor:
        sentence = "This is not the code of a gift card that can be spent here. Check how it is written."
        raise CardRefused(sentence, details={"code": [sentence]})
    return card


def reserve(*, card_id: UUID, minor: int, code_at: datetime | None, reference: UUID, number: str, at: datetime) -> None:
    """Hold so much for an order, in its transaction. Raises CardChanged when there is not so much on it any more, or the
    code of that time, which was entered, is not the card's any more.
    """
    usable = GiftCard.objects.filter(
        pk=card_id, code_at=code_at, status="active", expires_at__gt=at, balance_minor__gte=minor
    )
    if not usable.update(balance_minor=F("balance_minor") - minor, held_minor=F("held_minor") + minor):
        raise CardChanged("The gift card has less on it than a moment ago. Look at what is left to pay, then order.")
    CardUse.objects.create(card_id=card_id, reference=reference, number=number, minor=minor)
    note(GiftCard.objects.get(pk=card_id), "held", key=f"held-{reference}", minor=-minor, reference=number, at=at)


def keep(*, reference: UUID, at: datetime) -> None:
    """The order is placed: what was held is spent, and held for its sellers in the books."""
    use = _held(reference)
    if use is None:
        return
    CardUse.objects.filter(pk=use.pk).update(state=State.SPENT, spent_at=at)
    GiftCard.objects.filter(pk=use.card_id).update(held_minor=F("held_minor") - use.minor)
    ledger.post(
        key=f"giftspend:{use.pk}", code="gift_card.spent", legs=[Leg("order_holding", GIFT_CARDS, use.minor)], at=at,
        reference=use.number, currency=use.card.currency,
    )  # fmt: skip


def release(*, reference: UUID, at: datetime) -> None:
    """The order ended before it was placed. Repeatable."""
    with transaction.atomic():
        use = _held(reference)
        if use is None:
            return
        CardUse.objects.filter(pk=use.pk).update(state=State.RELEASED)
        GiftCard.objects.filter(pk=use.card_id).update(
            held_minor=F("held_minor") - use.minor, balance_minor=F("balance_minor") + use.minor
        )
        note(use.card, "released", key=f"released-{reference}", minor=use.minor, reference=use.number, at=at)


def give_back(*, reference: UUID, minor: int, key: str, number: str, reason: str, at: datetime) -> CardMovement | None:
    """So much of what an order spent goes back to its card, once for the key; never more than it spent. Who owes it
    is the caller's booking. An expired card can be spent for some days more.
    """
    with transaction.atomic():
        use = CardUse.objects.select_for_update(of=("self",)).select_related("card").get(reference=reference)
        existing = CardMovement.objects.filter(key=key).first()
        if existing is not None or not minor:
            return existing
        CardUse.objects.filter(pk=use.pk).update(back_minor=F("back_minor") + minor)
        card = GiftCard.objects.select_for_update().get(pk=use.card_id)
        card.expires_at = max(card.expires_at, at + AFTER_REFUND)
        card.balance_minor += minor
        card.save(update_fields=["expires_at", "balance_minor", "updated_at"])
        return note(card, "back", key=key, minor=minor, reference=number, reason=reason, at=at)


def _held(reference: UUID) -> CardUse | None:
    rows = CardUse.objects.select_for_update(of=("self",)).select_related("card")
    return rows.filter(reference=reference, state=State.HELD).first()

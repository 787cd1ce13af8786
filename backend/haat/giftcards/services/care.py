"""What staff do with a card, and its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.core.errors import InvalidInput, NotNow
from haat.core.ids import new_id
from haat.giftcards.models import GiftCard
from haat.giftcards.services.moving import note
from haat.ledger import services as ledger
from haat.ledger.chart import GIFT_CARDS
from haat.ledger.types import Leg

if TYPE_CHECKING:
    from datetime import datetime

AT_ONCE_MAX = 200
S = GiftCard.Status


def block(*, card: GiftCard, reason: str, at: datetime) -> GiftCard:
    """Nothing can be paid with it; what orders hold already stays. Raises NotNow."""
    return _turn(card, S.BLOCKED, "blocked", reason, at)


def unblock(*, card: GiftCard, reason: str, at: datetime) -> GiftCard:
    return _turn(card, S.ACTIVE, "unblocked", reason, at)


def extend(*, card: GiftCard, expires_at: datetime, reason: str, at: datetime) -> GiftCard:
    """Never to an earlier day, and not once its end was booked. Raises InvalidInput, NotNow."""
    with transaction.atomic():
        card = GiftCard.objects.select_for_update().get(pk=card.pk)
        if expires_at <= card.expires_at:
            sentence = "Choose a day after the one on which it ends now."
            raise InvalidInput(sentence, details={"expires_on": [sentence]})
        if not card.balance_minor and not card.held_minor:
            raise NotNow("There is nothing left on this card that could be spent later.")
        before, card.expires_at = card.expires_at, expires_at
        card.save(update_fields=["expires_at", "updated_at"])
        note(card, "extended", key=f"extended-{new_id()}", reason=reason, at=at)
        states = {"before": {"expires_at": before.isoformat()}, "after": {"expires_at": expires_at.isoformat()}}
        audit.record("giftcard.extended", card, **states, reason=reason, label=str(card))
    return card


def expire(*, at: datetime) -> int:
    """What is left on cards that have ended is the brand's. What an unpaid order holds is not; it comes back first."""
    ended = 0
    for pk in GiftCard.objects.filter(expires_at__lte=at, balance_minor__gt=0).values_list("pk", flat=True)[
        :AT_ONCE_MAX
    ]:
        with transaction.atomic():
            card = GiftCard.objects.select_for_update().get(pk=pk)
            minor = card.balance_minor
            if card.expires_at > at or not minor:
                continue
            card.balance_minor = 0
            card.save(update_fields=["balance_minor", "updated_at"])
            moved = note(card, "expired", key=f"expired-{new_id()}", minor=-minor, at=at)
            ledger.post(
                key=f"giftexpire:{moved.pk}", code="gift_card.expired", legs=[Leg("breakage_income", GIFT_CARDS, minor)],
                at=at, reference=f"card {card.last4}", currency=card.currency,
            )  # fmt: skip
            ended += 1
    return ended


def _turn(card: GiftCard, status: str, kind: str, reason: str, at: datetime) -> GiftCard:
    with transaction.atomic():
        card = GiftCard.objects.select_for_update().get(pk=card.pk)
        if card.status == status:
            raise NotNow(f"This card is {card.get_status_display().lower()} already.")
        before, card.status = card.status, status
        card.save(update_fields=["status", "updated_at"])
        note(card, kind, key=f"{kind}-{new_id()}", reason=reason, at=at)
        states = {"before": {"status": before}, "after": {"status": status}}
        audit.record(f"giftcard.{kind}", card, **states, reason=reason, label=str(card))
    return card

"""Codes of cards: made, shown once, and replaced when one is lost or was never seen."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.core.crypto import blind_index
from haat.core.errors import NotNow
from haat.core.ids import new_id
from haat.giftcards import queries
from haat.giftcards.models import GiftCard
from haat.giftcards.services.moving import note

if TYPE_CHECKING:
    from datetime import datetime

LETTERS, LENGTH = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 16  # 80 bits: guessing is hopeless


def new_code() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def hash_of(code: str) -> str:
    return blind_index(code, purpose=queries.PURPOSE)


def readable(code: str) -> str:
    return "-".join(code[first : first + 4] for first in range(0, LENGTH, 4))


def replace_code(*, card: GiftCard, reason: str, at: datetime) -> tuple[GiftCard, str]:
    """A new code for the same money. The old one is worth nothing from now on, also in carts that it was entered in;
    what orders hold already stays. Raises NotNow.
    """
    code = new_code()
    with transaction.atomic():
        card = GiftCard.objects.select_for_update().get(pk=card.pk)
        if card.expires_at <= at or card.is_empty:
            raise NotNow("There is nothing on this card that could be spent with a new code.")
        before = card.last4
        card.code_hash, card.last4, card.code_at = hash_of(code), code[-4:], _later(card.code_at, at)
        card.save(update_fields=["code_hash", "last4", "code_at", "updated_at"])
        note(card, "recoded", key=f"recoded-{new_id()}", reason=reason, at=at)
        states = {"before": {"last4": before}, "after": {"last4": card.last4}}
        audit.record("giftcard.recoded", card, **states, reason=reason, label=str(card))
    return card, readable(code)


def _later(before: datetime | None, at: datetime) -> datetime:
    """By its time a cart knows which code was entered, so no two codes of a card have the same."""
    return at if before is None else max(at, before + timedelta(microseconds=1))

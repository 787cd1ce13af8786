"""Making a card. Its code is told once, to who issued it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from haat.audit import services as audit
from haat.core.crypto import BlindIndex, blind_index, indexes
from haat.core.errors import InvalidInput, NotNow
from haat.giftcards import queries
from haat.giftcards.models import GiftCard
from haat.giftcards.services.code import hash_of, new_code, readable
from haat.giftcards.services.moving import note
from haat.ledger import services as ledger
from haat.ledger.chart import BANK, GIFT_CARDS
from haat.ledger.types import Leg

if TYPE_CHECKING:
    from datetime import datetime

AMOUNT_MAX_MINOR = 10_000_00  # what Indian law lets a gift instrument hold
FUNDED_BY = {"promo": "promo_expense", "bank": BANK}


class Off(NotNow):
    code = "gift_cards_off"


def issue(
    *, amount_minor: int, currency: str, funding: str, bank_reference: str, expires_at: datetime, recipient: str, message: str,
    key: str, at: datetime,
) -> tuple[GiftCard, str]:  # fmt: skip
    """A card and its code; for a `key` that issued one before, that card and no code. Raises Off, InvalidInput."""
    digest = sha256(key.encode()).hexdigest()
    if before := queries.issued_as(digest):
        return before, ""
    if not queries.are_on():
        raise Off("Gift cards are off for this brand. Its policy turns them on.")
    _check(amount_minor, funding, bank_reference, expires_at, at)
    code = new_code()
    try:
        with transaction.atomic():
            card = GiftCard.objects.create(
                code_hash=hash_of(code), last4=code[-4:], currency=currency, amount_minor=amount_minor, balance_minor=amount_minor,
                funding=funding, bank_reference=bank_reference.strip() if funding == "bank" else "", issued_at=at,
                expires_at=expires_at, issued_as=digest, recipient=recipient, recipient_hash=_recipient_hash(recipient), message=message,
            )  # fmt: skip
            _book(card, at)
    except IntegrityError:
        twin = queries.issued_as(digest)
        if twin is None:
            raise
        return twin, ""
    return card, readable(code)


def _check(amount_minor: int, funding: str, bank_reference: str, expires_at: datetime, at: datetime) -> None:
    if not 0 < amount_minor <= AMOUNT_MAX_MINOR:
        sentence = "A gift card holds between 0.01 and 10,000."
        raise InvalidInput(sentence, details={"amount_minor": [sentence]})
    if expires_at <= at:
        raise InvalidInput("It must end in the future.", details={"expires_on": ["Choose a day in the future."]})
    if funding == GiftCard.Funding.BANK and not bank_reference.strip():
        sentence = "Say under which reference the bank has the money."
        raise InvalidInput(sentence, details={"bank_reference": [sentence]})


def _recipient_hash(recipient: str) -> str:
    return blind_index(recipient, purpose=queries.FOR_WHOM) if recipient else ""


indexes.append(BlindIndex("giftcards.GiftCard", "recipient_hash", lambda card: _recipient_hash(card.recipient)))


def _book(card: GiftCard, at: datetime) -> None:
    amount = card.amount_minor
    note(card, "issued", key=f"issued-{card.pk}", minor=amount, at=at)
    ledger.post(
        key=f"giftissue:{card.pk}", code="gift_card.issued", legs=[Leg(GIFT_CARDS, FUNDED_BY[card.funding], amount)],
        at=at, reference=f"card {card.last4}", currency=card.currency,
    )  # fmt: skip
    after = {"amount_minor": amount, "funding": card.funding, "expires_at": card.expires_at.isoformat()}
    audit.record("giftcard.issued", card, after=after, label=str(card))

"""Making a card. Its code is told once, to who issued it."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.core.crypto import blind_index
from haat.core.errors import InvalidInput, NotNow
from haat.giftcards import queries
from haat.giftcards.models import GiftCard
from haat.giftcards.services.moving import note
from haat.ledger import services as ledger
from haat.ledger.chart import BANK, GIFT_CARDS
from haat.ledger.types import Leg

if TYPE_CHECKING:
    from datetime import datetime

LETTERS, LENGTH = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 16  # 80 bits: guessing is hopeless
AMOUNT_MAX_MINOR = 10_000_00  # what Indian law lets a gift instrument hold
FUNDED_BY = {"promo": "promo_expense", "bank": BANK}


class Off(NotNow):
    code = "gift_cards_off"


def issue(
    *, amount_minor: int, currency: str, funding: str, bank_reference: str, expires_at: datetime, recipient: str, message: str,
    at: datetime,
) -> tuple[GiftCard, str]:  # fmt: skip
    """A card and its code. Raises Off, InvalidInput."""
    if not queries.are_on():
        raise Off("Gift cards are off for this brand. Its policy turns them on.")
    if not 0 < amount_minor <= AMOUNT_MAX_MINOR:
        sentence = "A gift card holds between 0.01 and 10,000."
        raise InvalidInput(sentence, details={"amount_minor": [sentence]})
    if expires_at <= at:
        raise InvalidInput("It must end in the future.", details={"expires_on": ["Choose a day in the future."]})
    if funding == GiftCard.Funding.BANK and not bank_reference.strip():
        sentence = "Say under which reference the bank has the money."
        raise InvalidInput(sentence, details={"bank_reference": [sentence]})
    code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    with transaction.atomic():
        card = GiftCard.objects.create(
            code_hash=blind_index(code, purpose=queries.PURPOSE), last4=code[-4:], currency=currency, amount_minor=amount_minor,
            balance_minor=amount_minor, funding=funding, bank_reference=bank_reference.strip() if funding == "bank" else "",
            issued_at=at, expires_at=expires_at, recipient=recipient, message=message,
        )  # fmt: skip
        note(card, "issued", key=f"issued-{card.pk}", minor=amount_minor, at=at)
        ledger.post(
            key=f"giftissue:{card.pk}", code="gift_card.issued", legs=[Leg(GIFT_CARDS, FUNDED_BY[funding], amount_minor)],
            at=at, reference=f"card {card.last4}", currency=currency,
        )  # fmt: skip
        after = {"amount_minor": amount_minor, "funding": funding, "expires_at": expires_at.isoformat()}
        audit.record("giftcard.issued", card, after=after, label=str(card))
    return card, "-".join(code[first : first + 4] for first in range(0, LENGTH, 4))

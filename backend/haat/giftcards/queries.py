"""Reads of gift cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q, Sum
from django.db.models.functions import Coalesce

from haat.audit import queries as audit
from haat.core.crypto import blind_indexes
from haat.core.errors import NotFound
from haat.giftcards.models import CardMovement, CardUse, GiftCard
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

PURPOSE, FOR_WHOM = "giftcards.code", "giftcards.recipient"


def are_on() -> bool:
    """A brand has them only when its policy says so: they are for goods that it sells itself."""
    return bool(active_brand().policy("gift_cards", False))


def normal_code(code: str) -> str:
    return "".join(one for one in code.upper() if one.isalnum())


def by_code(code: str) -> GiftCard | None:
    return GiftCard.objects.filter(code_hash__in=blind_indexes(normal_code(code), purpose=PURPOSE)).first()


def usable(card_id: UUID | None, *, code_at: datetime | None, at: datetime) -> GiftCard | None:
    """The card whose code of that time was entered, while something can be paid with it and that is still its code."""
    card = GiftCard.objects.filter(pk=card_id).first() if card_id and are_on() else None
    if card is None or card.code_at != code_at or not card.is_usable(at) or not card.balance_minor:
        return None
    return card


def cards(*, text: str = "", state: str = "", at: datetime) -> QuerySet[GiftCard]:
    """Newest first; by the last four of the code."""
    rows = GiftCard.objects.order_by("-issued_at", "-id")
    rows = rows.filter(last4=normal_code(text)[-4:]) if text else rows
    if state == "expired":
        return rows.filter(expires_at__lte=at)
    empty = Q(balance_minor=0, held_minor=0)
    if state in {"active", "empty"}:
        return rows.filter(empty if state == "empty" else ~empty, status="active", expires_at__gt=at)
    return rows.filter(status=state) if state else rows


def card(card_id: UUID) -> GiftCard:
    """Raises NotFound."""
    found = GiftCard.objects.filter(pk=card_id).first()
    if found is None:
        raise NotFound("There is no such gift card.")
    return found


def meant_for(addresses: list[str]) -> QuerySet[GiftCard]:
    """The cards that name one of these mail addresses."""
    hashes = [one for address in addresses for one in blind_indexes(address, purpose=FOR_WHOM)]
    return GiftCard.objects.filter(recipient_hash__in=hashes).order_by("issued_at", "id")


def issued_as(key: str) -> GiftCard | None:
    return GiftCard.objects.filter(issued_as=key).first()


def movements(card_id: UUID) -> QuerySet[CardMovement]:
    rows = CardMovement.objects.select_related("card").filter(card_id=card_id)
    return rows.annotate(shown_actor=audit.named("actor_id", "actor")).order_by("-at", "-id")


def use_of(reference: UUID) -> CardUse | None:
    return CardUse.objects.select_related("card").filter(reference=reference).first()


def issued() -> Iterator[GiftCard]:
    return GiftCard.objects.order_by("pk").iterator(2_000)


def spent() -> Iterator[CardUse]:
    return CardUse.objects.filter(state="spent").order_by("pk").iterator(2_000)


def moved(kind: str) -> Iterator[CardMovement]:
    return CardMovement.objects.filter(kind=kind).select_related("card").order_by("pk").iterator(2_000)


def wrong() -> Iterator[str]:
    """Cards of which balance, holds and movements do not tell the same."""
    held = Coalesce(Sum("uses__minor", filter=Q(uses__state="held")), 0)
    sums = dict(CardMovement.objects.order_by().values_list("card").annotate(Sum("minor")))
    for row in GiftCard.objects.annotate(said_held=held).order_by("pk").iterator(2_000):
        if sums.get(row.pk, 0) != row.balance_minor or row.said_held != row.held_minor:
            yield f"Gift card {row}: movements {sums.get(row.pk, 0)}, balance {row.balance_minor}, held {row.held_minor}."


def outstanding() -> dict[str, int]:
    """What is owed on all cards, by currency; what unpaid orders hold is still owed."""
    rows = GiftCard.objects.order_by().values_list("currency").annotate(Sum("balance_minor"), Sum("held_minor"))
    return {currency: balance + held for currency, balance, held in rows}

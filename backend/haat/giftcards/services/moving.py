"""Every change of a balance: one conditional UPDATE and one row that says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.audit import services as audit
from haat.core import context
from haat.giftcards.models import CardMovement, GiftCard

if TYPE_CHECKING:
    from datetime import datetime


def note(
    card: GiftCard, kind: str, *, key: str, at: datetime, minor: int = 0, reference: str = "", reason: str = ""
) -> CardMovement:
    """Write the movement of a locked card whose balance was brought along."""
    card.refresh_from_db(fields=["balance_minor"])
    actor = context.current().actor
    return CardMovement.objects.create(
        card=card, kind=kind, key=key, minor=minor, balance_minor=card.balance_minor, reference=reference,
        reason=reason[:200], at=at, actor=audit.name_kept(actor)[:120], actor_id=actor.user_id or "",
    )  # fmt: skip

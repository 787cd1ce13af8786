"""Codes that a signed-in person asks for: to confirm who they are, to prove an address, to join two accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.identity.models import LoginChallenge
from haat.identity.services import challenges

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.identity.identifiers import Identifier
    from haat.identity.models import User

Purpose = LoginChallenge.Purpose
CONFIRM, CONTACT, MERGE = Purpose.CONFIRM, Purpose.CONTACT, Purpose.MERGE


def ask(*, user: User, address: Identifier, purpose: str, portal: str, brand: Any, at: datetime) -> LoginChallenge:
    """Send a code that works for this person and this purpose only. Raises Spent."""
    return challenges.start(
        identifier=address, portal=portal, brand=brand, name="", at=at, purpose=purpose, user_id=user.pk
    )


def prove(
    *, user: User, challenge_id: UUID, code: str, purpose: str, portal: str, brand_id: UUID | None, at: datetime
) -> LoginChallenge:
    """Use up a code of `ask`. Raises WrongCode, also for the code of another person, purpose or brand."""
    return challenges.verify(
        challenge_id=challenge_id, code=code, portal=portal, brand_id=brand_id, at=at, purpose=purpose, user_id=user.pk
    )

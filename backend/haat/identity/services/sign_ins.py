"""A person's sign-ins: seen, replaced, ended here or elsewhere."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from haat.core.errors import NotFound
from haat.identity import tokens
from haat.identity.models import TokenFamily
from haat.identity.services.notes import note

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.identity.models import User

SEEN_EVERY = timedelta(minutes=1)  # not each request is a write


def seen(*, family: TokenFamily | None, address: str, at: datetime) -> None:
    """The sign-in was used just now, which keeps it from ending for idleness."""
    if family is not None and (at - family.last_seen_at >= SEEN_EVERY or family.address != address):
        family.last_seen_at, family.address = at, address
        TokenFamily.objects.filter(pk=family.pk).update(last_seen_at=at, address=address)


def replace_sign_in(*, user: User, refresh: str, at: datetime) -> None:
    """Whoever signs in again in the same browser has one sign-in there, not two."""
    before = tokens.family_of_refresh(refresh)
    if before is not None and before.user_id == user.pk:
        tokens.end_family(family=before, at=at)


def confirm(*, family: TokenFamily, at: datetime) -> None:
    """The person has just shown again that it is them, by a code from us: it says so beside how they had come in."""
    family.authenticated_at = at
    family.methods = [*family.methods, *(["otp"] if "otp" not in family.methods else [])]
    TokenFamily.objects.filter(pk=family.pk).update(authenticated_at=at, methods=family.methods)


def end_sign_in(*, among: list[TokenFamily], family_id: UUID, brand_id: UUID | None, at: datetime) -> None:
    """End one of the sign-ins that the person sees here. Raises NotFound for any other."""
    family = next((row for row in among if row.pk == family_id), None)
    if family is None:
        raise NotFound("This sign-in has ended already.")
    tokens.end_family(family=family, at=at)
    note(
        "session.ended", user=family.user, brand_id=brand_id, after={"portal": family.portal, "sign_in": str(family_id)}
    )


def end_others(*, user: User, keep: TokenFamily | None, at: datetime) -> int:
    """End every sign-in of the person except this one, on all portals of all brands; returns how many ended."""
    rows = TokenFamily.objects.filter(user=user, revoked_at=None)
    return rows.exclude(pk=keep.pk).update(revoked_at=at) if keep else rows.update(revoked_at=at)

"""The short way between the first proof and the second: a ticket that is worth nothing else and nowhere else."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

from haat.core.errors import DomainError
from haat.core.ids import new_token
from haat.identity.models import SignInTicket

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.identity.models import User

LIFE = timedelta(minutes=10)
FORGOTTEN_AFTER = timedelta(days=1)


class TicketOver(DomainError):
    code = "ticket_over"
    status = 401


def open_ticket(
    *, user: User, kind: str, portal: str, brand_id: UUID | None, methods: list[str], is_new: bool, at: datetime
) -> str:
    """A ticket for the next step of this sign-in, on this portal of this brand."""
    SignInTicket.objects.filter(expires_at__lt=at - FORGOTTEN_AFTER).delete()
    token = new_token()
    SignInTicket.objects.create(
        user=user, kind=kind, portal=portal, brand_id=brand_id, methods=methods, is_new=is_new,
        token_hash=_hash(token), security_version=user.security_version, expires_at=at + LIFE,
    )  # fmt: skip
    return token


def find_ticket(*, token: str, kind: str, portal: str, brand_id: UUID | None, at: datetime) -> SignInTicket:
    """The living ticket of this kind and place. Raises TicketOver."""
    row = (
        SignInTicket.objects.select_related("user")
        .filter(token_hash=_hash(token), kind=kind, portal=portal, brand_id=brand_id, used_at=None, expires_at__gt=at)
        .first()
    )
    if row is None or not row.user.is_active or row.user.security_version != row.security_version:
        raise TicketOver("This sign-in took too long. Start again.")
    return row


def use_ticket(*, ticket: SignInTicket, at: datetime) -> None:
    """One ticket lets one sign-in through, also when two come at once. Raises TicketOver."""
    if not SignInTicket.objects.filter(pk=ticket.pk, used_at=None).update(used_at=at):
        raise TicketOver("This sign-in was finished already. Start again.")


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()

"""Asking somebody to join a team: the letter goes to one address, and only the person behind it can say yes."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from haat.core import jobs
from haat.core.errors import DomainError, InvalidInput, NotAllowed, NotFound, NotNow
from haat.core.ids import new_id
from haat.identity import queries
from haat.identity.identifiers import Identifier
from haat.identity.models import Invitation, Membership, User
from haat.identity.permission_words import ROLES
from haat.identity.permissions import may_grant
from haat.identity.services.memberships import grant
from haat.identity.services.notes import note_thing, tell

if TYPE_CHECKING:
    from uuid import UUID

    from haat.identity.types import Place

LIFE = timedelta(days=7)
SEND_AGAIN_AFTER = timedelta(minutes=1)
OPEN_MAX = 50  # of one team


class AlreadyInvited(NotNow):
    code = "already_invited"


class AlreadyMember(NotNow):
    code = "already_member"


class TooManyInvitations(DomainError):
    code = "too_many_invitations"
    status = 429


def token_of(invitation: Invitation) -> str:
    """The secret part of the link, recomputed by the sender; only its hash is stored."""
    message = f"invitation:{invitation.pk}:{invitation.generation}".encode()
    return hmac.new(settings.HAAT_CODE_KEY, message, hashlib.sha256).hexdigest()


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def invite(*, place: Place, by: Membership, identifier: Identifier, role: str, at: datetime) -> Invitation:
    """Invite the person behind an address. Raises NotAllowed, AlreadyMember, AlreadyInvited, TooManyInvitations."""
    require_grantable(by, place.scope, role)
    known = queries.user_by_identifier(identifier)
    if known and queries.team(place).filter(user=known).exists():
        raise AlreadyMember(f"{identifier.masked} is in this team already. Change the role there.")
    _forget_expired(place, identifier, at)
    if queries.open_invitations(place, at).count() >= OPEN_MAX:
        raise TooManyInvitations(f"{OPEN_MAX} invitations wait for an answer. Take some back first.")
    invitation = Invitation(
        pk=new_id(), **place.keys, place=place.name, role=role, identifier=identifier.value, channel=identifier.channel,
        invited_by=by.user, sent_at=at, expires_at=at + LIFE,
    )  # fmt: skip
    invitation.token_hash = hash_of(token_of(invitation))
    try:
        with transaction.atomic():
            invitation.save(force_insert=True)
    except IntegrityError:
        raise AlreadyInvited(f"{identifier.masked} was invited already. Send the letter again instead.") from None
    jobs.enqueue("identity.send_invitation", invitation_id=invitation.pk)
    _note("membership.invited", invitation, after={"role": role, "scope": place.scope})
    return invitation


@transaction.atomic
def send_again(*, invitation: Invitation, by: Membership, at: datetime) -> Invitation:
    """Another letter with another link; it is good for seven days again. Raises NotNow, TooManyInvitations."""
    row = _locked(invitation.pk)
    require_grantable(by, row.scope, row.role)
    if at < row.sent_at + SEND_AGAIN_AFTER:
        raise TooManyInvitations("The letter was sent a moment ago. Wait a minute before sending it again.")
    row.generation += 1
    row.sent_at, row.expires_at = at, at + LIFE
    row.token_hash = hash_of(token_of(row))
    row.save(update_fields=["generation", "sent_at", "expires_at", "token_hash", "updated_at"])
    jobs.enqueue("identity.send_invitation", invitation_id=row.pk)
    _note("membership.invited_again", row, after={"role": row.role})
    return row


@transaction.atomic
def take_back(*, invitation: Invitation, at: datetime) -> None:
    """The link stops working. Raises NotNow once it was accepted or taken back."""
    row = _locked(invitation.pk)
    row.revoked_at = at
    row.save(update_fields=["revoked_at", "updated_at"])
    _note("membership.invitation_revoked", row, before={"role": row.role})


@transaction.atomic
def accept(*, invitation_id: UUID, user: User, portal: str, brand_id: UUID | None, at: datetime) -> Membership:
    """Join the team. Raises NotFound for what was not sent to this person, NotNow for what is over.

    The right to invite is looked at again: an inviter who has left cannot let anybody in.
    """
    row = (
        queries.invitations_to(user, portal=portal, brand_id=brand_id)
        .select_for_update(of=("self",))
        .filter(pk=invitation_id)
        .first()
    )
    if row is None:
        raise NotFound("This invitation is not for you, or it was taken back.")
    if row.expires_at <= at:
        raise NotNow("This invitation is too old. Ask for a new one.")
    inviter = queries.membership_of(row.invited_by, row.scope, row.brand_id, row.seller_id)
    if inviter is None or not may_grant(inviter.permissions, row.scope, row.role):
        raise NotNow("Whoever invited you may not do that any more. Ask for a new invitation.")
    if queries.membership_of(user, row.scope, row.brand_id, row.seller_id) is not None:
        raise AlreadyMember("You are in this team already.")
    row.accepted_at, row.accepted_by = at, user
    row.save(update_fields=["accepted_at", "accepted_by", "updated_at"])
    membership = grant(user=user, scope=row.scope, role=row.role, brand_id=row.brand_id, seller_id=row.seller_id)
    _note("membership.invitation_accepted", row, after={"role": row.role})
    _tell_inviter(row, user)
    return membership


def require_grantable(by: Membership, scope: str, role: str) -> None:
    """Raises InvalidInput for a role that is not there, NotAllowed for one with more rights than one's own."""
    if role not in ROLES or role not in queries.roles_of(scope):
        raise InvalidInput("There is no such role here.", details={"role": ["Unknown role."]})
    if not may_grant(by.permissions, scope, role):
        raise NotAllowed("You cannot give more rights than you have yourself.")


def _locked(invitation_id: UUID) -> Invitation:
    row = Invitation.objects.select_for_update(of=("self",)).select_related("invited_by").get(pk=invitation_id)
    if row.accepted_at or row.revoked_at:
        raise NotNow("This invitation was answered or taken back already.")
    return row


def _forget_expired(place: Place, identifier: Identifier, at: datetime) -> None:
    """An invitation that nobody answered in time does not stand in the way of the next."""
    old = Invitation.objects.filter(**place.keys, identifier=identifier.value, accepted_at=None, revoked_at=None)
    old.filter(expires_at__lte=at).update(revoked_at=at)


def _note(action: str, row: Invitation, *, before: Any = None, after: Any = None) -> None:
    masked = Identifier(row.identifier, row.channel).masked
    note_thing(
        action, kind="identity.invitation", thing_id=row.pk, name=masked, brand_id=row.brand_id, before=before, after=after,
    )  # fmt: skip


def _tell_inviter(row: Invitation, user: User) -> None:
    text = _("%(person)s accepted your invitation and is now in the team of %(place)s.")
    words = {"person": user.name or user.masked_contact, "place": row.place}
    tell(
        to=row.invited_by.addresses[0], sender=row.place, subject=_("Your invitation was accepted"), text=text % words,
    )  # fmt: skip

"""Borrowing somebody's view: begun with a reason and a fresh proof, ended by button, time or the loss of the right."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F

from haat.core.errors import InvalidInput, NotAllowed, NotFound
from haat.core.ids import new_id, new_token
from haat.identity import queries
from haat.identity.models import ViewedPath, Viewing
from haat.identity.services.invitations import hash_of
from haat.identity.services.notes import note_thing

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.identity.models import Membership
    from haat.identity.types import Subject

LIFE = timedelta(minutes=15)  # and no longer: there is no verb that prolongs it
TICKET_LIFE = timedelta(minutes=2)
TOKEN_PREFIX = "view_"  # noqa: S105 - what a token of this kind begins with
PERMISSION = "support.view_as"
REASON_MIN = 10
PATH_LENGTH = 300
PATHS_NOTED = 40  # in the audit entry; all of them are in ViewedPath
KINDS = {"seller": "sellers.seller", "customer": "identity.user", "admin": "tenancy.brand"}  # in the audit log
End = Viewing.End


@transaction.atomic
def start_viewing(*, by: Membership, subject: Subject, reason: str, at: datetime) -> tuple[Viewing, str]:
    """Begin to look as a subject; returns the view and its one-use ticket. A view that was open before ends.

    Raises NotAllowed without the right or for somebody with more rights, InvalidInput without a real reason.
    """
    if PERMISSION not in by.permissions:
        raise NotAllowed("Your role may not see what others see.")
    if len(reason.strip()) < REASON_MIN:
        sentence = "Say why in a sentence: the person you look at will read it."
        raise InvalidInput(sentence, details={"reason": [sentence]})
    if subject.portal == "customer":
        _refuse_stronger(by, subject)
    for open_one in Viewing.objects.select_for_update().filter(staff=by.user, ended_at=None):
        _end(open_one, End.NEXT, at)
    ticket = new_token()
    viewing = Viewing.objects.create(
        pk=new_id(), staff=by.user, staff_scope=by.scope, staff_role=by.role, security_version=by.user.security_version,
        portal=subject.portal, brand_id=subject.brand_id, subject_id=subject.id, subject_name=subject.name[:120],
        reason=reason.strip(), started_at=at, expires_at=at + LIFE, ticket_hash=hash_of(ticket),
        ticket_expires_at=at + TICKET_LIFE,
    )  # fmt: skip
    _note("support.viewing_started", viewing, after={"portal": viewing.portal, "until": viewing.expires_at.isoformat()})
    return viewing, ticket


@transaction.atomic
def open_viewing(*, ticket: str, portal: str, brand_id: UUID, at: datetime) -> tuple[Viewing, str]:
    """Change the ticket for the token that the view is seen with, once. Raises NotFound."""
    rows = Viewing.objects.select_for_update(of=("self",)).select_related("staff")
    found = rows.filter(ticket_hash=hash_of(ticket), portal=portal, brand_id=brand_id, opened_at=None, ended_at=None)
    viewing = found.filter(ticket_expires_at__gt=at).first()
    if viewing is None:
        raise NotFound("This ticket was used already or is too old. Go back and begin again.")
    token = TOKEN_PREFIX + new_token()
    viewing.opened_at, viewing.token_hash = at, hash_of(token)
    viewing.save(update_fields=["opened_at", "token_hash", "updated_at"])
    return viewing, token


def viewing_of_token(*, token: str, portal: str, brand_id: UUID, at: datetime) -> Viewing | None:
    """The living view behind a token. It ends here when its staff have lost the right to look, or are signed out everywhere."""
    rows = Viewing.objects.select_related("staff").filter(portal=portal, brand_id=brand_id, ended_at=None)
    viewing = rows.filter(token_hash=hash_of(token), expires_at__gt=at).first()
    if viewing is None:
        return None
    staff = viewing.staff
    home = viewing.brand_id if viewing.staff_scope == "brand" else None
    membership = queries.membership_of(staff, viewing.staff_scope, home, None)
    if (
        membership is None
        or PERMISSION not in membership.permissions
        or staff.security_version != viewing.security_version
    ):
        end_viewing(viewing=viewing, cause=End.ROLE, at=at)
        return None
    return viewing


def count_request(*, viewing: Viewing, path: str) -> None:
    """Every look is counted, by its path."""
    Viewing.objects.filter(pk=viewing.pk).update(requests=F("requests") + 1)
    ViewedPath.objects.get_or_create(viewing=viewing, path=path[:PATH_LENGTH])
    ViewedPath.objects.filter(viewing=viewing, path=path[:PATH_LENGTH]).update(count=F("count") + 1)


@transaction.atomic
def end_viewing(*, viewing: Viewing, cause: str, at: datetime) -> None:
    """End a view; a second time changes nothing."""
    row = Viewing.objects.select_for_update(of=("self",)).filter(pk=viewing.pk, ended_at=None).first()
    if row is not None:
        _end(row, cause, at)


def close_viewings(*, at: datetime) -> int:
    """End the views whose time is over; returns how many."""
    over = Viewing.objects.filter(ended_at=None, expires_at__lte=at)
    for viewing in over:
        end_viewing(viewing=viewing, cause=End.TIME, at=viewing.expires_at)
    return len(over)


def _end(viewing: Viewing, cause: str, at: datetime) -> None:
    viewing.ended_at, viewing.end = at, cause
    viewing.save(update_fields=["ended_at", "end", "updated_at"])
    paths = dict(viewing.paths.order_by("-count", "path").values_list("path", "count")[:PATHS_NOTED])
    _note("support.viewing_ended", viewing, after={"end": cause, "requests": viewing.requests, "paths": paths})


def _refuse_stronger(by: Membership, subject: Subject) -> None:
    """Nobody borrows the view of a colleague who may do more than they themselves may."""
    for other in queries.staff_memberships(subject.id, brand_id=subject.brand_id):
        if other.scope != by.scope or not other.permissions <= by.permissions:
            raise NotAllowed("This person works here with rights that you do not have.")


def _note(action: str, viewing: Viewing, *, after: Any) -> None:
    """Into the brand's log; when the platform looks, into its own as well."""
    for brand_id in {viewing.brand_id, None} if viewing.staff_scope == "platform" else {viewing.brand_id}:
        note_thing(
            action, kind=KINDS[viewing.portal], thing_id=viewing.subject_id, name=viewing.subject_name,
            brand_id=brand_id, after=after | {"staff_id": str(viewing.staff_id)}, reason=viewing.reason,
        )  # fmt: skip

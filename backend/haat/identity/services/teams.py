"""Changing a team. The last owner stays, nobody changes their own role, and nobody gives more than they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from haat.core.errors import NotAllowed, NotNow
from haat.identity import queries
from haat.identity.permission_words import ROLES
from haat.identity.permissions import may_grant
from haat.identity.services.invitations import require_grantable
from haat.identity.services.memberships import grant, revoke
from haat.identity.services.notes import tell

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.identity.models import Membership
    from haat.identity.types import Place

OWNER = "owner"


class LastOwner(NotNow):
    code = "last_owner"


@transaction.atomic
def change_role(*, place: Place, member_id: UUID, by: Membership, role: str) -> Membership:
    """Give a member another role; it counts from their next request. Raises NotFound, NotAllowed, LastOwner."""
    member = _locked(place, member_id, by)
    require_grantable(by, place.scope, role)
    if role == member.role:
        return member
    if member.role == OWNER:
        _require_another_owner(place, member)
    before = member.role
    changed = grant(user=member.user, role=role, **place.keys)
    words = {"place": place.name, "before": ROLES[before][0], "after": ROLES[role][0]}
    _tell(changed, place, _("Your role was changed"), _("In the team of %(place)s you are now %(after)s; before you were %(before)s.") % words)  # fmt: skip
    return changed


@transaction.atomic
def remove_member(*, place: Place, member_id: UUID, by: Membership, at: datetime) -> None:
    """Put somebody out of the team, at once. Raises NotFound, NotAllowed, LastOwner."""
    member = _locked(place, member_id, by)
    if member.role == OWNER:
        _require_another_owner(place, member)
    revoke(membership=member, at=at)
    _tell(member, place, _("You were removed from a team"), _("You are no longer in the team of %(place)s.") % {"place": place.name})  # fmt: skip


def _locked(place: Place, member_id: UUID, by: Membership) -> Membership:
    """The member, with the whole team held in a fixed order: two owners cannot remove each other at once."""
    rows = {row.pk: row for row in queries.team(place).select_for_update(of=("self",)).order_by("pk")}
    acting = rows.get(by.pk)
    member = rows.get(member_id)
    if member is None:
        raise queries.no_member()
    if acting is None or "staff.edit" not in acting.permissions:
        raise NotAllowed("You are no longer an owner of this team.")
    if member.user_id == acting.user_id:
        raise NotAllowed("Nobody changes their own role. Ask another owner.")
    if not may_grant(acting.permissions, place.scope, member.role):
        raise NotAllowed("This person has rights that you do not have.")
    return member


def _require_another_owner(place: Place, member: Membership) -> None:
    others = queries.team(place).filter(role=OWNER, user__is_active=True).exclude(pk=member.pk)
    if not others.exists():
        raise LastOwner("This is the last owner. Make somebody else an owner first.")


def _tell(member: Membership, place: Place, subject: str, text: str) -> None:
    for address in member.user.addresses[:1]:
        tell(to=address, sender=place.name, subject=subject, text=text)

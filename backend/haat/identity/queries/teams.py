"""Teams: who works where, who is invited, and who looked as somebody else."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Q

from haat.core.errors import NotFound
from haat.identity.models import Invitation, Membership, User, Viewing
from haat.identity.permissions import TABLE
from haat.identity.queries.people import addresses_ever
from haat.identity.standing import SCOPE_OF_PORTAL
from haat.tenancy import hosts

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.identity.identifiers import Identifier
    from haat.identity.types import Place

LOOKS_MAX = 200
PORTAL_OF_SCOPE: dict[str, hosts.Portal] = {"seller": "seller", "brand": "admin", "platform": "platform"}


def roles_of(scope: str) -> Collection[str]:
    return TABLE.get(scope, {}).keys()


def team(place: Place) -> QuerySet[Membership]:
    """The people of a place, owners and the longest there first."""
    rows = Membership.objects.filter(**place.keys, revoked_at=None).select_related("user")
    return rows.order_by("created_at", "pk")


def no_member() -> NotFound:
    return NotFound("There is no such person in this team.")


def membership_of(user: User, scope: str, brand_id: UUID | None, seller_id: UUID | None) -> Membership | None:
    rows = Membership.objects.filter(user=user, scope=scope, brand_id=brand_id, seller_id=seller_id, revoked_at=None)
    return rows.first() if user.is_active else None


def open_invitations(place: Place, at: datetime) -> QuerySet[Invitation]:
    """Invitations of a place that wait for an answer, newest first; those that ran out are among them for a while."""
    since = at - timedelta(days=30)
    rows = Invitation.objects.filter(**place.keys, accepted_at=None, revoked_at=None, expires_at__gt=since)
    return rows.select_related("invited_by").order_by("-sent_at", "pk")


def invitation_of(place: Place, invitation_id: UUID) -> Invitation:
    """One invitation of a place. Raises NotFound."""
    found = Invitation.objects.filter(**place.keys, pk=invitation_id).select_related("invited_by").first()
    if found is None:
        raise NotFound("There is no such invitation here.")
    return found


def invitations_to(user: User, *, portal: str, brand_id: UUID | None) -> QuerySet[Invitation]:
    """Open invitations on this portal to an address that is this person's, whether or not they ran out."""
    scope = SCOPE_OF_PORTAL.get(portal, "")
    selves = User.objects.filter(Q(pk=user.pk) | Q(merged_into=user)).values_list("email", "phone")
    own = [value for row in selves for value in row if value]  # of joined accounts too: they lead to this one
    rows = Invitation.objects.filter(identifier__in=own, scope=scope, brand_id=brand_id)
    return rows.filter(accepted_at=None, revoked_at=None).select_related("invited_by").order_by("-sent_at")


def invitations_ever(user: User) -> list[Invitation]:
    """Every invitation that was sent to an address which is or was this person's."""
    return list(Invitation.objects.filter(identifier__in=addresses_ever(user)).order_by("sent_at"))


def is_invited(found: Identifier, *, portal: str, brand_id: UUID | None, at: datetime) -> bool:
    """Whether an address may sign in here although nobody with it is on the staff yet."""
    scope = SCOPE_OF_PORTAL.get(portal, "")
    rows = Invitation.objects.filter(identifier=found.value, scope=scope, brand_id=brand_id, expires_at__gt=at)
    return rows.filter(accepted_at=None, revoked_at=None).exists()


def invitation_by_token(token: str, *, portal: str, brand_id: UUID | None, at: datetime) -> Invitation:
    """The invitation behind a link, on the portal it was made for. Raises NotFound."""
    hashed = hashlib.sha256(token.encode()).hexdigest()
    rows = Invitation.objects.filter(token_hash=hashed, scope=SCOPE_OF_PORTAL.get(portal, ""), brand_id=brand_id)
    found = rows.filter(accepted_at=None, revoked_at=None, expires_at__gt=at).select_related("invited_by").first()
    if found is None:
        raise NotFound("This invitation was answered, was taken back, or is too old. Ask for a new one.")
    return found


def staff_memberships(user_id: UUID, *, brand_id: UUID) -> list[Membership]:
    """The roles that a person has on the staff of a brand or of the platform."""
    rows = Membership.objects.filter(user_id=user_id, revoked_at=None, scope__in=["brand", "platform"])
    return [row for row in rows if row.brand_id in {brand_id, None}]


def members_with(permission: str, *, brand_id: UUID) -> list[Membership]:
    """The staff of a brand whose role has a permission, by name."""
    roles = [role for role, granted in TABLE["brand"].items() if permission in granted]
    rows = Membership.objects.filter(scope="brand", brand_id=brand_id, role__in=roles, revoked_at=None)
    return list(rows.select_related("user").order_by("user__name", "pk"))


def looks_at(place: Place) -> list[Viewing]:
    """When staff from above saw a shop or a brand's admin portal as its own people see it; nobody is above the platform."""
    if place.brand_id is None:
        return []
    subject = place.seller_id or place.brand_id
    return list(viewings_of(portal=place.portal, brand_id=place.brand_id, subject_id=subject)[:LOOKS_MAX])


def viewings_of(*, portal: str, brand_id: UUID, subject_id: UUID) -> QuerySet[Viewing]:
    """When staff looked at something as its people see it, newest first."""
    rows = Viewing.objects.filter(portal=portal, brand_id=brand_id, subject_id=subject_id)
    return rows.select_related("staff").order_by("-started_at", "-pk")

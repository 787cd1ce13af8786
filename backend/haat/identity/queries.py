"""Reads of identity: only ever called outside a brand."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from haat.core.errors import NotFound
from haat.identity import tokens
from haat.identity.models import Invitation, LoginChallenge, Membership, TokenFamily, User, Viewing
from haat.identity.permissions import TABLE
from haat.tenancy import hosts

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.identity.identifiers import Identifier
    from haat.identity.types import Place

SCOPE_OF_PORTAL = {"seller": "seller", "admin": "brand", "platform": "platform"}
LOOKS_MAX = 200
PORTAL_OF_SCOPE: dict[str, hosts.Portal] = {"seller": "seller", "brand": "admin", "platform": "platform"}


def memberships_here(user: User, portal: str, brand: Any) -> list[Membership]:
    """The roles that count on this portal of this brand."""
    scope = SCOPE_OF_PORTAL.get(portal)
    if scope is None:
        return []
    rows = Membership.objects.filter(user=user, scope=scope, brand_id=brand.pk if brand else None, revoked_at=None)
    return list(rows.order_by("created_at"))


def family_of_token(token: str, *, portal: str, brand_id: UUID | None, at: datetime) -> TokenFamily | None:
    """The living sign-in behind an access token: right portal, right brand, not over, not revoked."""
    claims = tokens.read(token, portal=portal)
    if claims is None or claims["brand"] != str(brand_id or "") or claims["exp"] <= at.timestamp():
        return None
    family = TokenFamily.objects.select_related("user").filter(pk=claims["sid"], revoked_at=None).first()
    if family is None or not family.user.is_active or family.user.security_version != claims["sv"]:
        return None
    return family


def challenge(challenge_id: str) -> LoginChallenge | None:
    return LoginChallenge.objects.filter(pk=challenge_id).first()


def user_by_identifier(found: Identifier) -> User | None:
    """The person an e-mail address or phone number belongs to."""
    return User.objects.filter(**{"email" if found.channel == "email" else "phone": found.value}).first()


def user_by_id(user_id: UUID | str) -> User | None:
    return User.objects.filter(pk=user_id).first()


def contact_of(user_id: UUID | str) -> dict[str, str]:
    """Name and addresses of a person, for messages to them."""
    user = user_by_id(user_id)
    return {"name": user.name, "email": user.email or "", "phone": user.phone or ""} if user else {}


def staff_contacts(*, scope: str, brand_id: UUID | None, seller_id: UUID | None = None) -> list[dict[str, str]]:
    """Whom to tell when something happens to a seller, a brand or the platform."""
    rows = Membership.objects.filter(
        scope=scope, brand_id=brand_id, seller_id=seller_id, revoked_at=None
    ).select_related("user")
    return [{"name": row.user.name, "email": row.user.email or "", "phone": row.user.phone or ""} for row in rows]


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
    rows = Invitation.objects.filter(identifier__in=user.addresses, scope=scope, brand_id=brand_id)
    return rows.filter(accepted_at=None, revoked_at=None).select_related("invited_by").order_by("-sent_at")


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

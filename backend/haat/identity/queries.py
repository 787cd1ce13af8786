"""Reads of identity: only ever called outside a brand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.socialaccount.models import SocialAccount

from haat.identity import tokens
from haat.identity.models import IdentityProvider, LoginChallenge, Membership, TokenFamily, User
from haat.identity.providers import catalogue

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.identity.identifiers import Identifier

SCOPE_OF_PORTAL = {"seller": "seller", "admin": "brand", "platform": "platform"}


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


def connected_accounts(user: User, brand_id: UUID | None) -> list[dict[str, Any]]:
    """A person's accounts at the platform's issuers and at this brand's; what they have at other brands is not told here."""
    keys = {provider.key for provider in catalogue.known(brand_id)}
    rows = SocialAccount.objects.filter(user=user, provider__in=keys).order_by("date_joined")
    return [
        {
            "id": row.pk, "name": catalogue.name_of(row.provider), "email": row.extra_data.get("email", ""), "connected_at": row.date_joined,
        }
        for row in rows
    ]  # fmt: skip


def identity_providers(brand_id: UUID) -> QuerySet[IdentityProvider]:
    """The issuers of a brand."""
    return IdentityProvider.objects.filter(brand_id=brand_id).order_by("created_at")

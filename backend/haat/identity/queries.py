"""Reads of identity: only ever called outside a brand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.identity import tokens
from haat.identity.models import (
    Authenticator,
    FactorReset,
    LoginChallenge,
    Membership,
    Passkey,
    RecoveryCode,
    TokenFamily,
    User,
)

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

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
    if (
        family is None
        or not tokens.is_strong_enough(family)
        or not family.user.is_active
        or family.user.security_version != claims["sv"]
    ):
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


def ways_to_prove(user: User, rp_id: str) -> list[str]:
    """The second factors that a person can use on hosts of this domain; empty when there is nothing to ask for."""
    has_app = Authenticator.objects.filter(user=user, confirmed=True).exists()
    has_passkey = Passkey.objects.filter(user=user, rp_id=rp_id).exists()
    if not has_app and not has_passkey:
        return []
    has_codes = RecoveryCode.objects.filter(user=user, used_at=None).exists()
    ways = {"passkey": has_passkey, "totp": has_app, "recovery_code": has_codes}
    return [name for name, there in ways.items() if there]


def has_authenticator(user: User) -> bool:
    return Authenticator.objects.filter(user=user, confirmed=True).exists()


def factor_count(user: User) -> int:
    """Authenticator apps and passkeys together, over all domains."""
    apps = Authenticator.objects.filter(user=user, confirmed=True).count()
    return apps + Passkey.objects.filter(user=user).count()


def factors_of(user: User) -> dict[str, Any]:
    """What a person's security page lists."""
    return {
        "authenticators": list(Authenticator.objects.filter(user=user, confirmed=True).order_by("created_at")),
        "passkeys": list(Passkey.objects.filter(user=user).order_by("created_at")),
        "recovery_codes_left": RecoveryCode.objects.filter(user=user, used_at=None).count(),
        "reset": open_reset(user),
    }


def open_reset(user: User) -> FactorReset | None:
    return FactorReset.objects.filter(user=user, done_at=None, cancelled_at=None).first()


def is_staff_anywhere(user: User) -> bool:
    """Whether somebody works for a brand or the platform, and so must have a second factor."""
    return Membership.objects.filter(user=user, scope__in=["brand", "platform"], revoked_at=None).exists()

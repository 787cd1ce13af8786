"""People, their roles, sign-ins, factors and addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.db.models import Q

from haat.core.rows import row
from haat.identity import standing, tokens
from haat.identity.models import (
    Authenticator,
    ContactChange,
    FactorReset,
    IdentityProvider,
    LoginChallenge,
    Membership,
    Passkey,
    RecoveryCode,
    TokenFamily,
    User,
)
from haat.identity.providers import catalogue

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.identity.identifiers import Identifier

WHOLE_PERSON = {"launch", "platform"}  # portals of the platform itself: a brand's hosts show that brand's sign-ins only
SIGN_INS_MAX = 100
LIVING = "one.id = %s AND one.portal = %s AND one.brand_id IS NOT DISTINCT FROM %s"


def memberships_here(user: User, portal: str, brand: Any) -> list[Membership]:
    """The roles that count on this portal of this brand."""
    return standing.memberships(user_id=user.pk, portal=portal, brand_id=brand.pk if brand else None)


def living_family(
    family_id: UUID | str | None, *, portal: str, brand_id: UUID | None, at: datetime
) -> TokenFamily | None:
    """A sign-in of this portal and brand that has not ended."""
    family = row(TokenFamily, LIVING, family_id, portal, brand_id, joined=["user"]) if family_id else None
    return family if family is not None and family.is_alive(at) else None


def family_of_token(
    token: str, *, portal: str, brand_id: UUID | None, at: datetime
) -> tuple[TokenFamily | None, dict[str, Any]]:
    """The living sign-in behind an access token, and its claims: right portal, right brand, not over, not revoked."""
    claims = tokens.read(token, portal=portal)
    if claims is None or claims["brand"] != str(brand_id or "") or claims["exp"] <= at.timestamp():
        return None, {}
    family = living_family(claims["sid"], portal=portal, brand_id=brand_id, at=at)
    if family is None or family.security_version != claims["sv"] or str(family.user_id) != claims["sub"]:
        return None, {}
    if not tokens.is_strong_enough(family):
        return None, {}
    return family, claims


def sign_ins(*, user: User, portal: str, brand_id: UUID | None, at: datetime) -> list[TokenFamily]:
    """The person's living sign-ins, last used first. On a brand's hosts those at this brand: it learns of no other."""
    rows = TokenFamily.objects.select_related("user").filter(user=user, revoked_at=None)
    rows = rows.filter(last_seen_at__gt=at - max(life.idle for life in settings.HAAT_SIGN_IN_LIFE.values()))
    if portal not in WHOLE_PERSON:
        rows = rows.filter(brand_id=brand_id)
    return [row for row in rows.order_by("-last_seen_at")[:SIGN_INS_MAX] if row.is_alive(at)]


def contact_change(change_id: UUID | str) -> ContactChange | None:
    return ContactChange.objects.select_related("user").filter(pk=change_id).first()


def seller_memberships(user: User) -> list[Membership]:
    """Every shop on every brand that the person works for."""
    rows = Membership.objects.filter(user=user, scope=Membership.Scope.SELLER, revoked_at=None)
    return list(rows.order_by("created_at"))


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


def all_memberships(user: User) -> list[Membership]:
    """Every role the person has or had, anywhere, those of joined accounts too."""
    return list(Membership.objects.filter(Q(user=user) | Q(user__merged_into=user)).order_by("created_at"))


def sole_ownerships(user: User) -> list[Membership]:
    """What would have no owner without this person."""
    own = Membership.objects.filter(user=user, role="owner", revoked_at=None, user__is_active=True)
    return [
        row for row in own.order_by("created_at")
        if not Membership.objects.filter(
            scope=row.scope, brand_id=row.brand_id, seller_id=row.seller_id, role="owner", revoked_at=None, user__is_active=True,
        ).exclude(user=user).exists()
    ]  # fmt: skip


def is_erased(user_id: UUID | str) -> bool:
    return User.objects.filter(pk=user_id, erased_at__isnull=False).exists()


def proven_challenge(challenge_id: UUID, *, user: User, purpose: str, since: datetime) -> LoginChallenge | None:
    """A code that this person used a moment ago for this purpose."""
    rows = LoginChallenge.objects.filter(pk=challenge_id, user_id=user.pk, purpose=purpose, used_at__gte=since)
    return rows.first()


def living_memberships(user: User) -> list[Membership]:
    return list(Membership.objects.filter(user=user, revoked_at=None).order_by("created_at"))


def addresses_ever(user: User) -> list[str]:
    """Every address by which the person signs in or did before, those of joined accounts too."""
    selves = User.objects.filter(Q(pk=user.pk) | Q(merged_into=user))
    changes = ContactChange.objects.filter(user__in=selves).values_list("old", "new", "told")
    rows = [*selves.values_list("email", "phone"), *changes]
    return sorted({value for row in rows for value in row if value})


def last_undoable_change(user: User, *, at: datetime) -> ContactChange | None:
    """The newest change of address that whoever reads the old address can still take back."""
    rows = ContactChange.objects.filter(user=user, undone_at=None, undo_until__gt=at)
    return rows.order_by("-undo_until").first()


def ids_ever(user: User) -> list[UUID]:
    """The person's own id and those of accounts that were joined to theirs."""
    return list(
        User.objects.filter(Q(pk=user.pk) | Q(merged_into=user)).order_by("created_at").values_list("pk", flat=True)
    )

"""Tokens of API clients: a short signed access token, and a refresh token that is used once."""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import jwt
from django.conf import settings
from django.db import transaction

from haat.core import context
from haat.core.errors import DomainError
from haat.core.ids import new_id, new_token
from haat.identity import standing
from haat.identity.models import RefreshToken, TokenFamily, User

if TYPE_CHECKING:
    from uuid import UUID

ACCESS = timedelta(minutes=15)
REFRESH = timedelta(days=7)
GRACE = timedelta(seconds=10)  # two tabs may race for one token
ISSUER = "haat"
ALGORITHMS = ["HS256"]  # the first signs; nothing outside of this list is read
TYPE = "at+jwt"
REQUIRED = ["exp", "iat", "sub", "sid", "aud", "iss", "brand", "sv", "mv"]
STAFF_ONLY = frozenset({"admin", "platform"})
PROOFS = frozenset({"passkey", "totp", "recovery_code"})  # second factors, as `amr` names them
COUNTS_TWICE = PROOFS | {"mfa"}  # a brand may trust its issuer's second factor for a sign-in, never for a step-up


class SignedOut(DomainError):
    code = "signed_out"
    status = 401


@dataclass(frozen=True, slots=True)
class Tokens:
    access: str
    refresh: str
    expires_in: int
    family: TokenFamily


def issue(
    *, user: User, portal: str, brand_id: UUID | None, methods: list[str], user_agent: str, at: datetime,
    proved_at: datetime | None = None,
) -> Tokens:  # fmt: skip
    """Begin a family after a proven sign-in; `proved_at` when a second factor or a passkey was part of it."""
    family = TokenFamily.objects.create(
        user=user, portal=portal, brand_id=brand_id, methods=methods, began_at=at, authenticated_at=at, last_seen_at=at, proved_at=proved_at,
        security_version=user.security_version, user_agent=user_agent[:200], address=context.current().address,
    )  # fmt: skip
    refresh = new_token()
    _keep(family, refresh, at)
    return _pair(family, refresh, at)


def rotate(*, refresh: str, portal: str, brand_id: UUID | None, at: datetime) -> Tokens:
    """Use a refresh token up for the next pair. Reuse after the grace ends the whole family. Raises SignedOut.

    The successor follows from the token by a key, so that racing tabs get the same one.
    """
    theft = None
    with transaction.atomic():
        row = (
            RefreshToken.objects.select_for_update(of=("self",))
            .select_related("family__user")
            .filter(token_hash=_hash(refresh))
            .first()
        )
        if row is None or not _usable(row, portal, brand_id, at):
            raise SignedOut("You are signed out. Sign in again.")
        successor = _successor(refresh)
        if row.consumed_at is None:
            row.consumed_at = at
            row.save(update_fields=["consumed_at", "updated_at"])
            _keep(row.family, successor, at)
        elif at > row.consumed_at + GRACE:
            theft = row.family
    if theft is not None:
        end_family(family=theft, at=at)
        raise SignedOut("This sign-in was used twice and has been ended for your safety. Sign in again.")
    return _pair(row.family, successor, at)


def mark_proved(*, family: TokenFamily, method: str, at: datetime) -> None:
    """A second factor was used in this sign-in: for some minutes it may do what asks for one."""
    methods = [*family.methods, *([method] if method not in family.methods else [])]
    TokenFamily.objects.filter(pk=family.pk).update(proved_at=at, methods=methods)


def end_family(*, family: TokenFamily, at: datetime) -> None:
    TokenFamily.objects.filter(pk=family.pk, revoked_at=None).update(revoked_at=at)


def end_families(*, user_id: UUID, portal: str, brand_id: UUID | None, at: datetime) -> None:
    """End every sign-in of a person on one portal of one brand; elsewhere they stay signed in."""
    rows = TokenFamily.objects.filter(user_id=user_id, portal=portal, brand_id=brand_id, revoked_at=None)
    rows.update(revoked_at=at)


def is_strong_enough(family: TokenFamily) -> bool:
    """A sign-in to a staff portal carries its second factor, also one that is older than this rule."""
    return family.portal not in STAFF_ONLY or not COUNTS_TWICE.isdisjoint(family.methods)


def family_of_refresh(refresh: str) -> TokenFamily | None:
    row = (
        RefreshToken.objects.select_related("family__user").filter(token_hash=_hash(refresh)).first()
        if refresh
        else None
    )
    return row.family if row else None


def read(token: str, *, portal: str) -> dict[str, Any] | None:
    """The claims of a valid access token for this portal, else None. A key that we do not know verifies nothing.

    Whether it has ended, or its family was revoked, is for the caller to ask.
    """
    claims = _verified(token, portal, tuple(settings.HAAT_TOKEN_KEYS.items()))
    return dict(claims) if claims else None


@lru_cache(maxsize=4096)  # what a key has signed stays so; the keys are part of the question
def _verified(token: str, portal: str, keys: tuple[tuple[str, Any], ...]) -> dict[str, Any] | None:
    try:
        header = jwt.get_unverified_header(token)
        key = dict(keys).get(header.get("kid", ""))
        if key is None or header.get("typ") != TYPE:
            return None
        claims: dict[str, Any] = jwt.decode(
            token, key, algorithms=ALGORITHMS, audience=portal, issuer=ISSUER,
            options={"require": REQUIRED, "verify_exp": False, "verify_iat": False},
        )  # fmt: skip
    except (jwt.PyJWTError, TypeError):
        return None
    return claims if claims.get("use") == "access" else None


def _pair(family: TokenFamily, refresh: str, at: datetime) -> Tokens:
    return Tokens(_access(family, at), refresh, int(ACCESS.total_seconds()), family)


def _access(family: TokenFamily, at: datetime) -> str:
    key_id, key = next(iter(settings.HAAT_TOKEN_KEYS.items()))
    roles = standing.memberships(user_id=family.user_id, portal=family.portal, brand_id=family.brand_id)
    claims = {
        "iss": ISSUER, "aud": family.portal, "brand": str(family.brand_id or ""), "sub": str(family.user_id), "sid": str(family.pk),
        "jti": new_id().hex, "use": "access", "sv": family.security_version, "mv": standing.version(roles),
        "iat": int(at.timestamp()), "exp": int((at + ACCESS).timestamp()), "amr": family.methods,
        "auth_time": int(family.authenticated_at.timestamp()),
    }  # fmt: skip
    return jwt.encode(claims, key, algorithm=ALGORITHMS[0], headers={"kid": key_id, "typ": TYPE})


def _keep(family: TokenFamily, refresh: str, at: datetime) -> None:
    """No refresh token outlives its family."""
    end = family.began_at + settings.HAAT_SIGN_IN_LIFE[family.portal].absolute
    RefreshToken.objects.create(family=family, token_hash=_hash(refresh), expires_at=min(at + REFRESH, end))


def _usable(row: RefreshToken, portal: str, brand_id: UUID | None, at: datetime) -> bool:
    family = row.family
    if not is_strong_enough(family):
        return False
    return row.expires_at > at and (family.portal, family.brand_id) == (portal, brand_id) and family.is_alive(at)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _successor(token: str) -> str:
    digest = hmac.new(settings.HAAT_INDEX_KEY, f"refresh:{token}".encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")

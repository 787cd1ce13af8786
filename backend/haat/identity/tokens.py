"""Tokens of API clients: a short signed access token, and a refresh token that is used once."""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import jwt
from django.conf import settings
from django.db import transaction

from haat.core.errors import DomainError
from haat.core.ids import new_id, new_token
from haat.identity.models import RefreshToken, TokenFamily, User

if TYPE_CHECKING:
    from uuid import UUID

ACCESS = timedelta(minutes=15)
REFRESH = timedelta(days=7)
GRACE = timedelta(seconds=10)  # two tabs may race for one token
ISSUER = "haat"
ALGORITHM = "HS256"
STAFF_ONLY = frozenset({"admin", "platform"})
PROOFS = frozenset({"passkey", "totp", "recovery_code"})  # second factors, as `amr` names them


class SignedOut(DomainError):
    code = "signed_out"
    status = 401


@dataclass(frozen=True, slots=True)
class Tokens:
    access: str
    refresh: str
    expires_in: int


def issue(
    *, user: User, portal: str, brand_id: UUID | None, methods: list[str], user_agent: str, at: datetime,
    proved_at: datetime | None = None,
) -> Tokens:  # fmt: skip
    """Begin a family after a proven sign-in; `proved_at` when a second factor or a passkey was part of it."""
    family = TokenFamily.objects.create(
        user=user, portal=portal, brand_id=brand_id, methods=methods, authenticated_at=at, proved_at=proved_at,
        security_version=user.security_version, user_agent=user_agent[:200],
    )  # fmt: skip
    refresh = new_token()
    RefreshToken.objects.create(family=family, token_hash=_hash(refresh), expires_at=at + REFRESH)
    return Tokens(_access(family, at), refresh, int(ACCESS.total_seconds()))


def rotate(*, refresh: str, portal: str, brand_id: UUID | None, at: datetime) -> Tokens:
    """Use a refresh token up for the next pair. Reuse after the grace ends the whole family. Raises SignedOut.

    The successor follows from the token by a key, so that racing tabs get the same one.
    """
    theft = None
    with transaction.atomic():
        row = (
            RefreshToken.objects.select_for_update()
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
            RefreshToken.objects.create(family=row.family, token_hash=_hash(successor), expires_at=at + REFRESH)
        elif at > row.consumed_at + GRACE:
            theft = row.family
    if theft is not None:
        end_family(family=theft, at=at)
        raise SignedOut("This sign-in was used twice and has been ended for your safety. Sign in again.")
    return Tokens(_access(row.family, at), successor, int(ACCESS.total_seconds()))


def mark_proved(*, family: TokenFamily, method: str, at: datetime) -> None:
    """A second factor was used in this sign-in: for some minutes it may do what asks for one."""
    methods = [*family.methods, *([method] if method not in family.methods else [])]
    TokenFamily.objects.filter(pk=family.pk).update(proved_at=at, methods=methods)


def end_family(*, family: TokenFamily, at: datetime) -> None:
    TokenFamily.objects.filter(pk=family.pk, revoked_at=None).update(revoked_at=at)


def is_strong_enough(family: TokenFamily) -> bool:
    """A sign-in to a staff portal carries its second factor, also one that is older than this rule."""
    return family.portal not in STAFF_ONLY or not PROOFS.isdisjoint(family.methods)


def family_of_refresh(refresh: str) -> TokenFamily | None:
    row = RefreshToken.objects.select_related("family").filter(token_hash=_hash(refresh)).first() if refresh else None
    return row.family if row else None


def read(token: str, *, portal: str) -> dict[str, Any] | None:
    """The claims of a valid access token for this portal, else None."""
    try:
        key_id = jwt.get_unverified_header(token).get("kid", "")
        claims: dict[str, Any] = jwt.decode(
            token, settings.HAAT_TOKEN_KEYS.get(key_id, b"-" * 32), algorithms=[ALGORITHM], audience=portal, issuer=ISSUER,
            options={"require": ["exp", "iat", "sub", "sid", "aud", "iss"], "verify_exp": False, "verify_iat": False},
        )  # fmt: skip
    except jwt.PyJWTError:
        return None
    return claims if claims.get("use") == "access" else None


def _access(family: TokenFamily, at: datetime) -> str:
    key_id, key = next(iter(settings.HAAT_TOKEN_KEYS.items()))
    claims = {
        "iss": ISSUER, "aud": family.portal, "brand": str(family.brand_id or ""), "sub": str(family.user_id), "sid": str(family.pk),
        "jti": new_id().hex, "use": "access", "sv": family.security_version, "iat": int(at.timestamp()),
        "exp": int((at + ACCESS).timestamp()), "amr": family.methods, "auth_time": int(family.authenticated_at.timestamp()),
    }  # fmt: skip
    return jwt.encode(claims, key, algorithm=ALGORITHM, headers={"kid": key_id})


def _usable(row: RefreshToken, portal: str, brand_id: UUID | None, at: datetime) -> bool:
    family = row.family
    return (
        family.revoked_at is None
        and row.expires_at > at
        and (family.portal, family.brand_id) == (portal, brand_id)
        and is_strong_enough(family)
        and family.user.is_active
        and family.user.security_version == family.security_version
    )


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _successor(token: str) -> str:
    digest = hmac.new(settings.HAAT_INDEX_KEY, f"refresh:{token}".encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")

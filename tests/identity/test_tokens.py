"""Access and refresh tokens: for one portal of one brand, by keys that rotate, ended at once."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import jwt
import psycopg
import pytest
from django.conf import settings
from django.db import connection

from haat.core import clock
from haat.identity import identifiers, services
from haat.identity.models import Membership, RefreshToken, TokenFamily, User
from tests.support import Api

SELLER_LIFE = settings.HAAT_SIGN_IN_LIFE["seller"]


def claims_of(visitor: Api) -> dict[str, Any]:
    token = visitor.headers["Authorization"].removeprefix("Bearer ")
    found: dict[str, Any] = jwt.decode(token, options={"verify_signature": False})
    return found


def as_bearer(visitor: Api, claims: dict[str, Any], key: Any, **header: Any) -> int:
    """The status of /me for a token of our own making."""
    header = {"typ": "at+jwt", "kid": next(iter(settings.HAAT_TOKEN_KEYS))} | header
    token = jwt.encode(claims, key, algorithm=header.pop("alg", "HS256"), headers=header)
    visitor.headers["Authorization"] = f"Bearer {token}"
    visitor.once("GET", "/api/v1/me")
    return visitor.status


def test_a_token_says_whose_where_and_with_which_roles(aster: Any, ravi: Any) -> None:
    """ASVS item 27"""
    visitor = Api("seller", aster, ravi.user)
    claims = claims_of(visitor)
    assert (claims["aud"], claims["brand"], claims["sub"]) == ("seller", str(aster.pk), str(ravi.user.pk))
    assert claims["exp"] - claims["iat"] == 15 * 60
    assert claims["sid"] == str(TokenFamily.objects.get(user=ravi.user).pk)
    assert claims["mv"]


def test_only_our_algorithm_our_keys_and_our_kind_of_token_are_read(aster: Any, ravi: Any) -> None:
    """ASVS item 27: none, another algorithm, an unknown key, another type, a refresh token as access token."""
    visitor = Api("seller", aster, ravi.user)
    claims, key = claims_of(visitor), next(iter(settings.HAAT_TOKEN_KEYS.values()))
    assert as_bearer(visitor, claims, key) == 200
    assert as_bearer(visitor, claims, None, alg="none") == 401
    assert as_bearer(visitor, claims, key * 2, alg="HS512") == 401
    assert as_bearer(visitor, claims, b"-" * 32, kid="nobody") == 401
    assert as_bearer(visitor, claims, b"x" * 32) == 401
    assert as_bearer(visitor, claims, key, typ="JWT") == 401
    assert as_bearer(visitor, claims | {"use": "refresh"}, key) == 401
    for missing in ("exp", "aud", "sid", "mv", "brand"):
        assert as_bearer(visitor, {name: value for name, value in claims.items() if name != missing}, key) == 401


def test_a_token_of_one_brand_is_nothing_on_another_even_if_it_says_so(aster: Any, birch: Any, ravi: Any) -> None:
    """ASVS item 27: A on B, also with the claim changed and signed by our own key."""
    claims = claims_of(Api("seller", aster, ravi.user))
    key = next(iter(settings.HAAT_TOKEN_KEYS.values()))
    assert as_bearer(Api("seller", birch), claims, key) == 401
    assert as_bearer(Api("seller", birch), claims | {"brand": str(birch.pk)}, key) == 401
    assert as_bearer(Api("admin", aster), claims | {"aud": "admin"}, key) == 401


def test_the_first_key_signs_and_all_of_them_verify(aster: Any, ravi: Any, settings: Any) -> None:
    """ASVS item 27: a key is changed without signing anybody out, and taken away at the end."""
    old, new = settings.HAAT_TOKEN_KEYS, {"t2": b"n" * 32}
    before = Api("seller", aster, ravi.user)
    settings.HAAT_TOKEN_KEYS = new | old
    before.once("GET", "/api/v1/me")
    assert before.status == 200
    after = Api("seller", aster, ravi.user)
    assert jwt.get_unverified_header(after.headers["Authorization"].split()[1])["kid"] == "t2"
    settings.HAAT_TOKEN_KEYS = new
    for visitor, status in ((before, 401), (after, 200)):
        visitor.once("GET", "/api/v1/me")
        assert visitor.status == status


def test_an_access_token_ends_after_a_quarter_of_an_hour(aster: Any, ravi: Any, later: Any) -> None:
    visitor = Api("seller", aster, ravi.user)
    later(timedelta(minutes=14))
    visitor.once("GET", "/api/v1/me")
    assert visitor.status == 200
    later(timedelta(minutes=2))
    visitor.once("GET", "/api/v1/me")
    assert visitor.status == 401


def test_a_change_of_role_makes_the_token_old_at_once(aster: Any, ravi: Any) -> None:
    """ASVS item 24"""
    visitor = Api("seller", aster, ravi.user)
    services.grant(user=ravi.user, scope="seller", role="catalogue", brand_id=aster.pk, seller_id=ravi.seller.pk)
    body = visitor.once("GET", "/api/v1/me")
    assert (visitor.status, body["error"]["code"]) == (401, "token_outdated")
    fresh = Api("seller", aster, ravi.user)
    assert fresh.get("/api/v1/me")["data"]["role"] == "catalogue"
    services.grant(user=ravi.user, scope="seller", role="owner", brand_id=aster.pk, seller_id=ravi.seller.pk)
    fresh.once("GET", "/api/v1/me")
    assert fresh.status == 401  # there and back again is a change too


def test_signing_out_works_with_a_token_whose_roles_have_changed(aster: Any, ravi: Any) -> None:
    """ASVS item 24"""
    visitor = Api("seller", aster, ravi.user)
    services.grant(user=ravi.user, scope="seller", role="catalogue", brand_id=aster.pk, seller_id=ravi.seller.pk)
    visitor.once("POST", "/api/v1/auth/logout")
    assert visitor.status == 200
    assert TokenFamily.objects.get(user=ravi.user).revoked_at is not None


def test_a_change_elsewhere_leaves_the_token_alone(aster: Any, birch: Any, nia: Any) -> None:
    visitor = Api("admin", aster, nia.user)
    services.grant(user=nia.user, scope="brand", role="support", brand_id=birch.pk)
    visitor.once("GET", "/api/v1/me")
    assert visitor.status == 200


@pytest.mark.parametrize("end", ["logout", "revoke", "deactivate"])
def test_whatever_ends_a_person_ends_tokens_and_renewal_at_once(aster: Any, nia: Any, browser: Any, end: str) -> None:
    """ASVS item 24"""
    visitor = browser("admin", aster).sign_in("nia@example.com").by_token()
    assert visitor.is_in()
    if end == "logout":
        visitor.api.post("/api/v1/auth/logout")
    elif end == "revoke":
        services.revoke(membership=Membership.objects.get(user=nia.user), at=clock.now())
    else:
        User.objects.filter(pk=nia.user.pk).update(is_active=False)
    assert not visitor.is_in()
    visitor.api.headers.pop("Authorization")
    visitor.api.post("/api/v1/auth/refresh")
    assert visitor.api.status == 401


@pytest.mark.parametrize("portal", ["customer", "launch", "seller", "admin", "platform"])
def test_a_sign_in_ends_unused_and_ends_for_good(db: None, portal: str) -> None:
    """ASVS item 23: idle and absolute end of every portal's sign-ins, by a moved clock."""
    life = settings.HAAT_SIGN_IN_LIFE[portal]
    expected = {
        "customer": (14 * 24, 90 * 24), "launch": (14 * 24, 90 * 24), "seller": (7 * 24, 30 * 24),
        "admin": (0.5, 12), "platform": (0.5, 12),
    }  # fmt: skip
    assert (life.idle, life.absolute) == tuple(timedelta(hours=hours) for hours in expected[portal])
    user, _ = services.person(identifier=identifiers.parse("asha@example.com"))
    began, second = clock.now(), timedelta(seconds=1)
    family = services.issue(user=user, portal=portal, brand_id=None, methods=[], user_agent="", at=began).family
    assert family.is_alive(began + life.idle - second)
    assert not family.is_alive(began + life.idle)
    family.last_seen_at = began + life.absolute - second
    assert family.is_alive(began + life.absolute - second)
    assert not family.is_alive(began + life.absolute)


def test_renewing_does_not_outlive_the_sign_in(aster: Any, ravi: Any, later: Any, browser: Any) -> None:
    """ASVS item 23: a seller who comes back every six days is signed out after thirty."""
    visitor = browser("seller", aster).sign_in("ravi@example.com")
    for _ in range(4):
        later(timedelta(days=6))
        visitor.api.headers.pop("Authorization", None)
        visitor.access = visitor.api.post("/api/v1/auth/refresh")["data"]["access"]
        assert visitor.by_token().is_in()
    later(timedelta(days=6, minutes=1))
    assert clock.now() > TokenFamily.objects.get(user=ravi.user).began_at + SELLER_LIFE.absolute
    visitor.api.headers.pop("Authorization")
    visitor.api.post("/api/v1/auth/refresh")
    assert visitor.api.status == 401


def test_staff_who_step_away_are_signed_out(aster: Any, nia: Any, later: Any, browser: Any) -> None:
    """ASVS item 23: thirty minutes without use, although the refresh token would live for days."""
    visitor = browser("admin", aster).sign_in("nia@example.com").by_token()
    later(timedelta(minutes=10))
    assert visitor.is_in()  # used: the half hour begins again
    later(timedelta(minutes=25))
    visitor.api.headers.pop("Authorization")
    visitor.access = visitor.api.post("/api/v1/auth/refresh")["data"]["access"]
    assert visitor.by_token().is_in()
    later(timedelta(minutes=31))
    visitor.api.headers.pop("Authorization")
    visitor.api.post("/api/v1/auth/refresh")
    assert visitor.api.status == 401


def test_the_refresh_token_is_in_a_cookie_that_script_cannot_read(aster: Any, ravi: Any, browser: Any) -> None:
    """ASVS item 22"""
    visitor = browser("seller", aster).sign_in("ravi@example.com")
    morsel = visitor.api.client.cookies[settings.HAAT_REFRESH_COOKIE]
    assert morsel["httponly"]
    assert morsel["secure"]
    assert morsel["samesite"] == "Strict"
    assert not morsel["domain"]
    assert len(morsel.value) >= 43  # 256 bits
    assert morsel.value not in str(list(RefreshToken.objects.values()))


@pytest.fixture
def committed(owner_url: str, django_db_blocker: Any, django_db_setup: None) -> Any:
    """A sign-in that other connections see; taken away by the owner afterwards."""
    address = "racer@example.com"
    with django_db_blocker.unblock():
        connection.set_schema_to_public()
        user, _ = services.person(identifier=identifiers.parse(address))
        pair = services.issue(
            user=user, portal="platform", brand_id=None, methods=["totp"], user_agent="", at=clock.now()
        )
        yield pair
        connection.close()
    with psycopg.connect(owner_url, autocommit=True) as owner:
        families = "SELECT id FROM identity_tokenfamily WHERE user_id = %s"
        owner.execute(f"DELETE FROM identity_refreshtoken WHERE family_id IN ({families})", [user.pk])
        owner.execute("DELETE FROM identity_tokenfamily WHERE user_id = %s", [user.pk])
        owner.execute("DELETE FROM account_emailaddress WHERE user_id = %s", [user.pk])
        owner.execute("DELETE FROM identity_user WHERE id = %s", [user.pk])


def test_two_refreshes_at_once_have_one_winner(committed: Any) -> None:
    """ASVS item 22: eight real threads on PostgreSQL; one successor is made, and every tab gets that one."""
    barrier, found = threading.Barrier(8), []

    def race() -> None:
        try:
            connection.set_schema_to_public()
            barrier.wait(timeout=10)
            found.append(
                services.rotate(refresh=committed.refresh, portal="platform", brand_id=None, at=clock.now()).refresh
            )
        finally:
            connection.close()

    threads = [threading.Thread(target=race) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    assert len(found) == 8
    assert len(set(found)) == 1
    assert RefreshToken.objects.filter(family=committed.family).count() == 2
    assert RefreshToken.objects.filter(family=committed.family, consumed_at__isnull=False).count() == 1

"""Signing in by code: right people in, everybody else told the same nothing."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db.models import F

from haat.core import clock
from haat.identity import services
from haat.identity.identifiers import parse
from haat.identity.models import LoginChallenge, TokenFamily, User
from tests.support import Api, run_jobs


def code_in_mail() -> str:
    run_jobs(only="identity.")
    found = re.search(r"\b\d{6}\b", mail.outbox[-1].body)
    assert found
    return found[0]


def start(visitor: Api, identifier: str = "Asha@Example.com") -> str:
    body = visitor.post("/api/v1/auth/login", {"identifier": identifier})
    assert visitor.status == 200, body
    return str(body["data"]["challenge_id"])


def test_a_new_customer_signs_in_with_the_code(aster: Any) -> None:
    visitor = Api("customer", aster)
    challenge = start(visitor)
    body = visitor.post("/api/v1/auth/verify", {"challenge_id": challenge, "code": code_in_mail()})
    assert visitor.status == 200
    assert body["data"]["is_new"]
    assert body["data"]["user"]["email"] == "asha@example.com"
    me = visitor.call("GET", "/api/v1/me")
    assert me["data"]["portal"] == "customer"
    assert me["data"]["brand"]["slug"] == "aster"


def test_a_code_works_once_and_only_three_tries(aster: Any) -> None:
    """ASVS item 14."""
    visitor = Api("customer", aster)
    challenge, code = start(visitor), code_in_mail()
    wrong = "000000" if code != "000000" else "111111"
    for _ in range(3):
        visitor.post("/api/v1/auth/verify", {"challenge_id": challenge, "code": wrong})
        assert visitor.status == 422
    body = visitor.post("/api/v1/auth/verify", {"challenge_id": challenge, "code": code})
    assert visitor.status == 422
    assert body["error"]["code"] == "wrong_code"


def test_a_code_of_one_brand_is_worthless_at_another(aster: Any, birch: Any) -> None:
    """ASVS item 18."""
    challenge = start(Api("customer", aster))
    other = Api("customer", birch)
    other.post("/api/v1/auth/verify", {"challenge_id": challenge, "code": code_in_mail()})
    assert other.status == 422


def test_a_code_dies_of_age_and_of_a_newer_one(aster: Any) -> None:
    """ASVS item 16."""
    visitor = Api("customer", aster)
    first, first_code = start(visitor), code_in_mail()
    second = start(visitor)
    visitor.post("/api/v1/auth/verify", {"challenge_id": first, "code": first_code})
    assert visitor.status == 422
    LoginChallenge.objects.filter(pk=second).update(expires_at=F("sent_at"))
    visitor.post("/api/v1/auth/verify", {"challenge_id": second, "code": code_in_mail()})
    assert visitor.status == 422


def test_staff_portals_let_nobody_in_without_a_membership(aster: Any) -> None:
    visitor = Api("admin", aster)
    challenge = start(visitor, "stranger@example.com")
    body = visitor.post("/api/v1/auth/verify", {"challenge_id": challenge, "code": code_in_mail()})
    assert visitor.status == 403
    assert "no access" in body["error"]["message"]
    assert not User.objects.filter(email="stranger@example.com").exists()


@pytest.mark.parametrize("identifier", ["", "nobody", "12345", "a@b", "+91 12345 00000"])
def test_what_is_no_address_is_refused_with_a_sentence(aster: Any, identifier: str) -> None:
    visitor = Api("customer", aster)
    body = visitor.post("/api/v1/auth/login", {"identifier": identifier})
    assert visitor.status == 422
    assert "identifier" in body["error"]["details"]


def test_a_token_of_one_brand_or_portal_is_refused_elsewhere(aster: Any, birch: Any) -> None:
    """ASVS item 27."""
    user, _ = services.person(identifier=parse("asha@example.com"))
    token = Api("customer", aster, user).headers
    for portal, brand in (("customer", birch), ("seller", aster), ("admin", aster), ("platform", None)):
        visitor = Api(portal, brand)
        visitor.headers = token
        visitor.call("GET", "/api/v1/me")
        assert visitor.status == 401


def test_logging_out_ends_the_access_token_at_once(aster: Any) -> None:
    """ASVS item 24."""
    user, _ = services.person(identifier=parse("asha@example.com"))
    visitor = Api("seller", aster, user)
    visitor.call("GET", "/api/v1/me")
    assert visitor.status == 200
    visitor.post("/api/v1/auth/logout")
    visitor.call("GET", "/api/v1/me")
    assert visitor.status == 401


def test_a_stolen_refresh_token_ends_the_family(aster: Any) -> None:
    user, _ = services.person(identifier=parse("asha@example.com"))
    at = clock.now()
    first = services.issue(user=user, portal="seller", brand_id=aster.pk, methods=["otp"], user_agent="", at=at)
    second = services.rotate(refresh=first.refresh, portal="seller", brand_id=aster.pk, at=at)
    racing = services.rotate(refresh=first.refresh, portal="seller", brand_id=aster.pk, at=at + timedelta(seconds=5))
    assert racing.refresh == second.refresh
    with pytest.raises(Exception, match="used twice"):
        services.rotate(refresh=first.refresh, portal="seller", brand_id=aster.pk, at=at + timedelta(seconds=30))
    assert TokenFamily.objects.get(user=user).revoked_at is not None
    with pytest.raises(Exception, match="signed out"):
        services.rotate(refresh=second.refresh, portal="seller", brand_id=aster.pk, at=at + timedelta(seconds=31))


def test_another_site_cannot_make_a_browser_sign_in(aster: Any) -> None:
    """ASVS item 29."""
    visitor = Api("customer", aster)
    response = visitor.client.post(
        "/api/v1/auth/login",
        {"identifier": "a@b.in"},
        content_type="application/json",
        headers={"Sec-Fetch-Site": "cross-site"},
    )
    assert response.status_code == 403
    assert response.json()["error"]["code"] == "cross_site"


def test_an_unknown_host_is_nobodys(db: None) -> None:
    visitor = Api("launch")
    response = visitor.client.get("/api/v1/me", headers={"Host": "nobody.haat.localhost"})
    assert response.status_code == 404
    assert response.json()["error"]["code"] == "unknown_host"

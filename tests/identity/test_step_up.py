"""Proving again before money and power: what asks, for how long, and what a proof is."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings

from haat.core import clock
from haat.identity.models import TokenFamily
from tests.identity.signing_in import Phone, bearer, enrol_app, enrol_passkey, first_proof, move_clock, prove
from tests.support import Api

RULE = {"name": "Standard", "percent_bp": 1200, "valid_from": "2026-01-01"}


@pytest.fixture
def owner(aster: Any, nia: Any, phone: Phone) -> Api:
    """Nia, signed in some time ago and with an app."""
    enrol_app(Api("admin", aster, nia.user), phone)
    phone.wait()
    return Api("admin", aster, nia.user, proved=False)


@pytest.mark.parametrize(
    ("portal", "method", "path", "body"),
    [
        ("admin", "POST", "payout-runs", {}),
        ("admin", "POST", "commission/rules", RULE),
        ("admin", "DELETE", "commission/rules/00000000-0000-7000-8000-000000000000", None),
        ("platform", "POST", "brands", {}),
        ("platform", "POST", "brands/birch/suspension", {"reason": "Fraud"}),
    ],
)
def test_what_moves_money_or_power_asks_again(
    aster: Any, nia: Any, phone: Phone, portal: str, method: str, path: str, body: Any
) -> None:
    """ASVS item 22: 7.5.3, a further factor before what is highly sensitive."""
    from haat.identity import services

    services.grant(user=nia.user, scope="platform", role="owner")
    enrol_app(Api("admin", aster, nia.user), phone)
    visitor = Api(portal, aster if portal == "admin" else None, nia.user, proved=False)
    answer = visitor.call(method, path, body, key="once")
    assert (visitor.status, answer["error"]["code"]) == (403, "step_up_required")


def test_a_proof_opens_it_for_five_minutes(owner: Api, phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    """ASVS item 22: step-up expires."""
    assert prove(owner, phone.code())["data"]["proved_for"] == 300
    owner.post("payout-runs", key="a")
    assert owner.status == 201
    move_clock(monkeypatch, timedelta(minutes=4, seconds=50))
    owner.post("payout-runs", key="b")
    assert owner.status == 201
    move_clock(monkeypatch, timedelta(seconds=20))
    owner.post("payout-runs", key="c")
    assert owner.status == 403


def test_a_proof_counts_for_this_sign_in_only(aster: Any, nia: Any, owner: Api, phone: Phone) -> None:
    prove(owner, phone.code())
    elsewhere = Api("admin", aster, nia.user, proved=False)
    elsewhere.post("payout-runs", key="a")
    assert elsewhere.status == 403


def test_a_code_by_mail_is_no_proof(aster: Any, nia: Any, owner: Api) -> None:
    """ASVS item 17: neither SMS nor mail raises a sign-in."""
    for method in ("otp", "sms", "email"):
        owner.post("/api/v1/auth/step-up", {"method": method, "code": "123456"})
        assert owner.status == 422


def test_who_has_no_factor_is_told_to_set_one_up(aster: Any, nia: Any) -> None:
    visitor = Api("admin", aster, nia.user, proved=False)
    body = visitor.post("payout-runs", key="a")
    assert (visitor.status, body["error"]["code"]) == (403, "factor_required")
    assert body["error"]["details"] == {"methods": []}


def test_who_may_not_do_it_is_not_asked(aster: Any, ravi: Any, birch: Any, nia: Any) -> None:
    stranger = Api("admin", birch, nia.user, proved=False)
    body = stranger.post("payout-runs", key="a")
    assert (stranger.status, body["error"]["code"]) == (403, "not_allowed")


def test_ordinary_work_is_never_interrupted(owner: Api) -> None:
    for path in ("orders", "products", "payouts", "sellers"):
        owner.get(path)
        assert owner.status == 200


def test_adding_a_factor_beside_another_needs_the_other(aster: Any, ravi: Any, phone: Phone) -> None:
    """ASVS item 26: 7.5.1, full authentication before a change of factors."""
    enrol_app(Api("seller", aster, ravi.user), phone)
    visitor = Api("seller", aster, ravi.user, proved=False)
    for path in ("authenticator", "passkey"):
        body = visitor.post(f"/api/v1/auth/enrolment/{path}")
        assert (visitor.status, body["error"]["code"]) == (403, "step_up_required")
    (app,) = visitor.get("/api/v1/me/factors")["data"]["authenticators"]
    visitor.delete(f"/api/v1/me/factors/authenticators/{app['id']}")
    assert visitor.status == 403


def test_the_first_factor_needs_a_sign_in_of_the_last_minutes(
    aster: Any, ravi: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ASVS item 26: a forgotten open window enrols nobody's device."""
    visitor = Api("seller", aster, ravi.user, proved=False)
    move_clock(monkeypatch, timedelta(minutes=6))
    body = visitor.post("/api/v1/auth/enrolment/authenticator")
    assert (visitor.status, body["error"]["code"]) == (403, "fresh_login_required")


def test_the_storefronts_session_gets_a_new_id_with_the_proof(aster: Any, asha: Any, phone: Phone) -> None:
    """ASVS item 22: 7.2.4."""
    visitor = Api("customer", aster)
    first_proof(visitor, "asha@example.com")  # the cookie is the sign-in: no token is sent below
    enrol_app(visitor, phone)
    assert visitor.status == 200
    phone.wait()
    before = visitor.client.cookies[settings.SESSION_COOKIE_NAME].value
    prove(visitor, phone.code())
    assert visitor.status == 200
    after = visitor.client.cookies[settings.SESSION_COOKIE_NAME].value
    assert before != after
    visitor.client.cookies[settings.SESSION_COOKIE_NAME] = before
    visitor.call("GET", "/api/v1/me")
    assert visitor.status == 401


def test_a_passkey_proves_too(aster: Any, ravi: Any) -> None:
    key = enrol_passkey(Api("seller", aster, ravi.user))
    visitor = Api("seller", aster, ravi.user, proved=False)
    begun = visitor.post("/api/v1/auth/step-up/passkey")["data"]
    given = {"method": "passkey", "challenge_id": begun["challenge_id"], "credential": key.sign(begun["options"])}
    visitor.post("/api/v1/auth/step-up", given)
    assert visitor.status == 200
    newest = TokenFamily.objects.filter(user=ravi.user).latest("created_at")
    assert newest.methods == ["otp", "email", "passkey"]
    assert newest.proved_at is not None and newest.proved_at <= clock.now()


def test_signing_in_with_the_factor_needs_no_second_proof(aster: Any, nia: Any, owner: Api, phone: Phone) -> None:
    visitor = Api("admin", aster)
    ticket = first_proof(visitor, "nia@example.com")["ticket"]
    answer = visitor.post("/api/v1/auth/factor", {"ticket": ticket, "method": "totp", "code": phone.code()})["data"]
    bearer(visitor, answer).post("payout-runs", key="a")
    assert visitor.status == 201

"""A brand's own issuer opens that brand's portals and nothing more: it cannot make itself somebody's sign-in for good."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from haat.core import clock
from haat.identity import services
from haat.identity.models import Passkey, TokenFamily
from haat.privacy.models import Erasure, Export, Merge
from tests.identity.conftest import code_to
from tests.support import Api

NONE = "00000000-0000-7000-8000-000000000000"
CODE = {"challenge_id": NONE, "code": "123456"}
OPERATIONS = [
    ("POST", "me/contacts", {"identifier": "new@example.com"}),
    ("POST", "me/contacts/proof", CODE),
    ("PUT", "me/password", {"password": "four words make sense"}),
    ("DELETE", "me/password", None),
    ("POST", "me/accounts", {"provider": "google", "next": "/"}),
    ("DELETE", "me/accounts/1", None),
    ("DELETE", "me/sessions", None),
    ("POST", "auth/enrolment/authenticator", {}),
    ("POST", "auth/enrolment/authenticator/confirmation", {"id": NONE, "code": "123456"}),
    ("POST", "auth/enrolment/passkey", {}),
    ("POST", "auth/enrolment/passkey/confirmation", {"challenge_id": NONE, "credential": {}}),
    ("DELETE", f"me/factors/authenticators/{NONE}", None),
    ("PATCH", f"me/factors/passkeys/{NONE}", {"name": "Mine"}),
    ("DELETE", f"me/factors/passkeys/{NONE}", None),
    ("POST", "me/factors/recovery-codes", {}),
    ("DELETE", "me/factors/reset", None),
    ("POST", "me/exports", {}),
    ("GET", f"me/exports/{NONE}/file", None),
    ("POST", "me/erasure", {}),
    ("DELETE", "me/erasure", None),
    ("POST", "me/merges", {"challenge_id": NONE}),
    ("POST", f"me/merges/{NONE}/codes", {}),
    ("POST", f"me/merges/{NONE}/proofs", CODE),
]
REFUSALS = {"fresh_login_required", "step_up_required", "factor_required"}


@pytest.fixture
def visitor(aster: Any, asha: Any) -> Api:
    """Asha, as the issuer of the brand says, a moment ago."""
    api = Api("customer", aster, asha.user)
    TokenFamily.objects.update(methods=["fed", "brand_idp", "mfa"], authenticated_at=clock.now())
    return api


@pytest.mark.parametrize(("method", "path", "body"), OPERATIONS)
def test_it_changes_nothing_of_who_a_person_is(visitor: Api, method: str, path: str, body: Any) -> None:
    """ASVS item 26."""
    answer = visitor.call(method, f"/api/v1/{path}", body) if method != "GET" else visitor.get(f"/api/v1/{path}")
    assert (visitor.status, answer["error"]["code"] in REFUSALS) == (403, True), answer
    assert not any(model.objects.exists() for model in (Erasure, Export, Merge))


@pytest.mark.parametrize(("method", "path", "body"), OPERATIONS)
def test_nor_does_a_sign_in_of_some_time_ago(
    aster: Any, asha: Any, later: Any, method: str, path: str, body: Any
) -> None:
    api = Api("customer", aster, asha.user)
    later(timedelta(minutes=6))
    answer = api.call(method, f"/api/v1/{path}", body) if method != "GET" else api.get(f"/api/v1/{path}")
    assert (api.status, answer["error"]["code"] in REFUSALS) == (403, True), answer


def test_a_code_of_ours_makes_it_as_good_as_any(visitor: Api, asha: Any) -> None:
    asked = visitor.post("/api/v1/me/confirmations", {"channel": "email"})["data"]
    given = {"challenge_id": asked["challenge_id"], "code": code_to(asha.user.email)}
    assert visitor.post("/api/v1/me/confirmations/proof", given)["data"] == {"fresh_for": 300}
    visitor.post("/api/v1/me/exports")
    assert visitor.status == 201


def test_not_for_somebody_who_has_a_second_factor(visitor: Api, asha: Any) -> None:
    asked = visitor.post("/api/v1/me/confirmations", {"channel": "email"})["data"]
    code = code_to(asha.user.email)
    Passkey.objects.create(user=asha.user, credential_id="x", credential=b"", rp_id="haat.localhost", name="Laptop")
    for path, body in (
        ("confirmations", {"channel": "email"}),
        ("confirmations/proof", {"challenge_id": asked["challenge_id"], "code": code}),
    ):
        answer = visitor.post(f"/api/v1/me/{path}", body)
        assert (visitor.status, answer["error"]["code"]) == (403, "step_up_required")
    services.mark_proved(family=TokenFamily.objects.get(), method="passkey", at=clock.now())
    visitor.post("/api/v1/me/exports")
    assert visitor.status == 201

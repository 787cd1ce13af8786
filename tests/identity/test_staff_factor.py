"""No way into a staff portal without a second factor: by code, ticket, passkey or refresh."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings

from haat.core import clock
from haat.identity import services
from haat.identity.models import SignInTicket, TokenFamily
from haat.identity.tokens import SignedOut
from tests.identity.signing_in import Phone, bearer, enrol_app, enrol_passkey, first_proof, software_key
from tests.support import Api, run_jobs

NIA = "nia@example.com"


@pytest.fixture
def enrolled(aster: Any, nia: Any, phone: Phone) -> Phone:
    """Nia's phone, after she set up her authenticator app at her first sign-in."""
    visitor = Api("admin", aster)
    enrol_app(visitor, phone, first_proof(visitor, NIA)["ticket"])
    phone.wait()
    return phone


def test_staff_without_a_factor_get_a_ticket_for_enrolment_and_nothing_else(aster: Any, nia: Any) -> None:
    """ASVS item 20: 6.3.3, no access to the application by one factor."""
    visitor = Api("admin", aster)
    answer = first_proof(visitor, NIA)
    assert answer == {"next": "enrol", "ticket": answer["ticket"], "methods": ["totp", "passkey"]}
    assert settings.HAAT_REFRESH_COOKIE not in visitor.client.cookies
    assert not TokenFamily.objects.filter(user=nia.user).exists()
    for header in (answer["ticket"], "x"):
        visitor.headers["Authorization"] = f"Bearer {header}"
        visitor.get("orders")
        assert visitor.status == 401


def test_enrolling_lets_them_in_with_ten_recovery_codes(aster: Any, nia: Any, phone: Phone) -> None:
    visitor = Api("admin", aster)
    body = enrol_app(visitor, phone, first_proof(visitor, NIA)["ticket"])
    assert visitor.status == 200
    assert len(set(body["data"]["recovery_codes"])) == 10
    bearer(visitor, body["data"]).get("orders")
    assert visitor.status == 200
    assert TokenFamily.objects.get(user=nia.user).methods == ["otp", "email", "totp"]


def test_the_next_sign_in_asks_for_the_app(aster: Any, nia: Any, enrolled: Phone) -> None:
    """ASVS item 20: after the code comes the factor, before any token."""
    visitor = Api("admin", aster)
    answer = first_proof(visitor, NIA)
    assert (answer["next"], answer["methods"]) == ("factor", ["totp", "recovery_code"])
    given = {"ticket": answer["ticket"], "method": "totp", "code": enrolled.code()}
    body = visitor.post("/api/v1/auth/factor", given)
    assert visitor.status == 200
    bearer(visitor, body["data"]).get("orders")
    assert visitor.status == 200


def test_a_ticket_for_the_factor_does_not_enrol_another_one(aster: Any, nia: Any, enrolled: Phone) -> None:
    """ASVS item 20: whoever reads the mail cannot add a factor of their own."""
    visitor = Api("admin", aster)
    ticket = first_proof(visitor, NIA)["ticket"]
    for path in ("authenticator", "passkey"):
        body = visitor.post(f"/api/v1/auth/enrolment/{path}", {"ticket": ticket})
        assert (visitor.status, body["error"]["code"]) == (401, "ticket_over")


def test_an_old_enrolment_ticket_is_worth_nothing_once_there_is_a_factor(aster: Any, nia: Any, phone: Phone) -> None:
    thief = Api("admin", aster)
    stolen = first_proof(thief, NIA)["ticket"]
    visitor = Api("admin", aster)
    enrol_app(visitor, phone, first_proof(visitor, NIA)["ticket"])
    thief.post("/api/v1/auth/enrolment/authenticator", {"ticket": stolen})
    assert thief.status == 409


def test_a_ticket_works_once(aster: Any, nia: Any, enrolled: Phone) -> None:
    """ASVS item 18: a step of one sign-in is no step of another."""
    visitor = Api("admin", aster)
    ticket = first_proof(visitor, NIA)["ticket"]
    visitor.post("/api/v1/auth/factor", {"ticket": ticket, "method": "totp", "code": enrolled.code()})
    assert visitor.status == 200
    enrolled.wait()
    again = Api("admin", aster)
    again.post("/api/v1/auth/factor", {"ticket": ticket, "method": "totp", "code": enrolled.code()})
    assert again.status == 401


@pytest.mark.parametrize("place", [("admin", "birch"), ("seller", "aster"), ("customer", "aster"), ("platform", None)])
def test_a_ticket_of_one_place_is_worthless_elsewhere(
    aster: Any, birch: Any, nia: Any, enrolled: Phone, place: tuple[str, str | None]
) -> None:
    """ASVS item 18: bound to portal and brand."""
    services.grant(user=nia.user, scope="brand", role="owner", brand_id=birch.pk)
    services.grant(user=nia.user, scope="platform", role="owner")
    ticket = first_proof(Api("admin", aster), NIA)["ticket"]
    brand = {"aster": aster, "birch": birch, None: None}[place[1]]
    other = Api(place[0], brand)
    other.post("/api/v1/auth/factor", {"ticket": ticket, "method": "totp", "code": enrolled.code()})
    assert other.status == 401


def test_a_ticket_dies_of_age_and_with_the_persons_sessions(
    aster: Any, nia: Any, enrolled: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = Api("admin", aster)
    ticket = first_proof(visitor, NIA)["ticket"]
    SignInTicket.objects.update(expires_at=clock.now())
    visitor.post("/api/v1/auth/factor", {"ticket": ticket, "method": "totp", "code": enrolled.code()})
    assert visitor.status == 401
    fresh = first_proof(visitor, NIA)["ticket"]
    nia.user.security_version += 1
    nia.user.save(update_fields=["security_version"])
    visitor.post("/api/v1/auth/factor", {"ticket": fresh, "method": "totp", "code": enrolled.code()})
    assert visitor.status == 401


def test_refresh_gives_nothing_to_who_stopped_at_the_first_proof(aster: Any, nia: Any, enrolled: Phone) -> None:
    """ASVS item 20: 6.3.4, every pathway is as strong as the others."""
    visitor = Api("admin", aster)
    first_proof(visitor, NIA)
    visitor.post("/api/v1/auth/refresh")
    assert visitor.status == 401


def test_a_sign_in_of_before_the_rule_ends_too(aster: Any, nia: Any) -> None:
    """ASVS item 20: a staff token without a factor in it is worth nothing, neither to call nor to refresh."""
    pair = services.issue(
        user=nia.user, portal="admin", brand_id=aster.pk, methods=["otp", "email"], user_agent="", at=clock.now()
    )
    visitor = bearer(Api("admin", aster), {"access": pair.access})
    visitor.get("orders")
    assert visitor.status == 401
    with pytest.raises(SignedOut):
        services.rotate(refresh=pair.refresh, portal="admin", brand_id=aster.pk, at=clock.now())


def test_another_persons_passkey_does_not_finish_my_sign_in(aster: Any, nia: Any, ravi: Any, enrolled: Phone) -> None:
    """ASVS item 20: the second factor is the same person's as the first."""
    key = enrol_passkey(Api("seller", aster, ravi.user))
    enrol_passkey(Api("admin", aster, nia.user))
    visitor = Api("admin", aster)
    answer = first_proof(visitor, NIA)
    assert "passkey" in answer["methods"]
    begun = visitor.post("/api/v1/auth/factor/passkey", {"ticket": answer["ticket"]})["data"]
    key.origin = software_key(visitor).origin
    given = {"method": "passkey", "challenge_id": begun["challenge_id"], "credential": key.sign(begun["options"])}
    body = visitor.post("/api/v1/auth/factor", given | {"ticket": answer["ticket"]})
    assert (visitor.status, body["error"]["code"]) == (422, "passkey_refused")


def test_sellers_are_asked_once_they_have_a_factor(aster: Any, ravi: Any, phone: Phone) -> None:
    visitor = Api("seller", aster)
    answer = first_proof(visitor, ravi.user.email)
    enrol_app(bearer(visitor, answer), phone)
    assert visitor.status == 200
    assert first_proof(Api("seller", aster), ravi.user.email)["next"] == "factor"


def test_customers_are_asked_for_an_app_but_not_for_a_passkey(aster: Any, asha: Any, ben: Any, phone: Phone) -> None:
    enrol_passkey(bearer(Api("customer", aster), first_proof(Api("customer", aster), "asha@example.com")))
    assert "access" in first_proof(Api("customer", aster), "asha@example.com")
    enrol_app(bearer(Api("customer", aster), first_proof(Api("customer", aster), "ben@example.com")), phone)
    assert first_proof(Api("customer", aster), "ben@example.com")["next"] == "factor"


def test_changes_of_factors_are_in_the_log_and_told_to_the_person(aster: Any, nia: Any, phone: Phone) -> None:
    """ASVS item 26: 6.3.7, notice of every change of a factor."""
    from django.core import mail

    from haat.audit.models import AuditEntry
    from haat.tenancy.context import brand_scope

    visitor = Api("admin", aster)
    enrol_app(visitor, phone, first_proof(visitor, NIA)["ticket"])
    run_jobs(only="identity.")
    assert any("My phone" in message.body for message in mail.outbox)
    run_jobs(only="audit.")
    with brand_scope(aster):
        assert AuditEntry.objects.filter(action="factor.added").exists()

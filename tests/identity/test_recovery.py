"""Recovery codes: hashed, shown once, used once; and support's way for who lost them, too."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection

from haat.identity import queries, services
from haat.identity.identifiers import parse
from haat.identity.models import FactorReset, RecoveryCode
from tests.identity.conftest import NOBODYS
from tests.identity.signing_in import Phone, bearer, enrol_app, enrol_passkey, first_proof, move_clock
from tests.support import Api, run_jobs

NIA = "nia@example.com"


@pytest.fixture
def codes(aster: Any, nia: Any, phone: Phone) -> list[str]:
    visitor = Api("admin", aster)
    found: list[str] = enrol_app(visitor, phone, first_proof(visitor, NIA)["ticket"])["data"]["recovery_codes"]
    phone.wait()
    return found


def use(visitor: Api, code: str) -> Any:
    ticket = first_proof(visitor, NIA)["ticket"]
    return visitor.post("/api/v1/auth/factor", {"ticket": ticket, "method": "recovery_code", "code": code})


def test_a_recovery_code_lets_in_once_says_what_is_left_and_is_told(aster: Any, codes: list[str]) -> None:
    """ASVS item 14: a lookup secret is used up."""
    visitor = Api("admin", aster)
    body = use(visitor, codes[3].lower().replace("-", " "))
    assert visitor.status == 200
    assert body["data"]["recovery_codes_left"] == 9
    run_jobs(only="identity.")
    assert "recovery code of your account was used" in mail.outbox[-1].body
    use(visitor, codes[3])
    assert visitor.status == 422


def test_no_recovery_code_stands_in_the_database(codes: list[str]) -> None:
    """ASVS item 15: 6.5.2, a search of every text that the tables hold finds none."""
    rows = list(RecoveryCode.objects.values_list("letter", "code_hash"))
    assert len(rows) == 10
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relname LIKE 'identity\\_%' AND relkind = 'r'")
        tables = [name for (name,) in cursor.fetchall()] + ["core_job", "django_session"]
        dump = ""
        for table in tables:
            cursor.execute(f'SELECT string_agg(row::text, chr(10)) FROM public."{table}" row')
            dump += (cursor.fetchone()[0] or "") + "\n"
    assert "$argon2id$" in dump
    for code in codes:
        for form in (code, code.replace("-", ""), code.lower(), code.replace("-", "").lower()):
            assert form not in dump


def test_they_are_kept_as_argon2id_of_documented_cost() -> None:
    assert NOBODYS.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_new_codes_end_the_old_ones(aster: Any, nia: Any, codes: list[str]) -> None:
    visitor = Api("admin", aster, nia.user)
    fresh = visitor.post("/api/v1/me/factors/recovery-codes")["data"]["recovery_codes"]
    assert visitor.status == 201
    assert not set(fresh) & set(codes)
    use(Api("admin", aster), codes[0])
    assert use(Api("admin", aster), fresh[0])["data"]["recovery_codes_left"] == 9


def test_new_codes_need_a_step_up(aster: Any, nia: Any, codes: list[str]) -> None:
    """ASVS item 26: 7.5.1."""
    visitor = Api("admin", aster, nia.user, proved=False)
    body = visitor.post("/api/v1/me/factors/recovery-codes")
    assert (visitor.status, body["error"]["code"]) == (403, "step_up_required")
    assert body["error"]["details"]["methods"] == ["totp", "recovery_code"]


def test_the_last_factor_of_staff_stays(aster: Any, nia: Any, codes: list[str]) -> None:
    visitor = Api("admin", aster, nia.user)
    (app,) = visitor.get("/api/v1/me/factors")["data"]["authenticators"]
    visitor.delete(f"/api/v1/me/factors/authenticators/{app['id']}")
    assert visitor.status == 409
    enrol_passkey(visitor)
    visitor.delete(f"/api/v1/me/factors/authenticators/{app['id']}")
    assert visitor.status == 200
    (passkey,) = visitor.get("/api/v1/me/factors")["data"]["passkeys"]
    visitor.delete(f"/api/v1/me/factors/passkeys/{passkey['id']}")
    assert visitor.status == 409


def test_a_factor_of_somebody_else_is_not_there(aster: Any, nia: Any, ravi: Any, codes: list[str]) -> None:
    (app,) = Api("admin", aster, nia.user).get("/api/v1/me/factors")["data"]["authenticators"]
    other = Api("seller", aster, ravi.user)
    other.delete(f"/api/v1/me/factors/authenticators/{app['id']}")
    assert other.status == 404


@pytest.fixture
def support(db: None) -> Any:
    user, _ = services.person(identifier=parse("ida@example.com"))
    services.grant(user=user, scope="platform", role="owner")
    return user


def ask(support: Any, user: Any, **more: Any) -> Api:
    desk = Api("platform", None, support, **more)
    desk.post(f"people/{user.pk}/factor-reset", {"reason": "Video call with passport, ticket 4711"})
    return desk


def test_a_reset_waits_is_told_and_then_ends_factors_and_sessions(
    aster: Any, nia: Any, support: Any, codes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """ASVS item 21: 6.4.4, proofed again, a wait, a notice; 6.4.3, and enrolment after it, not a bypass."""
    signed_in = Api("admin", aster, nia.user)
    assert ask(support, nia.user).status == 201
    run_jobs(only="identity.")
    assert "48 hours" in mail.outbox[-1].body
    assert queries.factor_count(nia.user) == 1
    move_clock(monkeypatch, timedelta(hours=49))
    run_jobs(only="identity.")
    assert queries.factor_count(nia.user) == 0
    signed_in.call("GET", "/api/v1/me")
    assert signed_in.status == 401
    assert first_proof(Api("admin", aster), NIA)["next"] == "enrol"


def test_the_person_can_cancel_a_reset(
    aster: Any, nia: Any, support: Any, codes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """ASVS item 21."""
    ask(support, nia.user)
    visitor = Api("admin", aster, nia.user)
    assert visitor.get("/api/v1/me/factors")["data"]["reset"]["due_at"]
    visitor.delete("/api/v1/me/factors/reset")
    assert visitor.status == 200
    move_clock(monkeypatch, timedelta(hours=49))
    run_jobs(only="identity.reset")
    assert queries.factor_count(nia.user) == 1


def test_a_reset_needs_the_right_the_step_up_and_another_person(aster: Any, nia: Any, support: Any, om: Any) -> None:
    """ASVS item 21: not every hand on the platform, and nobody their own."""
    assert ask(om.user, nia.user).status == 403
    assert ask(support, nia.user, proved=False).status == 403
    assert ask(support, support).status == 409
    assert not FactorReset.objects.exists()


def test_support_finds_a_person_by_the_whole_address_only(nia: Any, support: Any) -> None:
    desk = Api("platform", None, support)
    found = desk.get("people", identifier="NIA@example.com")["data"]
    assert found["user"]["id"] == str(nia.user.pk)
    desk.get("people", identifier="nia@example.co")
    assert desk.status == 404


def test_recovery_proves_for_a_change_of_factors(aster: Any, nia: Any, codes: list[str], phone: Phone) -> None:
    visitor = Api("admin", aster)
    bearer(visitor, use(visitor, codes[0])["data"])
    (lost,) = visitor.get("/api/v1/me/factors")["data"]["authenticators"]
    enrol_app(visitor, phone)
    assert visitor.status == 200
    visitor.delete(f"/api/v1/me/factors/authenticators/{lost['id']}")
    assert visitor.status == 200

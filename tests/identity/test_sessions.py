"""Browser sessions, and the list of sign-ins: seen and ended by their person, and by nobody else."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.cache import caches

from haat.core import clock
from haat.identity import identifiers, services
from haat.identity.devices import device_name, masked_address
from haat.identity.models import TokenFamily, User

CHROME = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/19.0 Mobile Safari/604.1"
SESSIONS = "/api/v1/me/sessions"


def session_of(visitor: Any) -> Any:
    key = visitor.api.client.cookies[settings.SESSION_COOKIE_NAME].value
    return import_module(settings.SESSION_ENGINE).SessionStore(key)


def forget(visitor: Any) -> None:
    """As if the cache had been emptied, of this one session."""
    caches[settings.SESSION_CACHE_ALIAS].delete(session_of(visitor).cache_key)


def test_a_session_gets_a_new_unguessable_id_at_sign_in(aster: Any, browser: Any) -> None:
    """ASVS item 22"""
    visitor = browser("customer", aster).sign_in("asha@example.com")
    first = visitor.api.client.cookies[settings.SESSION_COOKIE_NAME]
    assert first["httponly"]
    assert first["secure"]
    assert len(first.value) >= 32  # of 36 letters: 165 bits
    key = first.value
    visitor.sign_in("asha@example.com")
    assert visitor.api.client.cookies[settings.SESSION_COOKIE_NAME].value != key
    assert not Session.objects.filter(session_key=key).exists()
    assert TokenFamily.objects.filter(revoked_at=None).count() == 1  # one browser, one sign-in


def test_confirming_gives_the_session_a_new_id(aster: Any, browser: Any, later: Any) -> None:
    """ASVS item 22: step-up too."""
    from tests.identity.conftest import code_to

    visitor = browser("customer", aster).sign_in("asha@example.com")
    key = visitor.api.client.cookies[settings.SESSION_COOKIE_NAME].value
    asked = visitor.api.post("/api/v1/me/confirmations")["data"]
    visitor.api.post(
        "/api/v1/me/confirmations/proof", {"challenge_id": asked["challenge_id"], "code": code_to("asha@example.com")}
    )
    assert visitor.api.status == 200
    assert visitor.api.client.cookies[settings.SESSION_COOKIE_NAME].value != key
    assert visitor.is_in()


def test_an_emptied_cache_signs_nobody_out_and_a_deleted_row_does(aster: Any, browser: Any) -> None:
    """ASVS item 23: sessions are in the database; the cache only makes them fast."""
    visitor = browser("customer", aster).sign_in("asha@example.com")
    forget(visitor)
    assert visitor.is_in()
    Session.objects.filter(session_key=session_of(visitor).session_key).delete()
    forget(visitor)
    assert not visitor.is_in()


def test_a_buyer_stays_in_while_they_come_back_and_not_for_ever(aster: Any, browser: Any, later: Any) -> None:
    """ASVS item 23: fourteen days without use, ninety in all."""
    visitor = browser("customer", aster).sign_in("asha@example.com")
    for _ in range(6):
        later(timedelta(days=13))
        assert visitor.is_in()
    later(timedelta(days=11, hours=23))
    assert visitor.is_in()
    later(timedelta(hours=2))
    assert not visitor.is_in()
    idle = browser("customer", aster).sign_in("asha@example.com")
    later(timedelta(days=14, seconds=1))
    assert not idle.is_in()


def test_signing_out_ends_session_and_tokens_of_this_browser_only(aster: Any, browser: Any) -> None:
    """ASVS item 24"""
    one, two = (browser("customer", aster).sign_in("asha@example.com") for _ in range(2))
    kept = dict(one.api.client.cookies)
    one.api.post("/api/v1/auth/logout")
    one.api.client.cookies.update(kept)
    assert not one.is_in()
    assert not one.by_token().is_in()
    assert two.is_in()


def test_a_closed_account_is_out_at_the_next_request(aster: Any, browser: Any) -> None:
    """ASVS item 24"""
    visitor = browser("customer", aster).sign_in("asha@example.com")
    User.objects.filter(email="asha@example.com").update(is_active=False)
    assert not visitor.is_in()


def test_a_person_sees_where_they_are_signed_in(aster: Any, browser: Any) -> None:
    """ASVS item 25"""
    here = browser("customer", aster, CHROME).sign_in("asha@example.com")
    browser("customer", aster, SAFARI).sign_in("asha@example.com")
    browser("customer", aster, CHROME).sign_in("ben@example.com")
    rows = here.api.get(SESSIONS)["data"]
    assert [(row["device"], row["is_current"]) for row in rows] == [
        ("Safari, iPhone", False),
        ("Chrome, Android", True),
    ]
    assert {row["place"] for row in rows} == {"127.0.•.•"}
    assert {row["brand"] for row in rows} == {"Aster"}


def test_a_brand_does_not_learn_of_sign_ins_elsewhere(aster: Any, birch: Any, browser: Any) -> None:
    """ASVS item 25: each brand's host shows that brand; the platform's own host shows all."""
    at_aster = browser("customer", aster).sign_in("asha@example.com")
    at_birch = browser("customer", birch).sign_in("asha@example.com")
    at_haat = browser("launch").sign_in("asha@example.com")
    assert [row["brand"] for row in at_aster.api.get(SESSIONS)["data"]] == ["Aster"]
    foreign = at_birch.api.get(SESSIONS)["data"][0]["id"]
    assert {row["brand"] for row in at_haat.api.get(SESSIONS)["data"]} == {"Aster", "Birch", ""}
    at_aster.api.delete(f"{SESSIONS}/{foreign}")
    assert at_aster.api.status == 404
    assert at_birch.is_in()
    at_haat.api.delete(f"{SESSIONS}/{foreign}")
    assert not at_birch.is_in()


def test_signing_out_there_works_at_the_next_request(aster: Any, browser: Any) -> None:
    """ASVS item 25"""
    here, there = (browser("customer", aster).sign_in("asha@example.com") for _ in range(2))
    rows = here.api.get(SESSIONS)["data"]
    (other,) = [row["id"] for row in rows if not row["is_current"]]
    assert there.is_in()
    here.api.delete(f"{SESSIONS}/{other}")
    assert not there.is_in()
    assert here.is_in()
    here.api.delete(f"{SESSIONS}/{other}")
    assert here.api.status == 404


def test_nobody_ends_anothers_sign_in(aster: Any, browser: Any) -> None:
    """ASVS item 25"""
    asha, ben = (browser("customer", aster).sign_in(f"{name}@example.com") for name in ("asha", "ben"))
    target = ben.api.get(SESSIONS)["data"][0]["id"]
    asha.api.delete(f"{SESSIONS}/{target}")
    assert asha.api.status == 404
    assert ben.is_in()


def test_everywhere_else_asks_again_who_it_is(aster: Any, birch: Any, browser: Any, later: Any) -> None:
    """ASVS items 25 and 26: a browser left open cannot throw the person out."""
    here = browser("customer", aster).sign_in("asha@example.com")
    there = browser("customer", birch).sign_in("asha@example.com")
    later(timedelta(minutes=6))
    body = here.api.delete(SESSIONS)
    assert (here.api.status, body["error"]["code"]) == (403, "fresh_login_required")
    here.sign_in("asha@example.com")
    body = here.api.delete(SESSIONS)
    assert here.api.status == 200
    assert body["data"] is None  # not even how many there were: a brand would learn of others
    assert here.is_in()
    assert not there.is_in()


def test_ending_is_noted_with_the_brand(aster: Any, birch: Any, browser: Any) -> None:
    from haat.audit import queries as audit
    from haat.tenancy.context import brand_scope
    from tests.support import run_jobs

    here = browser("customer", aster).sign_in("asha@example.com")
    here.api.delete(SESSIONS)
    run_jobs(only="audit.")
    with brand_scope(aster):
        assert audit.entries(action="session.others_ended").count() == 1
    with brand_scope(birch):
        assert audit.entries().count() == 0


def test_devices_and_places_are_named_for_people() -> None:
    assert device_name(CHROME) == "Chrome, Android"
    assert device_name("curl/8.1") == "curl"
    assert device_name("") == ""
    assert masked_address("203.0.113.7") == "203.0.•.•"
    assert masked_address("2001:db8::7") == "2001:0db8:…"
    assert masked_address("") == ""


def test_being_seen_is_not_written_at_each_request(aster: Any, later: Any) -> None:
    user, _ = services.person(identifier=identifiers.parse("asha@example.com"))
    family = services.issue(
        user=user, portal="seller", brand_id=aster.pk, methods=[], user_agent="", at=clock.now()
    ).family
    from haat.identity.services import sign_ins

    begun = family.last_seen_at
    sign_ins.seen(family=family, address=family.address, at=begun + timedelta(seconds=30))
    assert family.last_seen_at == begun
    sign_ins.seen(family=family, address=family.address, at=begun + timedelta(seconds=61))
    family.refresh_from_db()
    assert family.last_seen_at == begun + timedelta(seconds=61)

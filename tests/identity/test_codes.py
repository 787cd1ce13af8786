"""One-time codes: bound to whoever asked, used once, guessed three times, and silent about who is known."""

from __future__ import annotations

import io
import json
import logging
import time
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings as live
from django.core import mail
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from haat.core import clock, jobs
from haat.core.models import Job
from haat.identity import services
from haat.identity.identifiers import parse
from haat.identity.models import LoginChallenge
from haat.identity.services.challenges import WrongCode, code_of
from tests.support import Api, run_jobs

DEVICE = "a-device-of-the-tests"
ASHA = parse("asha@example.com")


def begin(brand: Any, **more: Any) -> LoginChallenge:
    known = {"identifier": ASHA, "portal": "customer", "brand": brand, "device": DEVICE, "at": clock.now()}
    return services.start(**known | more)


def prove(challenge: LoginChallenge, brand: Any, **more: Any) -> LoginChallenge:
    known = {
        "challenge_id": challenge.pk, "code": code_of(challenge), "portal": "customer", "brand_id": brand.pk, "device": DEVICE,
        "at": clock.now(),
    }  # fmt: skip
    return services.verify(**known | more)


def test_a_code_is_worthless_for_anything_but_what_it_was_asked_for(aster: Any, birch: Any, nia: Any) -> None:
    """ASVS item 18: a code of session X is unusable in session Y, for another purpose, portal, brand or person."""
    challenge = begin(aster)
    for other in (
        {"device": "another-device"}, {"device": ""}, {"purpose": "contact"}, {"purpose": "reauth"}, {"portal": "seller"},
        {"brand_id": birch.pk}, {"brand_id": None}, {"user_id": nia.user.pk},
    ):  # fmt: skip
        with pytest.raises(WrongCode):
            prove(challenge, aster, **other)
    assert prove(challenge, aster).used_at


def test_a_wrong_device_does_not_use_up_the_tries_of_the_right_one(aster: Any) -> None:
    """ASVS item 18."""
    challenge = begin(aster)
    for _ in range(5):
        with pytest.raises(WrongCode):
            prove(challenge, aster, device="another-device", code="000000")
    assert prove(challenge, aster).used_at


def test_a_code_for_a_contact_belongs_to_the_person_who_asked(aster: Any, nia: Any, ravi: Any) -> None:
    """ASVS item 18."""
    challenge = begin(aster, purpose="contact", user_id=nia.user.pk)
    with pytest.raises(WrongCode):
        prove(challenge, aster, purpose="contact", user_id=ravi.user.pk)
    assert prove(challenge, aster, purpose="contact", user_id=nia.user.pk).used_at


def test_the_browser_that_asked_is_known_by_its_cookie(aster: Any) -> None:
    """ASVS items 14 and 18: the binding is a random secret that no script can read."""
    visitor, thief = Api("customer", aster), Api("customer", aster)
    challenge = visitor.post("/api/v1/auth/login", {"identifier": "asha@example.com"})["data"]["challenge_id"]
    cookie = visitor.response.cookies[live.HAAT_DEVICE_COOKIE]
    assert cookie["httponly"] and cookie["secure"] and cookie["path"] == "/" and not cookie["domain"]
    body = {"challenge_id": challenge, "code": code_of(LoginChallenge.objects.get())}
    thief.post("/api/v1/auth/verify", body)
    assert thief.status == 422
    visitor.post("/api/v1/auth/verify", body)
    assert visitor.status == 200


def test_a_client_without_cookies_sends_a_secret_of_its_own(aster: Any) -> None:
    app = Api("customer", aster)
    app.headers["Haat-Device"] = "0123456789abcdef"
    challenge = app.post("/api/v1/auth/login", {"identifier": "asha@example.com"})["data"]["challenge_id"]
    assert live.HAAT_DEVICE_COOKIE not in app.response.cookies
    app.post("/api/v1/auth/verify", {"challenge_id": challenge, "code": code_of(LoginChallenge.objects.get())})
    assert app.status == 200
    app.headers["Haat-Device"] = "short"
    app.post("/api/v1/auth/login", {"identifier": "asha@example.com"})
    assert app.status == 422


def test_a_new_code_kills_the_old_one_also_of_another_brand(aster: Any, birch: Any) -> None:
    """ASVS item 14."""
    old = begin(aster)
    new = begin(birch)
    with pytest.raises(WrongCode):
        prove(old, aster)
    assert prove(new, birch).used_at


def test_a_code_for_another_purpose_is_left_alone(aster: Any, nia: Any) -> None:
    other = begin(aster, purpose="reauth", user_id=nia.user.pk)
    begin(aster)
    assert prove(other, aster, purpose="reauth", user_id=nia.user.pk).used_at


def test_a_dead_code_is_not_revived_by_a_resend(aster: Any) -> None:
    old = begin(aster)
    begin(aster)
    with pytest.raises(Exception, match="has ended"):
        services.resend(
            challenge_id=old.pk, portal="customer", brand=aster, device=DEVICE, at=clock.now() + timedelta(minutes=1)
        )


def test_a_resend_waits_says_how_long_and_replaces_the_code(aster: Any) -> None:
    visitor = Api("customer", aster)
    sent = visitor.post("/api/v1/auth/login", {"identifier": "asha@example.com"})["data"]
    assert sent["resend_in"] == 30
    refused = visitor.post("/api/v1/auth/resend", {"challenge_id": sent["challenge_id"]})
    assert visitor.status == 429
    assert 25 <= int(visitor.response["Retry-After"]) <= 31
    assert refused["error"]["details"]["retry_after"] == int(visitor.response["Retry-After"])
    old = code_of(LoginChallenge.objects.get())
    LoginChallenge.objects.update(sent_at=F("sent_at") - timedelta(seconds=31), expires_at=F("expires_at"))
    visitor.post("/api/v1/auth/resend", {"challenge_id": sent["challenge_id"]})
    assert visitor.status == 200
    fresh = LoginChallenge.objects.get()
    assert (fresh.generation, fresh.tries) == (2, 0)
    assert old != code_of(fresh)


def test_a_code_has_twenty_bits_and_lives_ten_minutes_at_most(aster: Any, settings: Any) -> None:
    """ASVS item 16, by the clock: alive a second before its end, dead at it."""
    assert 10**6 > 2**19.9
    at = clock.now()
    challenge = begin(aster, at=at)
    assert challenge.expires_at == at + timedelta(seconds=300)
    with pytest.raises(WrongCode):
        prove(challenge, aster, at=challenge.expires_at)
    assert prove(challenge, aster, at=challenge.expires_at - timedelta(seconds=1)).used_at


def test_codes_are_stored_nowhere_and_spread_evenly(aster: Any) -> None:
    """ASVS item 16: derived by a keyed hash from the challenge, so a copy of the table has none."""
    codes = {code_of(LoginChallenge(purpose="login", generation=1)) for _ in range(200)}
    assert len(codes) > 195
    challenge = begin(aster)
    row = json.dumps(list(LoginChallenge.objects.filter(pk=challenge.pk).values()), default=str)
    assert code_of(challenge) not in row


@pytest.mark.parametrize(("portal", "known"), [("customer", "asha"), ("seller", "ravi"), ("admin", "nia")])
def test_known_and_unknown_people_get_the_same_answer_in_the_same_time(
    aster: Any, portal: str, known: str, request: pytest.FixtureRequest
) -> None:
    """ASVS item 19, 6.3.8: same body, same status, the same statements in the database, and no measurable difference."""
    request.getfixturevalue(known)
    answers, statements, seconds = {}, {}, {}
    for who in (f"{known}@example.com", "nobody-knows@example.com"):
        spent, asked = [], []
        for _ in range(8):
            visitor = Api(portal, aster)
            began = time.thread_time()
            with CaptureQueriesContext(
                connection,
            ) as captured:
                body = visitor.post("/api/v1/auth/login", {"identifier": who})
            spent.append(time.thread_time() - began)
            asked.append(len(captured))
        answers[who] = (
            visitor.status,
            sorted(body["data"]),
            body["data"]["expires_in"],
            sorted(visitor.response.cookies),
        )
        statements[who] = min(asked)  # whose host it is was asked for again in between
        seconds[who] = min(spent)  # of this thread's own work: other load of the machine is not in it
    (first, second), (fast, slow) = answers.values(), sorted(seconds.values())
    assert first == second
    assert len(set(statements.values())) == 1
    assert slow < 2 * fast + 0.01


def test_a_stranger_to_a_staff_portal_learns_so_only_by_a_right_code(aster: Any) -> None:
    """ASVS item 19: a wrong code tells nothing about who is on the staff."""
    visitor = Api("admin", aster)
    challenge = visitor.post("/api/v1/auth/login", {"identifier": "stranger@example.com"})["data"]["challenge_id"]
    right = code_of(LoginChallenge.objects.get())
    visitor.post(
        "/api/v1/auth/verify", {"challenge_id": challenge, "code": "000000" if right != "000000" else "111111"}
    )
    assert visitor.status == 422
    visitor.post("/api/v1/auth/verify", {"challenge_id": challenge, "code": right})
    assert visitor.status == 403


def test_codes_and_addresses_are_in_no_log_and_no_job(aster: Any, settings: Any, monkeypatch: Any) -> None:
    """A code is in the message to its person and nowhere else: not in the outbox, its errors, or the log."""
    settings.SMS_URL = "http://127.0.0.1:9/sms"  # nobody listens there
    log = io.StringIO()
    handler = logging.StreamHandler(log)
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.DEBUG)
    try:
        begin(aster, identifier=parse("+919820012345"))
        begin(aster)
        codes = [code_of(row) for row in LoginChallenge.objects.all()]
        for row in Job.objects.filter(name="identity.send_code"):
            jobs.execute(row.name, row.pk, jobs.envelope_of(row))
    finally:
        logging.getLogger().removeHandler(handler)
        logging.getLogger().setLevel(logging.ERROR)
    assert mail.outbox[-1].body.startswith(codes[1])
    outbox = json.dumps(list(Job.objects.values("payload", "last_error", "actor")))
    assert "sms provider" in outbox
    for secret in (*codes, "9820012345", "asha@example.com"):
        assert secret not in outbox
        assert secret not in log.getvalue()


def test_a_code_that_is_over_is_not_sent_any_more(aster: Any) -> None:
    begin(aster)
    LoginChallenge.objects.update(expires_at=clock.now())
    run_jobs(only="identity.send_code")
    assert not mail.outbox


def test_a_phone_abroad_gets_no_sms_unless_its_country_is_open(aster: Any, settings: Any) -> None:
    """ASVS item 12: nobody earns by having us send SMS to their own numbers."""
    abroad = {"identifier": "+12125550123"}
    visitor = Api("customer", aster)
    body = visitor.post("/api/v1/auth/login", abroad)
    assert visitor.status == 422
    assert "country" in body["error"]["details"]["identifier"][0]
    aster.settings["policies"]["sms_countries"] = ["1"]
    services.start(identifier=parse(abroad["identifier"]), portal="customer", brand=aster, at=clock.now())
    settings.HAAT_SMS_COUNTRIES = ("91", "1")
    visitor.post("/api/v1/auth/login", abroad)
    assert visitor.status == 200


def test_old_codes_are_deleted(aster: Any) -> None:
    old, new = begin(aster), begin(aster, identifier=parse("ben@example.com"))
    LoginChallenge.objects.filter(pk=old.pk).update(expires_at=clock.now() - timedelta(hours=2))
    jobs.enqueue("identity.forget")
    run_jobs(only="identity.forget")
    assert list(LoginChallenge.objects.all()) == [new]

"""Codes of an authenticator app: one time step, one use, few tries, and no key in clear."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from django.db import connection

from haat.core import clock
from haat.identity import services
from haat.identity.identifiers import parse
from haat.identity.models import Authenticator, User
from haat.identity.services.authenticators import is_right_code
from haat.identity.services.throttle import TooManyTries, attempt
from haat.tenancy.queries import brand_by_slug
from tests.identity.signing_in import Phone, enrol_app, first_proof, move_clock, prove
from tests.support import Api

if TYPE_CHECKING:
    from uuid import UUID


@pytest.fixture
def visitor(aster: Any, ravi: Any, phone: Phone) -> Api:
    """Ravi in the seller portal with an app, which showed its last code half a minute ago."""
    here = Api("seller", aster, ravi.user)
    enrol_app(here, phone)
    phone.wait()
    return here


def test_a_code_works_once(visitor: Api, phone: Phone) -> None:
    """ASVS item 14: 6.5.1, also not the code that enrolled the app."""
    prove(visitor, phone.code())
    assert visitor.status == 200
    body = prove(visitor, phone.code())
    assert (visitor.status, body["error"]["code"]) == (422, "wrong_code")
    phone.wait()
    prove(visitor, phone.code())
    assert visitor.status == 200


def test_the_code_that_enrolled_the_app_is_used_up(aster: Any, ravi: Any, phone: Phone) -> None:
    """ASVS item 14: enrolling is a use."""
    here = Api("seller", aster, ravi.user)
    enrol_app(here, phone)
    prove(here, phone.code())
    assert here.status == 422


@pytest.mark.parametrize("seconds", [-60, -30, 30, 60])
def test_a_code_of_another_half_minute_is_wrong(visitor: Api, phone: Phone, seconds: int) -> None:
    """ASVS item 16: 6.5.5, a TOTP lives for 30 seconds."""
    phone.wait(120)
    phone.wait(seconds)
    code = phone.code()
    phone.wait(-seconds)
    prove(visitor, code)
    assert visitor.status == 422


@pytest.mark.parametrize("code", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦", "-12345", "12 456"])
def test_what_is_no_code_is_refused_like_a_wrong_one(visitor: Api, code: str) -> None:
    prove(visitor, code)
    assert visitor.status == 422


def test_ten_wrong_codes_cool_down_for_an_hour_and_no_longer(
    visitor: Api, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ASVS item 19: 6.6.3, guesses of one person are stopped whatever session they come from."""
    for _ in range(10):
        prove(visitor, phone.wrong_code())
        assert visitor.status == 422
    body = prove(visitor, phone.code())
    assert (visitor.status, body["error"]["code"]) == (429, "too_many_tries")
    move_clock(monkeypatch, timedelta(minutes=61))
    later = Api("seller", brand_by_slug("aster"), User.objects.get(email="ravi@example.com"))
    prove(later, phone.code())
    assert later.status == 200


def test_twenty_wrong_codes_a_day_are_the_most(db: None) -> None:
    """ASVS item 19: a slow guesser gets twenty of a million a day."""
    user, _ = services.person(identifier=parse("slow@example.com"))
    start = clock.now()
    for hour in range(20):
        assert not attempt(user=user, check=lambda: False, at=start + timedelta(hours=hour))
    with pytest.raises(TooManyTries):
        attempt(user=user, check=lambda: True, at=start + timedelta(hours=20))
    assert attempt(user=user, check=lambda: True, at=start + timedelta(hours=25))


def test_the_key_is_not_in_the_database_in_clear(visitor: Api) -> None:
    device = Authenticator.objects.get()
    with connection.cursor() as cursor:
        cursor.execute("SELECT key FROM identity_authenticator")
        (stored,) = cursor.fetchone()
    assert device.key not in stored
    assert stored.startswith("k1.")


def test_enrolment_shows_a_picture_the_policy_allows(aster: Any, ravi: Any) -> None:
    body = Api("seller", aster, ravi.user).post("/api/v1/auth/enrolment/authenticator")
    setup = body["data"]
    assert setup["qr"].startswith("data:image/svg+xml")
    assert setup["uri"].startswith("otpauth://totp/Haat:ravi@example.com?secret=" + setup["secret"])


def test_the_app_is_offered_to_everybody_whose_phone_gets_codes(aster: Any, asha: Any) -> None:
    """ASVS item 17: 6.6.1, somebody who signs in by SMS may use an app instead."""
    visitor = Api("customer", aster)
    answer = first_proof(visitor, "asha@example.com")
    visitor.headers["Authorization"] = f"Bearer {answer['access']}"
    visitor.post("/api/v1/auth/enrolment/authenticator")
    assert visitor.status == 200


@pytest.fixture
def racer(django_db_setup: None, django_db_blocker: Any, owner_url: str) -> Iterator[UUID]:
    """A committed person with an app, whom several connections see."""
    with django_db_blocker.unblock():
        brand_by_slug("aster")
        user, _ = services.person(identifier=parse("racer@example.com"))
        Authenticator.objects.create(user=user, name="app")
        yield user.pk
        connection.close()
    with psycopg.connect(owner_url, autocommit=True) as owner:
        for table in ("identity_authenticator", "identity_factorfailure", "account_emailaddress"):
            owner.execute(f"DELETE FROM {table} WHERE user_id = %s", [user.pk])
        owner.execute("DELETE FROM identity_user WHERE id = %s", [user.pk])


def at_once(count: int, work: Any) -> list[Any]:
    results: list[Any] = [None] * count
    barrier = threading.Barrier(count)

    def one(index: int) -> None:
        try:
            connection.set_schema_to_public()
            barrier.wait()
            results[index] = work()
        except Exception as error:
            results[index] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(index,)) for index in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_twelve_at_once_with_one_code_have_one_winner(racer: UUID, phone: Phone) -> None:
    """ASVS item 14: the concurrent double submit."""
    from base64 import b32encode

    user = User.objects.get(pk=racer)
    phone.secret = b32encode(bytes.fromhex(Authenticator.objects.get(user=user).key)).decode()
    code, at = phone.code(), clock.now()
    results = at_once(12, lambda: attempt(user=user, check=lambda: is_right_code(user=user, code=code, at=at), at=at))
    # Every loser but the tenth and later is counted as a wrong code; those after it are told to wait.
    assert results.count(True) == 1, results
    assert all(result is False or result is True or isinstance(result, TooManyTries) for result in results)


def test_parallel_guesses_cannot_race_the_counter(racer: UUID) -> None:
    """ASVS item 19: thirty at once are ten."""
    user, at = User.objects.get(pk=racer), clock.now()
    results = at_once(30, lambda: attempt(user=user, check=lambda: False, at=at))
    assert results.count(False) == 10
    assert sum(isinstance(result, TooManyTries) for result in results) == 20

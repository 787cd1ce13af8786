"""How many codes are sent and how often one may guess: counted in PostgreSQL, exactly, also by two at once."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import OperationalError, connection, connections
from django.test.utils import CaptureQueriesContext

from haat.core import clock, context
from haat.core.errors import DomainError
from haat.core.jobs import arguments
from haat.core.models import Job
from haat.identity import services
from haat.identity.identifiers import parse
from haat.identity.models import DayCount, LoginChallenge, Use
from haat.identity.services.budgets import DAY, HOUR, Budget, Spent, network_of, take, take_day
from haat.identity.services.challenges import WrongCode, code_of
from tests.databases import ROOT
from tests.support import Api

PHONE = parse("+919820012345")


def send(
    brand: Any, *, identifier: Any = PHONE, device: str = "d" * 20, at: Any = None, address: str = ""
) -> LoginChallenge:
    with context.use(context.Context(request_id="test", address=address)):
        return services.start(
            identifier=identifier, portal="customer", brand=brand, device=device, at=at or clock.now()
        )


def someone(number: int) -> Any:
    return parse(f"person{number}@example.com")


def test_a_phone_gets_three_codes_an_hour_over_all_brands(aster: Any, birch: Any, settings: Any) -> None:
    """ASVS item 12: one phone cannot be bombed through several brands; the hour slides."""
    settings.HAAT_CODES_PER_HOUR = 3
    at = clock.now()
    for minute, brand in enumerate((aster, birch, None)):
        send(brand, at=at + timedelta(minutes=minute))
    with pytest.raises(Spent) as refused:
        send(birch, at=at + timedelta(minutes=3))
    assert refused.value.retry_after == 57 * 60 + 1
    assert LoginChallenge.objects.count() == 3
    send(birch, at=at + HOUR)
    with pytest.raises(Spent):
        send(aster, at=at + HOUR)


def test_a_phone_gets_ten_codes_a_day(aster: Any, settings: Any) -> None:
    """ASVS item 12."""
    settings.HAAT_CODES_PER_DAY = 10
    at = clock.now()
    for hour in range(10):
        send(aster, at=at + timedelta(hours=hour))
    with pytest.raises(Spent):
        send(aster, at=at + timedelta(hours=12))
    send(aster, at=at + DAY)


def test_two_codes_need_a_pause_where_one_is_set(aster: Any, birch: Any, settings: Any) -> None:
    settings.HAAT_CODE_GAP_SECONDS = 30
    at = clock.now()
    send(aster, at=at)
    with pytest.raises(Spent) as refused:
        send(birch, at=at + timedelta(seconds=10))
    assert refused.value.retry_after == 21
    send(birch, at=at + timedelta(seconds=30))


def test_a_device_and_a_connection_have_budgets_over_all_people(aster: Any, settings: Any) -> None:
    """ASVS item 12: per device, and per address; a /64 of IPv6 is one caller."""
    settings.HAAT_CODES_PER_DEVICE_HOUR = settings.HAAT_CODES_PER_ADDRESS_HOUR = 2
    for number in range(2):
        send(aster, identifier=someone(number), device="one-device", address=f"2001:db8:1:2::{number}")
    with pytest.raises(Spent, match="asked for here"):
        send(aster, identifier=someone(2), device="one-device", address="203.0.113.9")
    with pytest.raises(Spent, match="this connection"):
        send(aster, identifier=someone(2), device="another", address="2001:db8:1:2:ffff::1")
    send(aster, identifier=someone(2), device="another", address="2001:db8:1:3::1")


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.9", "203.0.113.9"), ("::ffff:203.0.113.9", "203.0.113.9"), ("2001:db8::1", "2001:db8::/64"), ("nonsense", "nonsense"),
    ],
)  # fmt: skip
def test_a_network_is_what_one_caller_has(address: str, network: str) -> None:
    assert network_of(address) == network


def test_brand_and_platform_have_a_budget_a_day_with_an_alarm(aster: Any, birch: Any, settings: Any) -> None:
    """ASVS item 12: a bill has an end, and somebody hears of it before."""
    settings.HAAT_CODES_PER_BRAND_DAY, settings.HAAT_CODES_PER_PLATFORM_DAY = 5, 7
    for number in range(5):
        send(aster, identifier=someone(number))
    with pytest.raises(Spent):
        send(aster, identifier=someone(5))
    for number in (6, 7):
        send(birch, identifier=someone(number))
    with pytest.raises(Spent):
        send(birch, identifier=someone(8))
    noted = [arguments(row) for row in Job.objects.filter(name="audit.record_security_note").order_by("pk")]
    brand_alarms = [row["after"]["used"] for row in noted if row["brand_id"] == str(aster.pk)]
    assert brand_alarms == [4, 5]
    assert [row["after"]["used"] for row in noted if row["brand_id"] is None] == [5, 7]


def test_a_refused_code_costs_nothing(aster: Any, settings: Any) -> None:
    settings.HAAT_CODES_PER_BRAND_DAY = 0
    with pytest.raises(Spent):
        send(aster)
    assert not Use.objects.exists()
    assert not DayCount.objects.exists()
    assert not Job.objects.filter(name="identity.send_code").exists()


def test_the_counters_hold_no_addresses(aster: Any) -> None:
    send(aster, address="203.0.113.9")
    text = str(list(Use.objects.values()))
    assert "98200" not in text and "203.0.113" not in text


def test_wrong_codes_bring_a_cool_down_over_all_sessions_and_never_a_lock(aster: Any, settings: Any) -> None:
    """ASVS item 19: guesses over many sessions, devices and connections are stopped per account, until time has passed."""
    settings.HAAT_CODES_PER_HOUR = settings.HAAT_CODES_PER_DAY = 10_000
    at, wrong, stopped = clock.now(), 0, 0
    for number in range(40):
        device, address = f"device-number-{number}", f"203.0.113.{number}"
        challenge = send(aster, device=device, address=address, at=at)
        guess = {
            "challenge_id": challenge.pk, "code": "x", "portal": "customer", "brand_id": aster.pk, "device": device, "at": at,
        }  # fmt: skip
        for _ in range(3):
            try:
                services.verify(**guess)
            except WrongCode:
                wrong += 1
            except Spent:
                stopped += 1
    assert (wrong, stopped) == (10, 110)
    later = at + HOUR
    challenge = send(aster, at=later)
    services.verify(
        challenge_id=challenge.pk,
        code=code_of(challenge),
        portal="customer",
        brand_id=aster.pk,
        device="d" * 20,
        at=later,
    )


def test_a_right_code_costs_no_try(aster: Any, settings: Any) -> None:
    settings.HAAT_TRIES_PER_HOUR = 1
    for _ in range(3):
        challenge = send(aster)
        services.verify(
            challenge_id=challenge.pk, code=code_of(challenge), portal="customer", brand_id=aster.pk, device="d" * 20, at=clock.now(),
        )  # fmt: skip


def test_without_readable_budgets_nothing_is_sent(aster: Any, monkeypatch: Any) -> None:
    """ASVS items 12 and 39: a limiter that is down refuses; it is never unlimited."""

    def down(*_: Any) -> None:
        raise OperationalError("the server closed the connection")

    monkeypatch.setattr("haat.identity.services.budgets._lock", down)
    visitor = Api("customer", aster)
    body = visitor.post("/api/v1/auth/login", {"identifier": "asha@example.com"})
    assert visitor.status == 503
    assert "closed the connection" not in str(body)


@pytest.mark.parametrize(("name", "value"), [("HAAT_CODE_SECONDS", "601"), ("HAAT_CODE_TRIES", "6")])
def test_weak_codes_do_not_start(name: str, value: str) -> None:
    """ASVS item 16: more than ten minutes, or many tries, is refused at the start."""
    done = subprocess.run(
        [sys.executable, "-c", "import config.settings"], cwd=ROOT / "backend", env={name: value, "HAAT_ENV": "test"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert name in done.stderr


# -- Two at once, each on a connection of its own


def at_once(act: Any, count: int) -> list[Any]:
    barrier = Barrier(count)

    def one(number: int) -> Any:
        try:
            connection.set_schema_to_public()
            barrier.wait(10)
            return act(number)
        except DomainError as refusal:
            return type(refusal)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


@pytest.fixture
def clean(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """These tests commit, which threads need: what they wrote is deleted again."""
    with django_db_blocker.unblock():
        yield
        for model in (Use, DayCount, LoginChallenge):
            model.objects.all().delete()
        Job.objects.filter(brand_id=None).delete()


@pytest.mark.usefixtures("clean")
def test_parallel_requests_cannot_both_take_the_last_one() -> None:
    """ASVS item 12."""
    budget = Budget("test", "one", [(3, HOUR)], "No more.")
    found = at_once(lambda _: take([budget], at=clock.now()), 8)
    assert found.count(Spent) == 5
    assert Use.objects.filter(scope="test").count() == 3
    days = at_once(lambda _: take_day(scope="test", subject="one", limit=3, at=clock.now(), sentence="No."), 8)
    assert sorted(one for one in days if one is not Spent) == [1, 2, 3]


@pytest.mark.usefixtures("clean")
def test_a_double_submit_signs_in_once() -> None:
    """ASVS item 14: single use, also of two submits at the same moment."""
    challenge = services.start(identifier=PHONE, portal="launch", brand=None, at=clock.now())
    code = code_of(challenge)
    found = at_once(
        lambda _: services.verify(challenge_id=challenge.pk, code=code, portal="launch", brand_id=None, at=clock.now()),
        2,
    )
    assert sum(one is WrongCode for one in found) == 1


@pytest.mark.usefixtures("clean")
def test_parallel_guesses_cannot_race_the_counter() -> None:
    """ASVS items 14 and 19: twenty guesses at once are three tries."""
    challenge = services.start(identifier=PHONE, portal="launch", brand=None, at=clock.now())
    at_once(
        lambda n: services.verify(
            challenge_id=challenge.pk, code=f"{n:06d}", portal="launch", brand_id=None, at=clock.now()
        ),
        12,
    )
    challenge.refresh_from_db()
    assert challenge.tries == 3


def test_a_start_asks_the_database_a_bounded_number_of_times(aster: Any) -> None:
    with CaptureQueriesContext(connection) as captured:
        send(aster, address="203.0.113.9")
    assert len(captured) < 30

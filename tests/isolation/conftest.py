"""The world of these tests: built once a worker in one transaction, each look at it in a savepoint.

Tests that look at it come last, in one row, because their transaction stays open from the first to the last of them.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from argon2 import PasswordHasher
from django.conf import settings
from django.core import mail
from django.db import connection, transaction

from haat.core import context, generation, transport
from haat.payments import gateway
from haat.tenancy import hosts
from tests.checkout.conftest import linked_account
from tests.isolation import tally
from tests.isolation.world import World, build
from tests.razorpay_simulator.server import HOOK_SECRET, KEY, SECRET, InThread

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[Any]) -> None:
    """The tests of the world come last, and of them the long ones first, so that both workers end together."""
    long = ("test_fuzz.py", "test_matrix.py", "test_crawl.py")

    def order(item: Any) -> tuple[bool, bool]:
        return "world" in getattr(item, "fixturenames", ()), item.path.name not in long

    items.sort(key=order)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if "tests/isolation" in report.nodeid and (report.when == "call" or report.failed):
        tally.ended(
            report.nodeid.removeprefix("tests/isolation/"), report.outcome, report.duration, report.longreprtext
        )


def pytest_sessionfinish() -> None:
    tally.write()


@pytest.fixture(scope="session")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[InThread]:
    one = InThread(tmp_path_factory.mktemp("simulator"))
    yield one
    one.close()


@pytest.fixture(scope="session")
def patch() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as one:
        yield one


@pytest.fixture(scope="session")
def sent(patch: pytest.MonkeyPatch) -> list[Any]:
    """Every SMS that was handed over."""
    texts: list[Any] = []
    patch.setattr(transport, "_send_sms", texts.append)
    return texts


@pytest.fixture(scope="session")
def world(
    provider: InThread, patch: pytest.MonkeyPatch, sent: list[Any], tmp_path_factory: pytest.TempPathFactory,
    django_db_setup: None, django_db_blocker: Any,
) -> Iterator[World]:  # fmt: skip
    """Both brands with all that is in them. What a test changes it must undo with `savepoint`."""
    values = {
        "RAZORPAY_BASE_URL": provider.base, "RAZORPAY_CHECKOUT_URL": f"{provider.base}/checkout", "RAZORPAY_KEY_ID": KEY,
        "RAZORPAY_KEY_SECRET": SECRET, "RAZORPAY_WEBHOOK_SECRET": HOOK_SECRET, "RAZORPAY_SIMULATOR": False,
        "HAAT_CODES_PER_HOUR": 10_000, "HAAT_CODES_PER_ADDRESS_HOUR": 100_000,
    }  # fmt: skip
    for name, value in values.items():
        patch.setattr(settings, name, value)
    patch.setattr("django.core.files.storage.default_storage.location", str(tmp_path_factory.mktemp("media")))
    patch.setattr(settings, "HAAT_PRIVATE_ROOT", str(tmp_path_factory.mktemp("private")))
    for asked in ("dns.texts", "dns.addresses"):  # neither the DNS nor an issuer of the world outside is asked
        patch.setattr(f"haat.tenancy.{asked}", lambda _name: set())
    patch.setattr("haat.identity.services.issuers._check", lambda _issuer: None)
    # What a request writes down of a sign-in is taken back with it, so the next one would write it again.
    patch.setattr("haat.identity.services.sign_ins.SEEN_EVERY", timedelta(hours=1))
    for name, cost in (("time_cost", 1), ("memory_cost", 8)):  # slow on purpose; how slow is nothing that is asked here
        patch.setattr(f"haat.identity.hashers.PasswordHasher.{name}", cost)
    patch.setattr("haat.identity.services.recovery._hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    patch.setattr(generation, "_key", lambda: f"isolation:{id(patch)}:{connection.schema_name}")
    mail.outbox = []
    with django_db_blocker.unblock(), transaction.atomic(), context.use(context.Context("world", context.SYSTEM)):
        connection.set_schema_to_public()
        yield build(lambda name: linked_account(provider, name))
        connection.set_schema_to_public()
        transaction.set_rollback(True)
    hosts.forget()
    connection.close()
    for held in gateway._local.__dict__.pop("gateways", {}).values():
        held.sdk.session.close()


@pytest.fixture
def undone(world: World) -> Iterator[None]:
    """What happens in this test has not happened for the next one."""
    with transaction.atomic():
        yield
        connection.set_schema_to_public()
        transaction.set_rollback(True)
    hosts.forget()

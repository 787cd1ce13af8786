"""The relay carries due jobs, again when one was lost, and never more than the workers take soon."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from celery import Celery

from haat.core import clock, idempotency, jobs, tidying
from haat.core.db import connection
from haat.core.ids import new_token
from haat.core.models import IdempotencyKey, Job
from haat.core.relay import FEW, IN_BROKER_MAX, in_broker, relay_once
from haat.tenancy.context import brand_scope

if TYPE_CHECKING:
    from collections.abc import Iterator


class Broker:
    def __init__(self) -> None:
        self.sent: list[tuple[str, dict[str, Any]]] = []

    def send_task(self, name: str, kwargs: dict[str, Any]) -> None:
        self.sent.append((name, kwargs))

    def relayed(self, waiting: int) -> list[str]:
        """What of ours one step sends."""
        before = len(self.sent)
        relay_once(self, waiting=waiting)  # type: ignore[arg-type]  # only send_task is used
        return [kwargs["envelope"]["brand"] for name, kwargs in self.sent[before:] if name == "tests.relayed"]


@jobs.job("tests.relayed")
def relayed(text: str) -> None:
    """Never run here: what is looked at is the way to the broker."""


@contextmanager
def as_relay() -> Iterator[None]:
    connection.public_principal = "relay"
    connection.set_schema_to_public()
    try:
        yield
    finally:
        connection.public_principal = "public"
        connection.set_schema_to_public()


@pytest.fixture
def broker(aster: Any) -> Iterator[Broker]:
    with brand_scope(aster):
        for text in ("one", "two"):
            jobs.enqueue("tests.relayed", text=text)
    with as_relay():
        yield Broker()


def later(monkeypatch: pytest.MonkeyPatch, **span: int) -> None:
    now = clock.now() + timedelta(**span)
    monkeypatch.setattr("haat.core.clock.now", lambda: now)


def test_a_job_is_sent_with_its_brand_once_and_again_when_it_was_lost(
    aster: Any, broker: Broker, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert broker.relayed(waiting=0) == [str(aster.pk)] * 2
    assert broker.relayed(waiting=0) == []
    later(monkeypatch, minutes=1)
    assert len(broker.relayed(waiting=FEW)) == 2


def test_what_nobody_works_on_yet_waits_in_the_outbox(broker: Broker) -> None:
    assert broker.relayed(waiting=IN_BROKER_MAX + 5) == []
    assert relay_once(broker, waiting=IN_BROKER_MAX - 1) == 1  # type: ignore[arg-type]  # as above


def test_behind_a_long_queue_a_job_is_not_lost_but_waiting(broker: Broker, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(broker.relayed(waiting=0)) == 2
    later(monkeypatch, minutes=1)
    assert broker.relayed(waiting=FEW + 1) == []
    later(monkeypatch, minutes=6)
    assert len(broker.relayed(waiting=FEW + 1)) == 2


def test_the_broker_is_asked_how_much_waits(settings: Any) -> None:
    app = Celery("relay", broker=settings.CELERY_BROKER_URL, set_as_current=False)
    app.conf.task_default_queue = f"relay-{new_token(8)}"
    assert in_broker(app) == 0
    for _ in range(3):
        app.send_task("tests.relayed")
    assert in_broker(app) == 3
    app.control.purge()
    assert in_broker(app) == 0
    app.close()


def test_what_was_done_long_ago_goes_and_what_failed_stays(
    aster: Any, birch: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tidying, "BATCH", 3)
    at = clock.now()
    ages = {"done long ago": 15, "done lately": 13}
    for brand in (aster, birch):
        with brand_scope(brand):
            for text, days in [*ages.items(), ("waits", 0), ("failed", 0)]:
                jobs.enqueue("tests.relayed", text=text)
                row = Job.objects.filter(name="tests.relayed").latest("pk")
                if days:
                    Job.objects.filter(pk=row.pk).update(done_at=at - timedelta(days=days))
            Job.objects.filter(pk=row.pk).update(failed_at=at - timedelta(days=99))
            idempotency.begin(scope="old", key="k", body={}, at=at)
            IdempotencyKey.objects.update(created_at=at - timedelta(days=31))
            idempotency.begin(scope="new", key="k", body={}, at=at)
    with as_relay():
        while tidying.tidy(at=at):
            pass
    for brand in (aster, birch):
        with brand_scope(brand):
            left = [row.payload["text"] for row in Job.objects.filter(name="tests.relayed").order_by("pk")]
            assert left == ["done lately", "waits", "failed"]
            assert [row.scope for row in IdempotencyKey.objects.all()] == ["new"]

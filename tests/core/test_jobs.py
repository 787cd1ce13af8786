"""Jobs happen once, in their brand, and never without an envelope."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from haat.core import clock, jobs
from haat.core.models import Job
from haat.ledger.models import Account
from haat.tenancy.context import brand_scope, public_scope
from tests.support import run_jobs

calls: list[str] = []


@pytest.fixture(autouse=True)
def _fresh() -> None:
    calls.clear()


@jobs.job("tests.note")
def note(text: str) -> None:
    calls.append(text)
    if text == "fails":
        Account.objects.create(code="bank", kind="asset", currency="INR")
        raise LookupError(text)


@jobs.job("tests.waits", external=True)
def waits() -> None:
    raise jobs.RetryLater("the provider sleeps")


def _only() -> Job:
    return Job.objects.get(name__startswith="tests.")


def test_a_job_runs_once_however_often_it_is_delivered(aster: Any) -> None:
    """ASVS item 10."""
    with brand_scope(aster):
        jobs.enqueue("tests.note", text="once")
        row = _only()
    for _ in range(3):
        jobs.execute("tests.note", row.pk, jobs.envelope_of(row))
    assert calls == ["once"]


@pytest.mark.parametrize(
    "envelope", [None, {}, {"version": 0}, {"version": 1, "brand": None, "actor": {"kind": "system"}, "request_id": ""}]
)
def test_a_task_without_its_brand_is_refused(aster: Any, envelope: dict[str, Any] | None) -> None:
    with pytest.raises(jobs.RefusedTask):
        jobs.execute("tests.note", 1, envelope)
    assert calls == []


def test_a_job_of_one_brand_does_nothing_in_another(aster: Any, birch: Any) -> None:
    with brand_scope(aster):
        jobs.enqueue("tests.note", text="aster")
        row = _only()
    jobs.execute("tests.note", row.pk, jobs.envelope_of(row) | {"brand": str(birch.pk)})
    assert calls == []


def test_a_failure_undoes_its_work_and_tries_again_later(aster: Any) -> None:
    """ASVS item 9."""
    with brand_scope(aster):
        jobs.enqueue("tests.note", text="fails")
        row = _only()
    jobs.execute("tests.note", row.pk, jobs.envelope_of(row))
    with brand_scope(aster):
        row.refresh_from_db()
        assert not Account.objects.exists()
    assert (row.attempts, row.done_at, row.failed_at) == (1, None, None)
    assert row.available_at > clock.now()
    assert "LookupError" in row.last_error


def test_a_sleeping_provider_is_no_failure_of_ours(aster: Any) -> None:
    with brand_scope(aster):
        jobs.enqueue("tests.waits")
        row = _only()
        Job.objects.filter(pk=row.pk).update(attempts=jobs.ATTEMPTS_MAX + 5)
    jobs.execute("tests.waits", row.pk, jobs.envelope_of(row))
    with brand_scope(aster):
        row.refresh_from_db()
    assert row.failed_at is None
    assert row.locked_until is None


def test_a_round_that_fails_again_and_again_is_not_put_off_for_long(aster: Any) -> None:
    """While it waits the beat asks for no other, so its own patience is that of the round."""
    with brand_scope(aster):
        jobs.enqueue("tests.waits", unique_key=jobs.PERIODIC)
        row = _only()
        Job.objects.filter(pk=row.pk).update(attempts=jobs.ATTEMPTS_COUNTED_MAX)
    jobs.execute("tests.waits", row.pk, jobs.envelope_of(row))
    with brand_scope(aster):
        row.refresh_from_db()
    assert row.attempts == jobs.ATTEMPTS_COUNTED_MAX
    assert row.available_at <= clock.now() + timedelta(seconds=jobs.PERIODIC_BACKOFF_SECONDS_MAX)


def test_a_pending_unique_job_is_asked_for_once(aster: Any) -> None:
    with brand_scope(aster):
        for _ in range(3):
            jobs.enqueue("tests.note", unique_key="nightly", text="x")
        assert Job.objects.filter(name="tests.note").count() == 1


def test_work_of_the_suite_is_done_by_the_same_door(aster: Any) -> None:
    with brand_scope(aster):
        jobs.enqueue("tests.note", text="drained")
    assert "tests.note" in run_jobs(aster)
    with public_scope():
        assert calls == ["drained"]

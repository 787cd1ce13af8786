"""What comes seldom also comes where the relay is restarted often."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from celery import Celery
from celery.schedules import schedule
from django_redis import get_redis_connection

from haat.core import beat

if TYPE_CHECKING:
    import pytest

HOUR = 3600


def _restarted() -> beat.KeptScheduler:
    app = Celery("test", set_as_current=False)
    app.conf.beat_schedule = {"hourly": {"task": "test.hourly", "schedule": schedule(HOUR)}}
    return beat.KeptScheduler(app)


def _hourly(scheduler: beat.KeptScheduler) -> Any:
    return scheduler.schedule["hourly"]


def test_a_restart_goes_on_waiting_where_the_last_one_was() -> None:
    get_redis_connection("platform").delete(beat.KEY)
    first = _restarted()
    first.reserve(_hourly(first))
    asked = _hourly(first).last_run_at
    assert _hourly(_restarted()).last_run_at == asked
    assert not _hourly(_restarted()).is_due().is_due

    get_redis_connection("platform").hset(beat.KEY, "hourly", (asked - timedelta(seconds=HOUR)).isoformat())
    assert _hourly(_restarted()).is_due().is_due


def test_a_moment_of_the_future_does_not_silence_it() -> None:
    get_redis_connection("platform").hset(beat.KEY, "hourly", "2999-01-01T00:00:00+00:00")
    assert _hourly(_restarted()).is_due().next <= HOUR


def test_it_beats_without_valkey(monkeypatch: pytest.MonkeyPatch) -> None:
    def out(_alias: str) -> Any:
        raise ConnectionError

    monkeypatch.setattr(beat, "get_redis_connection", out)
    scheduler = _restarted()
    scheduler.reserve(_hourly(scheduler))
    assert _hourly(scheduler).total_run_count == 1

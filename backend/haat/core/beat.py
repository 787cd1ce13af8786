"""The beat: when it asked last for each thing is kept in Valkey.

Kept in memory alone, each restart would begin to wait anew, and what comes once an hour would never come where the relay
is restarted more often. Due times of business are in the database; this is only about when to look.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from celery.beat import Scheduler
from django_redis import get_redis_connection
from redis.exceptions import RedisError

if TYPE_CHECKING:
    from celery.beat import ScheduleEntry

KEY = "beat:asked"
log = logging.getLogger(__name__)


class KeptScheduler(Scheduler):
    """Celery's base scheduler without a file; embedded in the relay's process."""

    max_interval = 5

    def setup_schedule(self) -> None:
        super().setup_schedule()
        now = datetime.now(UTC)
        for name, moment in _kept().items():
            if entry := self.schedule.get(name):
                entry.last_run_at = min(datetime.fromisoformat(moment), now)

    def reserve(self, entry: ScheduleEntry) -> Any:
        made: Any = super().reserve(entry)
        try:
            get_redis_connection("platform").hset(KEY, entry.name, made.last_run_at.isoformat())
        except (RedisError, OSError):  # it goes on from memory; only a restart meanwhile would wait anew
            log.warning("the moment of %s could not be kept", entry.name)
        return made


def _kept() -> dict[str, str]:
    try:
        found: Any = get_redis_connection("platform").hgetall(KEY)
    except (RedisError, OSError):
        return {}
    return {name.decode(): moment.decode() for name, moment in found.items()}

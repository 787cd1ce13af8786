"""The beat keeps its schedule in memory: due times of business are in the database, so a restart loses nothing."""

from celery.beat import Scheduler


class MemoryScheduler(Scheduler):
    """Celery's base scheduler without a file; embedded in the relay's process."""

    max_interval = 5

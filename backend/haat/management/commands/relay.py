"""`manage.py relay`: carries jobs from the outbox to the broker, and beats the schedule in a thread beside it."""

from __future__ import annotations

import logging
import signal
import threading
import time
from typing import Any

from celery.beat import Service
from django.core.management.base import BaseCommand
from django.db import DatabaseError
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

from config.celery import app
from haat.core import clock
from haat.core.beat import KeptScheduler
from haat.core.db import connection
from haat.core.relay import BATCH, in_broker, relay_once
from haat.core.tidying import tidy

log = logging.getLogger(__name__)
IDLE_SECONDS = 0.15
ERROR_SECONDS = 2.0
TIDY_SECONDS = 3600.0


class Command(BaseCommand):
    tidy_at = 0.0
    help = "Relay the outbox to the broker and run the beat schedule."

    def handle(self, *_: Any, **__: Any) -> None:
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        beat = Service(app, schedule_filename="", scheduler_cls=KeptScheduler)
        threading.Thread(target=beat.start, kwargs={"embedded_process": False}, daemon=True).start()
        connection.public_principal = "relay"
        connection.set_schema_to_public()
        self.stdout.write("relay is running")
        while not stop.is_set():
            stop.wait(self._step())

    def _step(self) -> float:
        """Relay one batch and say how long to wait before the next."""
        try:
            if relay_once(app, waiting=in_broker(app)) == BATCH:
                return 0.0
            if time.monotonic() >= self.tidy_at and not tidy(at=clock.now()):
                self.tidy_at = time.monotonic() + TIDY_SECONDS
            return IDLE_SECONDS
        except (DatabaseError, OperationalError, RedisError, OSError):
            log.exception("relay could not reach database or broker; trying again")
            connection.close()
            return ERROR_SECONDS

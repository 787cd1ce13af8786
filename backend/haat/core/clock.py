"""The one clock. Read at the edge and passed inwards as `at`; domain code never calls it."""

import json
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils import timezone


def now() -> datetime:
    """The time of business: the real one, plus the development clock's offset outside production."""
    return timezone.now() + offset()


def wall() -> datetime:
    """The real time, by which clocks outside of ours count: authenticator apps do not follow a moved clock."""
    return timezone.now()


def offset() -> timedelta:
    """How far `./haat clock advance` has moved this checkout's clock."""
    path = settings.HAAT_CLOCK_FILE
    if settings.HAAT_ENV == "production" or not path:
        return timedelta()
    try:
        changed_ns = Path(path).stat().st_mtime_ns
    except FileNotFoundError:
        return timedelta()
    return _read(path, changed_ns)


@lru_cache(maxsize=4)
def _read(path: str, changed_ns: int) -> timedelta:  # noqa: ARG001 - the time of change is the cache's key
    return timedelta(seconds=int(json.loads(Path(path).read_text(encoding="utf-8"))["offset_seconds"]))

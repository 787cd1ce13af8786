"""What people looked for and chose, without saying who: for the brand's staff, and for what is popular."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import orjson
from django.core.cache import cache
from django.db import connection, transaction
from django_redis.exceptions import ConnectionInterrupted
from redis.exceptions import RedisError

from haat.search.models import Choice, Question
from haat.search.queries.cards import cards
from haat.search.words import folded

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

TEXT_MAX = 100
POSITION_MAX = FOUND_MAX = 1_000
HEARD_MAX = 5_000  # different questions between two times of writing down
HEARD_SECONDS = 24 * 3600
LATELY = timedelta(days=30)
NUMBERS = re.compile(r"\b\d(?: ?\d){5,}\b")  # phones, PIN codes, order numbers


def hear(*, text: str, found: int, read_as: str = "") -> None:
    """Count one search, in the cache: a page that is shown a thousand times must not write a thousand rows."""
    if clean := without_persons(text):
        field = orjson.dumps([clean, without_persons(read_as), min(found, FOUND_MAX)])
        with suppress(RedisError, ConnectionInterrupted):
            store, key = _heard()
            pipe = store.pipeline(transaction=False)
            pipe.hincrby(key, field, 1)
            pipe.hlen(key)
            pipe.expire(key, HEARD_SECONDS)
            if pipe.execute()[1] > HEARD_MAX:
                store.hdel(key, field)


def write_down() -> int:
    """Take what was heard since the last time into the log; returns the number of different questions."""
    store, key = _heard()
    taking = f"{key}:taking"
    if not store.exists(taking) and store.exists(key):
        store.rename(key, taking)
    rows = [Question(text=text, read_as=read_as, found=found, times=int(times))
            for field, times in store.hgetall(taking).items() for text, read_as, found in [orjson.loads(field)]]  # fmt: skip
    Question.objects.bulk_create(rows)
    transaction.on_commit(lambda: store.delete(taking))
    return len(rows)


def _heard() -> tuple[Any, str]:
    return cache.client.get_client(write=True), str(cache.make_key("search:heard"))  # type: ignore[attr-defined]  # django-redis


def note_choice(*, text: str, product_id: UUID, position: int) -> bool:
    """A product chosen from results; False when it is not in the shop, and nothing is written."""
    clean = without_persons(text)
    if not clean or not cards([product_id]):
        return False
    Choice.objects.create(text=clean, product_id=product_id, position=min(position, POSITION_MAX))
    return True


def without_persons(text: str) -> str:
    """The folded words; empty when they hold an e-mail address."""
    return "" if "@" in text else NUMBERS.sub("", folded(text)).strip()[:TEXT_MAX]


def weigh(*, at: datetime) -> None:
    """Take over how often products were chosen in the last month; nothing but the order of equals depends on it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE search_document d SET popularity = coalesce(c.times, 0) FROM search_document o "
            "LEFT JOIN (SELECT product_id, count(*) AS times FROM search_choice WHERE created_at >= %s GROUP BY 1) c "
            "USING (product_id) WHERE o.product_id = d.product_id AND d.popularity <> coalesce(c.times, 0)",
            [at - LATELY],
        )

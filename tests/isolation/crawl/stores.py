"""What lies behind the pages: rows, outbox, kept answers, files, messages, and what was logged."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core import mail
from django.core.files.storage import default_storage
from django.db import connection

from haat.core.models import IdempotencyKey, Job
from haat.notifications.models import Notification
from haat.tenancy.context import brand_scope
from tests.isolation.crawl.sight import Sight, sight
from tests.isolation.statements import tables
from tests.isolation.world import marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.isolation.world import Side


def rows(side: Side) -> Iterator[Sight]:
    """Every column of every row of every table of the brand, and its rows of the shared tables."""
    slug = str(side.brand.slug)
    with brand_scope(side.brand), connection.cursor() as cursor:
        for table, _ in tables(side.brand.schema_name):
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            yield from (sight("rows", table, slug, text) for (text,) in cursor.fetchall())
        for note in Notification.objects.all():  # encrypted in the row
            yield sight("rows", "notifications, decrypted", slug, f"{note.subject} {note.text} {note.address}")
        for job in Job.objects.all():
            yield sight("task payloads", job.name, slug, f"{job.payload} {job.actor} {job.last_error}")
        for key in IdempotencyKey.objects.all():
            yield sight("task payloads", "kept answers of requests", slug, f"{key.scope} {key.answer}")


def cache(side: Side) -> Iterator[Sight]:
    """Keys of the brand's schema and what is kept under them, read past Django, as the server has them."""
    import redis

    with redis.Redis.from_url(settings.CACHES["default"]["LOCATION"]) as server:
        for key in server.scan_iter(match=f"*{side.brand.schema_name}*", count=1000):
            kept = server.get(key) if server.type(key) == b"string" else b""
            yield sight("cache", key.decode(), str(side.brand.slug), key + b" " + (kept or b""))


def files(side: Side) -> Iterator[Sight]:
    root = Path(default_storage.location) / side.brand.schema_name
    for path in root.rglob("*"):
        if path.is_file():
            yield sight("files", path.name, str(side.brand.slug), path.name.encode() + path.read_bytes())


def messages(sent: list[Any]) -> Iterator[Sight]:
    """Mail and SMS: what names one brand names no other."""
    texts = [("mail", f"{one.subject} {one.body} {one.from_email} {one.to}") for one in mail.outbox]
    texts += [("SMS", f"{one.sender} {one.text} {one.to}") for one in sent]
    for kind, text in texts:
        slug = next((slug for slug, mark in marks.BRANDS.items() if mark in text.lower()), "aster")
        yield sight("messages", kind, slug, text)


@contextmanager
def listening() -> Iterator[list[str]]:
    """Everything that is logged meanwhile, from DEBUG up."""
    lines: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(self.format(record))

    ear, root = Ear(logging.DEBUG), logging.getLogger()
    level = root.level
    root.addHandler(ear)
    root.setLevel(logging.DEBUG)
    try:
        yield lines
    finally:
        root.removeHandler(ear)
        root.setLevel(level)

"""Idempotency keys: the same key and body replays the first answer, another body is refused, a race is a 409."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

from .errors import ApiError, in_progress, key_reused
from .merchants import Merchant
from .world import World

SHAPES = {"X-Refund-Idempotency": r"[A-Za-z0-9_-]{10,}", "X-Transfer-Idempotency": r"[A-Za-z0-9_ -]{4,36}"}


@dataclass(frozen=True)
class Key:
    merchant: str
    scope: str
    value: str
    fingerprint: str


def key_of(request: Request, header: str, merchant: Merchant, body: dict[str, Any]) -> Key | None:
    value = request.headers.get(header) if header else None
    if value is None:
        return None
    if not re.fullmatch(SHAPES[header], value):
        raise ApiError(f"The {header} header must match {SHAPES[header]}.", field=header)
    # The path belongs to the fingerprint: one key on two payments is a different request.
    content = json.dumps([request.url.path, body], sort_keys=True)
    return Key(merchant.id, header, value, hashlib.sha256(content.encode()).hexdigest())


@contextmanager
def in_flight(world: World, key: Key | None) -> Iterator[None]:
    if key is None:
        yield
        return
    mark = (key.merchant, key.scope, key.value)
    if mark in world.in_flight:
        raise in_progress()
    world.in_flight.add(mark)
    try:
        yield
    finally:
        world.in_flight.discard(mark)


def once(world: World, key: Key, work: Callable[[], Any]) -> Any:
    """Do the work, or give the stored answer. Refused work stores nothing, so it may be tried again."""
    where = (key.merchant, key.scope, key.value)
    seen = world.store.row("SELECT * FROM idempotency WHERE merchant = ? AND scope = ? AND key = ?", *where)
    if seen:
        if seen["fingerprint"] != key.fingerprint:
            raise key_reused()
        return json.loads(seen["response"])
    response = work()
    world.store.run("INSERT INTO idempotency VALUES (?, ?, ?, ?, ?)", *where, key.fingerprint, json.dumps(response))
    return response

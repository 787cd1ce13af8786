"""The generation of a brand's public answers: a random token that changes when what people see changes.

A counter would come back to old values after a restart of the cache; a random token never does (docs/adr/0015).
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from django.core.cache import cache, caches
from django.db import transaction
from django_redis.exceptions import ConnectionInterrupted
from redis.exceptions import RedisError

from haat.core.db import connection
from haat.core.ids import new_token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.core.cache.backends.base import BaseCache

SECONDS = 30 * 24 * 3600

_held: ContextVar[tuple[str, str] | None] = ContextVar("generation", default=None)


def current() -> str:
    """The token of the active brand; a lost one is made anew, which only costs a few cached answers."""
    held = _held.get()
    if held and held[0] == _key():
        return held[1]
    token = _cache().get(_key())
    if token is None:
        _cache().add(_key(), new_token(9), SECONDS)
        token = _cache().get(_key())
    return str(token)


def current_with(name: str) -> tuple[str, bytes | None]:
    """The token and the bytes kept under a name of the active brand, in one question to the cache."""
    client, keys = _raw(), [_cache().make_key(_key()), cache.make_key(name)]
    try:
        token, found = client.mget(keys)
    except RedisError as error:
        raise ConnectionInterrupted(connection=client) from error
    return (str(_cache().client.decode(token)) if token is not None else current(), found)  # type: ignore[attr-defined]  # django-redis


def keep_with(name: str, found: bytes, seconds: int) -> None:
    client = _raw()
    try:
        client.set(cache.make_key(name), found, ex=seconds)
    except RedisError as error:
        raise ConnectionInterrupted(connection=client) from error


@contextmanager
def hold(token: str) -> Iterator[None]:
    """Let one answer be made at one generation, without asking the cache for it again."""
    before = _held.set((_key(), token))
    try:
        yield
    finally:
        _held.reset(before)


def bump() -> None:
    """Let every cached answer of the active brand be forgotten, now."""
    _cache().set(_key(), new_token(9), SECONDS)


def bump_after_commit() -> None:
    """As `bump`, once the current transaction is committed; bound to the brand that is active here.

    A crash between commit and bump is mended by the job that reacts to the event of the change.
    """
    key = _key()
    transaction.on_commit(lambda: _cache().set(key, new_token(9), SECONDS), robust=True)


def _raw() -> Any:
    """Both aliases of the cache are one server, so one connection reaches the keys of both."""
    return cache.client.get_client(write=True)  # type: ignore[attr-defined]  # django-redis


def _cache() -> BaseCache:
    return caches["platform"]


def _key() -> str:
    return f"generation:{connection.schema_name}"

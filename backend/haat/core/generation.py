"""The generation of a brand's public answers: a random token that changes when what people see changes.

A counter would come back to old values after a restart of the cache; a random token never does (docs/adr/0015).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.cache import caches
from django.db import transaction

from haat.core.db import connection
from haat.core.ids import new_token

if TYPE_CHECKING:
    from django.core.cache.backends.base import BaseCache

SECONDS = 30 * 24 * 3600


def current() -> str:
    """The token of the active brand; a lost one is made anew, which only costs a few cached answers."""
    token = _cache().get(_key())
    if token is None:
        _cache().add(_key(), new_token(9), SECONDS)
        token = _cache().get(_key())
    return str(token)


def bump() -> None:
    """Let every cached answer of the active brand be forgotten, now."""
    _cache().set(_key(), new_token(9), SECONDS)


def bump_after_commit() -> None:
    """As `bump`, once the current transaction is committed; bound to the brand that is active here.

    A crash between commit and bump is mended by the job that reacts to the event of the change.
    """
    key = _key()
    transaction.on_commit(lambda: _cache().set(key, new_token(9), SECONDS), robust=True)


def _cache() -> BaseCache:
    return caches["platform"]


def _key() -> str:
    return f"generation:{connection.schema_name}"

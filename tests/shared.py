"""Rows that the tests of a module share: made once in a transaction, in which each test is a savepoint."""

from __future__ import annotations

import copy
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction

from haat.core import context
from haat.tenancy import hosts

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest


@contextmanager
def standing(blocker: Any) -> Iterator[None]:
    """What is written inside stands until the module ends; what a test writes is taken back with its savepoint.

    For a fixture with the scope of a module all of whose tests with a database want it: from its first use on every
    test of the module sees the rows. Hand out copies of the objects (`copy.deepcopy`): a test may change them.
    """
    with blocker.unblock(), transaction.atomic(), context.use(context.Context("shared", context.SYSTEM)):
        connection.set_schema_to_public()
        yield
        connection.set_schema_to_public()
        transaction.set_rollback(True)
    hosts.forget()


def borrowed(request: pytest.FixtureRequest, wanted: str, stage: str, name: str) -> Any:
    """A copy of one of those who stand on the stage, for a test that wants what stands there; None for another."""
    return copy.deepcopy(getattr(request.getfixturevalue(stage), name)) if wanted in request.fixturenames else None

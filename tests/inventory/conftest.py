"""Races need committed rows that several connections see; they are removed afterwards by the owner."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection

from haat.core import clock
from haat.tenancy.context import brand_scope
from haat.tenancy.queries import brand_by_slug
from tests.committed import empty

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from haat.tenancy.models import Brand


@pytest.fixture
def in_aster(aster: Brand) -> Iterator[None]:
    with brand_scope(aster):
        yield


@pytest.fixture
def at() -> datetime:
    return clock.now()


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: Any, owner_url: str) -> Iterator[Brand]:
    """The brand aster outside a test's transaction."""
    with django_db_blocker.unblock():
        brand = brand_by_slug("aster")
        yield brand
        connection.close()
    empty(owner_url, brand)


@pytest.fixture
def race(committed: Brand) -> Callable[..., list[Any]]:
    """Run functions at the same moment, each with a connection of its own; returns results or exceptions."""

    def run(*works: Callable[[], Any]) -> list[Any]:
        results: list[Any] = [None] * len(works)
        barrier = threading.Barrier(len(works))

        def one(index: int) -> None:
            try:
                with brand_scope(committed):
                    barrier.wait()
                    results[index] = works[index]()
            except Exception as error:
                results[index] = error
            finally:
                connection.close()

        threads = [threading.Thread(target=one, args=(index,)) for index in range(len(works))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return results

    return run

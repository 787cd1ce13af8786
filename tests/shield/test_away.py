"""A database that is away for a moment: programs and people are told when to ask again, and nobody sees a fault."""

from __future__ import annotations

import logging
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
from django.core.cache import cache
from django.db import OperationalError
from django.test import Client

from tests.support import host_of

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize("path", ["/api/v1/customer/products", "/c/anything"])
@pytest.mark.parametrize(("fault", "status"), [(OperationalError("gone"), 503), (RuntimeError("ours"), 500)])
def test_it_is_told_apart_from_a_fault(aster: Any, monkeypatch: Any, path: str, fault: Exception, status: int) -> None:
    cache.clear()

    def away(*_: Any, **__: Any) -> None:
        raise fault

    monkeypatch.setattr(import_module("haat.search.queries.find"), "page_of", away)
    monkeypatch.setattr(import_module("haat.search.queries.categories"), "frame", away)
    answer = Client(HTTP_HOST=host_of("customer", aster), raise_request_exception=False).get(path)
    assert answer.status_code == status
    assert ("Retry-After" in answer.headers) is (status == 503)

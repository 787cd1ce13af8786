"""Races over promotions: committed rows that several connections see, removed afterwards by the owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection

from haat.tenancy.queries import brand_by_slug
from tests.committed import empty
from tests.inventory.conftest import race  # noqa: F401 - a fixture of the same kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from haat.tenancy.models import Brand


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: Any, owner_url: str) -> Iterator[Brand]:
    """The brand aster outside a test's transaction."""
    with django_db_blocker.unblock():
        brand = brand_by_slug("aster")
        yield brand
        connection.close()
    empty(owner_url, brand)

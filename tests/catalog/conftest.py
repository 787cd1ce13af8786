"""Desks of the two rivals, the brand's staff, and a tree of categories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from haat.tenancy.context import brand_scope
from tests.goods import make_category
from tests.support import Api

if TYPE_CHECKING:
    from haat.tenancy.models import Brand


@pytest.fixture
def desk(aster: Brand, ravi: Any) -> Api:
    with brand_scope(aster):
        make_category("tumblers")
    return Api("seller", aster, ravi.user)


@pytest.fixture
def rival(aster: Brand, meera: Any) -> Api:
    return Api("seller", aster, meera.user)


@pytest.fixture
def staff(aster: Brand, nia: Any) -> Api:
    return Api("admin", aster, nia.user)


@pytest.fixture
def neighbour(birch: Brand, nia: Any) -> Api:
    """The same person at the other brand, where she is nobody."""
    return Api("admin", birch, nia.user)


@pytest.fixture
def visitor(aster: Brand) -> Api:
    return Api("customer", aster)

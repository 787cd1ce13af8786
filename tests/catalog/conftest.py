"""Desks of the two rivals, the brand's staff, a tree of categories, a draft, and files that are gone after the test."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from haat.tenancy.context import brand_scope
from tests.goods import make_category
from tests.support import Api

if TYPE_CHECKING:
    from haat.tenancy.models import Brand


@pytest.fixture
def stored(settings: Any, tmp_path: Path) -> Path:
    """The folder of all brands' files; `media` is served, `private` is not."""
    settings.MEDIA_ROOT, settings.HAAT_PRIVATE_ROOT = str(tmp_path / "media"), str(tmp_path / "private")
    return tmp_path


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
def draft(desk: Api) -> dict[str, Any]:
    product: dict[str, Any] = desk.post("products", {"title": "Ribbed tumbler", "sku": "RT-1"})["data"]
    return product


def files_of(folder: Path) -> list[str]:
    """Names below a folder, without the folder of the brand."""
    found = (path.relative_to(folder).parts for path in sorted(folder.rglob("*")) if path.is_file())
    return ["/".join(parts[1:]) for parts in found]


@pytest.fixture
def neighbour(birch: Brand, nia: Any) -> Api:
    """The same person at the other brand, where she is nobody."""
    return Api("admin", birch, nia.user)


@pytest.fixture
def visitor(aster: Brand) -> Api:
    return Api("customer", aster)

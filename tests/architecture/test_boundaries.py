"""Apps meet at their public modules only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.architecture import boundaries

if TYPE_CHECKING:
    from pathlib import Path

APPS = [
    "core.ids",
    "orders.models",
    "orders.services",
    "orders.api.seller",
    "orders.api.admin",
    "orders.api.shapes",
    "tenancy.context",
]
PLANTED = [
    ("checkout.services", "from {0}.orders.models import Order"),
    ("checkout.services", "import {0}.orders"),
    ("checkout.services", "def late():\n    from {0}.orders.models import Order"),
    ("checkout.api.seller", "from {0}.orders.api import admin"),
    ("checkout.services", "from {0}.orders.api import shapes"),
]
FINE = [
    ("checkout.services", "from {0}.orders import services"),
    ("checkout.services", "from {0}.core import ids"),
    ("checkout.services", "from {0}.tenancy.context import brand_scope"),
    (
        "checkout.services",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from {0}.orders.models import Order",
    ),
    ("checkout.api.seller", "from {0}.orders.api import seller"),
    ("checkout.api.seller", "from {0}.orders.api import shapes"),
    ("wiring", "from {0}.orders import models"),
    ("orders.queries", "from {0}.orders.models import Order"),
]


def test_apps_meet_only_at_their_public_modules() -> None:
    complaints = list(boundaries.trespasses())
    assert not complaints, "\n".join(complaints)


def test_every_declared_door_is_used() -> None:
    assert not boundaries.unused_doors()


@pytest.mark.parametrize(("module", "text"), PLANTED)
def test_a_planted_trespass_is_found(tree: _Tree, module: str, text: str) -> None:
    assert len(list(boundaries.trespasses(tree.plant(module, text)))) == 1


@pytest.mark.parametrize(("module", "text"), FINE)
def test_what_is_allowed_is_not_complained_about(tree: _Tree, module: str, text: str) -> None:
    assert not list(boundaries.trespasses(tree.plant(module, text)))


class _Tree:
    """A small package of apps, under a name of its own so that every test reads it anew."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder, self.name = folder, name
        for module in APPS:
            self._write(module, "")

    def plant(self, module: str, text: str) -> str:
        self._write(module, text.format(self.name))
        return self.name

    def _write(self, module: str, text: str) -> None:
        file = self.folder.joinpath(self.name, *module.split(".")).with_suffix(".py")
        file.parent.mkdir(parents=True, exist_ok=True)
        for parent in file.parents:
            if parent == self.folder:
                break
            (parent / "__init__.py").touch()
        file.write_text(text)


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> _Tree:
    monkeypatch.syspath_prepend(str(tmp_path))
    return _Tree(tmp_path, f"planted_{abs(hash(tmp_path)):x}")

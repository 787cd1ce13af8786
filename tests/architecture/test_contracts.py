"""The import contracts of pyproject.toml hold, and each was seen to break on a planted fault."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
PLANTED = {
    "domain-order": ("backend/haat/catalog/queries/planted.py", "import haat.orders.services"),
    "app-anatomy": ("backend/haat/cart/models.py", "import haat.cart.services"),
    "customer-apart": ("backend/haat/cart/api/customer.py", "import haat.orders.api.seller"),
    "seller-apart": ("backend/haat/fulfilment/api/seller.py", "import haat.orders.api.admin"),
    "admin-apart": ("backend/haat/checkout/api/admin.py", "import haat.tenancy.api.platform"),
    "platform-apart": ("backend/haat/verification/api/platform.py", "import haat.ledger.api.admin"),
    "http-stays-in-api": ("backend/haat/audit/queries.py", "import rest_framework"),
    "storefront-over-http": ("portals/customer/views/home.py", "import haat.catalog.queries"),
}


def _lint(root: Path) -> str:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=root,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(root / "backend"), str(root)])},
        capture_output=True,
        text=True,
        check=False,
    )
    return " ".join((done.stdout + done.stderr).split())


def _broken(output: str) -> set[str]:
    return {contract["id"] for contract in CONTRACTS if f"{contract['name']} BROKEN" in output}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The Python of ours, to plant faults in."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for name in ("backend/haat", "portals/customer"):
        skipped = shutil.ignore_patterns("__pycache__", "node_modules", "dist", "static", "templates", "src")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=skipped)
    return tmp_path


def test_every_contract_holds() -> None:
    output = _lint(ROOT)
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in output, output


def test_each_contract_breaks_on_a_planted_fault(copy: Path) -> None:
    assert set(PLANTED) == {contract["id"] for contract in CONTRACTS}
    for name, text in PLANTED.values():
        file = copy / name
        before = file.read_text() if file.exists() else ""
        file.write_text(f"{before}\n{text}\n")
    output = _lint(copy)
    assert _broken(output) == set(PLANTED), output


def test_an_app_that_nobody_placed_is_refused(copy: Path) -> None:
    (copy / "backend/haat/planted").mkdir()
    (copy / "backend/haat/planted/__init__.py").touch()
    output = _lint(copy)
    assert "haat.planted" in output
    assert "0 broken" not in output

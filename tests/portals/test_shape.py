"""Small files, a clean lock, and bundles that stay within their budgets."""

from __future__ import annotations

import gzip
import json
import statistics
from typing import TYPE_CHECKING, Any

import pytest

from tests.portals.sources import PORTALS, long_files, sources, written

if TYPE_CHECKING:
    from pathlib import Path

LINES_MAX = 300
LINES_MEDIAN = 60
SHELL_BYTES = 175_000  # gzipped: the first page, before any route
CHUNK_BYTES = 66_000


def test_files_are_small() -> None:
    assert long_files(written(), LINES_MAX) == []
    assert statistics.median(len(file.read_text(encoding="utf-8").splitlines()) for file in sources()) <= LINES_MEDIAN


@pytest.mark.parametrize(
    "name", ["kit/src/select.tsx", "customer/src/styles/after.css", "customer/templates/page.html"]
)
def test_a_long_file_is_found(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.parent.mkdir(parents=True)
    file.write_text("a\n" * LINES_MAX, encoding="utf-8")
    assert long_files(written(tmp_path), LINES_MAX) == []
    file.write_text("a\n" * (LINES_MAX + 1), encoding="utf-8")
    assert long_files(written(tmp_path), LINES_MAX) == [f"{file.name} has 301 lines; 300 is the limit"]


def test_the_lock_has_hashes_and_no_addresses() -> None:
    text = (PORTALS / "package-lock.json").read_text(encoding="utf-8")
    packages: dict[str, Any] = json.loads(text)["packages"]
    assert "://" not in "".join(str(package.get("resolved", "")) for package in packages.values())
    outside = [name for name, package in packages.items() if "node_modules/" in name and not package.get("link")]
    assert not [name for name in outside if "integrity" not in packages[name]]


@pytest.mark.parametrize("portal", ["seller", "admin"])
def test_bundles_stay_within_their_budgets(portal: str) -> None:
    dist = PORTALS / portal / "dist"
    if not (dist / "manifest.json").exists():
        pytest.skip("the portals are not built: run `npm run build` in portals/")
    manifest: dict[str, Any] = json.loads((dist / "manifest.json").read_text(encoding="utf-8"))
    sizes = {
        key: len(gzip.compress((dist / chunk["file"]).read_bytes()))
        for key, chunk in manifest.items()
        if chunk["file"].endswith(".js")
    }
    shell = _with_imports(manifest, "src/main.tsx")
    assert sum(sizes[key] for key in shell) <= SHELL_BYTES
    assert not [f"{key}: {size}" for key, size in sizes.items() if key not in shell and size > CHUNK_BYTES]


def _with_imports(manifest: dict[str, Any], key: str) -> set[str]:
    """A chunk and everything the browser must fetch before it runs."""
    found = {key}
    for name in manifest[key].get("imports", []):
        found |= _with_imports(manifest, name)
    return found

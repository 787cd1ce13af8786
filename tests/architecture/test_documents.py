"""What the documents name is there, and what must be explained is."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from haat.ledger.chart import CHART
from haat.manifests.brand_toml import BRAND_TOML
from haat.manifests.catalogue_csv import COLUMNS
from haat.manifests.shape import Rows, Table, Value
from tests.architecture.sources import ROOT, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from haat.manifests.shape import Part

DOCUMENTS = [ROOT / "README.md", ROOT / "STYLE.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
PATH = re.compile(r"`((?:backend|docs|infra|portals|tests|tenants)/[^`\s<*…]+)`")
OPTIONAL = {"tenants/platform.toml"}  # explained as a file that may be missing
BRAND_GUIDE = ROOT / "docs/guides/how-to-add-a-brand.md"


def dead_ends(document: Path, text: str) -> Iterator[str]:
    """Links and paths that lead nowhere; headings are checked, addresses of other hosts are not."""
    for target in LINK.findall(text):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, heading = target.partition("#")
        file = document.parent / name if name else document
        if not file.exists():
            yield f"{document.name} links to {target}, which is not there"
        elif heading and heading not in _headings(file.read_text(encoding="utf-8")):
            yield f"{document.name} links to the heading {target}, which is not there"
    for name in PATH.findall(text):
        if name not in OPTIONAL and not (ROOT / name).exists():
            yield f"{document.name} names {name}, which is not there"


def _headings(text: str) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}


def _keys(part: Part) -> set[str]:
    """Every name that may stand in a manifest."""
    if isinstance(part, Rows):
        return _keys(part.row)
    if isinstance(part, Table):
        return set(part.parts).union(*(_keys(inner) for inner in part.parts.values()))
    return set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.relative_to(ROOT).as_posix())
def test_nothing_leads_nowhere(document: Path) -> None:
    assert not list(dead_ends(document, document.read_text(encoding="utf-8")))


def test_planted_dead_ends_are_found() -> None:
    text = (
        "[a](docs/none.md) [b](#none) [c](https://example.com) `backend/none.py` `tenants/<slug>/x` [d](STYLE.md#shape)"
    )
    assert len(list(dead_ends(ROOT / "README.md", text))) == 3


def test_every_decision_is_in_the_index_and_half_a_page() -> None:
    index = (ROOT / "docs/README.md").read_text(encoding="utf-8")
    for file in (ROOT / "docs/adr").glob("*.md"):
        text = file.read_text(encoding="utf-8")
        assert f"(adr/{file.name})" in index, file.name
        assert all(f"**{part}.**" in text for part in ("Context", "Decision", "Given up")), file.name
        assert len(text.split()) < 300, file.name


def test_code_names_only_decisions_that_are_there() -> None:
    known = {file.name[:4] for file in (ROOT / "docs/adr").glob("*.md")}
    named = {number for source in read() for number in re.findall(r"docs/adr/(\d{4})", source.text)}
    assert named
    assert named <= known, named - known


def test_the_guide_explains_every_key_of_a_manifest() -> None:
    guide = BRAND_GUIDE.read_text(encoding="utf-8")
    keys = _keys(BRAND_TOML)
    assert len(keys) > 60
    assert isinstance(BRAND_TOML.parts["brand"], Table)
    assert isinstance(BRAND_TOML.parts["brand"].parts["slug"], Value)
    missing = {key for key in keys if not re.search(rf"\b{key}\b", guide)}
    assert not missing, missing
    assert not {column for column in COLUMNS if not re.search(rf"\b{column}\b", guide)}


def test_the_architecture_names_every_account_that_is_booked() -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    booking = "".join(source.text for source in read() if "from haat.ledger" in source.text)
    booked = {code for code in CHART if f'"{code}"' in booking}
    assert len(booked) > 8
    missing = {code for code in booked if not re.search(rf"\b{code}\b", text)}
    assert not missing, missing


def test_the_readme_names_logins_that_are_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    known = {"om@haat.example"}
    for file in (ROOT / "tenants").glob("*/brand.toml"):
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        known |= {f"customer@{data['brand']['slug']}.example"}
        known |= {one["email"] for one in data["staff"]} | {one["owner"]["email"] for one in data["sellers"]}
    named = set(re.findall(r"[\w.]+@[\w.]+\.example", readme))
    assert len(named) > 5
    assert named <= known, named - known

"""A brand's folder as a whole: every file read, every reference followed, before anything is written."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from haat.manifests.brand_toml import BRAND_TOML
from haat.manifests.catalogue_csv import Row, read_rows
from haat.manifests.pages_md import read_pages
from haat.manifests.problems import Problem, Refused
from haat.manifests.references import follow
from haat.manifests.toml_file import TomlFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from haat.content.services import PageSpec

FORM = "3"  # of what applying writes; a new one applies every manifest again


@dataclass(frozen=True, slots=True)
class Manifest:
    folder: Path
    data: dict[str, Any]
    rows: Sequence[Row]
    pages: Sequence[PageSpec]
    fingerprint: str

    @property
    def slug(self) -> str:
        return str(self.data["brand"]["slug"])

    @property
    def files(self) -> list[Path]:
        """Pictures and fonts of the theme, to be served."""
        return sorted(file for file in (self.folder / "theme").rglob("*") if file.is_file())


def read_all(folders: Iterable[Path]) -> list[Manifest]:
    """Every folder's manifest. Raises Refused with the problems of all of them; then none may be applied."""
    problems: list[Problem] = []
    manifests = []
    for folder in folders:
        try:
            manifests.append(read(folder))
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(problems)
    return manifests


def read(folder: Path) -> Manifest:
    """Raises Refused naming every file, line and field that is wrong."""
    toml = TomlFile(folder / "brand.toml", BRAND_TOML)
    rows = read_rows(folder / "catalogue.csv", toml.problems)
    pages = read_pages(folder / "pages", toml.problems)
    if not toml.problems:
        follow(folder, toml, rows, {page.slug for page in pages})
    if toml.problems:
        raise Refused(toml.problems)
    return Manifest(folder, toml.data, rows, pages, _fingerprint(folder))


def _fingerprint(folder: Path) -> str:
    digest = hashlib.sha256(FORM.encode())
    for file in sorted(one for one in folder.rglob("*") if one.is_file()):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        digest.update(f"{file.relative_to(folder).as_posix()} {content}\n".encode())
    return digest.hexdigest()

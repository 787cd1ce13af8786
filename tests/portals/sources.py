"""What the portals are written in, as files and as imports."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

PORTALS = Path(__file__).resolve().parents[2] / "portals"
STAFF = ("kit", "seller", "admin")
WRITTEN = {".ts", ".tsx", ".css", ".html", ".mjs"}
IMPORT = re.compile(r"""(?:\bfrom\s+|\bimport\s*\(?\s*)["']([^"']+)["']""")


def sources(root: Path = PORTALS) -> list[Path]:
    """Written by people: no generated clients."""
    found = [file for name in STAFF for file in (root / name / "src").rglob("*.ts*")]
    return sorted(file for file in found if not file.name.endswith(".gen.ts"))


def written(root: Path = PORTALS) -> list[Path]:
    """Everything that people write for a browser: scripts, styles and templates, those of the shop too."""
    found = [file for portal in (*STAFF, "customer") for file in (root / portal).rglob("*") if file.suffix in WRITTEN]
    return sorted(file for file in found if "dist" not in file.parts and not file.name.endswith(".gen.ts"))


def long_files(files: Iterable[Path], most: int) -> list[str]:
    lines = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in files}
    return [f"{file.name} has {count} lines; {most} is the limit" for file, count in lines.items() if count > most]


def place(file: Path, root: Path = PORTALS) -> tuple[str, str, str]:
    """A file's portal, its layer and, for features, which one: ("seller", "features", "orders")."""
    portal, _, *rest = file.relative_to(root).parts
    layer = rest[0] if len(rest) > 1 else ""
    return portal, layer, rest[1] if layer == "features" and len(rest) > 2 else ""


def imports(file: Path, root: Path = PORTALS) -> list[tuple[str, str, str]]:
    """Where a file's own imports lead; packages of others are left out."""
    portal = place(file, root)[0]
    found = []
    for name in IMPORT.findall(file.read_text(encoding="utf-8")):
        if name.startswith("@kit/"):
            target = root / "kit" / "src" / name.removeprefix("@kit/")
        elif name.startswith("@/"):
            target = root / portal / "src" / name.removeprefix("@/")
        elif name.startswith("."):
            target = (file.parent / name).resolve()
        else:
            continue
        if target.is_relative_to(root):
            found.append(place(target, root) if target.relative_to(root).parts[1:2] == ("src",) else ("", "", ""))
    return found

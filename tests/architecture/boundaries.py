"""Where two apps may meet, read from the graph of imports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import grimp

if TYPE_CHECKING:
    from collections.abc import Iterator

PUBLIC = {"services", "queries", "types"}
COMPOSITION = {"apps", "management", "manifests", "urls", "wiring"}  # put apps together, belong to none
KERNEL = "core"
DOORS = {
    "tenancy.context": "entering a brand and stepping out of it",
    "tenancy.hosts": "addresses of the portals",
    "tenancy.media": "files of brands that are served",
    "tenancy.private": "files that are nobody's but one person's or the brand's staff's",
    "identity.identifiers": "reading what people type to say who they are",
    "ledger.chart": "the names of the accounts",
}  # further modules that others may import, each with what it is for
ROLES = {"customer", "seller", "admin", "platform"}


def meetings(package: str = "haat") -> set[tuple[str, str]]:
    """Importer and imported, app-relative, wherever one app imports another. Type hints do not count."""
    graph = grimp.build_graph(package, exclude_type_checking_imports=True, cache_dir=None)
    pairs = (
        (_within(importer), _within(imported))
        for importer in graph.modules
        for imported in graph.find_modules_directly_imported_by(importer)
    )
    return {(a, b) for a, b in pairs if _app(a) != _app(b) and not {_app(a), _app(b)} & (COMPOSITION | {KERNEL, ""})}


def trespasses(package: str = "haat") -> Iterator[str]:
    for importer, imported in sorted(meetings(package)):
        if not _is_public(imported) and not _is_same_role(importer, imported):
            yield f"{importer} imports {imported}: other apps meet it at services, queries or types"


def unused_doors(package: str = "haat") -> set[str]:
    return set(DOORS) - {".".join(imported.split(".")[:2]) for _, imported in meetings(package)}


def _is_public(module: str) -> bool:
    parts = module.split(".")
    return parts[1:2] != [] and (parts[1] in PUBLIC or ".".join(parts[:2]) in DOORS)


def _is_same_role(importer: str, imported: str) -> bool:
    """An endpoint may build on one of the same role, or on the shapes that an app shows to several roles."""
    a, b = importer.split("."), imported.split(".")
    if len(a) < 3 or len(b) < 3 or a[1] != "api" or b[1] != "api":
        return False
    return b[2] == "shapes" or (a[2] == b[2] and a[2] in ROLES)


def _within(module: str) -> str:
    return module.partition(".")[2]


def _app(module: str) -> str:
    return module.partition(".")[0]

"""The Python that the rules of shape speak about, read once."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("backend", "infra", "portals")
SKIPPED = {"migrations", "node_modules", "dist", "__pycache__"}


@dataclass(frozen=True)
class Source:
    """One file; `name` is its path from the repository's root, with `/`."""

    name: str
    text: str

    @property
    def parts(self) -> list[str]:
        return self.name.split("/")

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    def nodes(self, *kinds: type[ast.AST]) -> Iterator[Any]:
        return (node for node in ast.walk(self.tree) if isinstance(node, kinds))


@lru_cache(maxsize=1)
def read(root: Path = ROOT) -> list[Source]:
    """Every Python file of ours below the folders; packages' empty `__init__.py` say nothing and are left out."""
    found = [
        path
        for folder in FOLDERS
        for path in sorted((root / folder).rglob("*.py"))
        if not SKIPPED & set(path.relative_to(root).parts)
    ]
    sources = [Source(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")) for path in found]
    return [source for source in sources if source.text]

"""Guessing columns by their names."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

FILE = Path(__file__).with_name("synonyms.txt")
SIGNS = re.compile(r"[\W_]+")
PAIRED = re.compile(r"^(option|spec|specification)\s*:\s*(.+)$", re.IGNORECASE)


def guess(header: Sequence[str]) -> list[str]:
    """Our name for each column, or "" where none is known. A name of ours is given once: the first column has it."""
    taken: set[str] = set()
    found = []
    for name in header:
        code = _meaning(name)
        if code in taken:
            code = ""
        taken.add(code)
        found.append(code)
    return found


def known(header: Sequence[str]) -> int:
    """How many of these names mean something."""
    return sum(1 for name in header if name and _meaning(name))


def fingerprint(header: Sequence[str]) -> str:
    """The same for two files with the same columns in the same order, whatever their case."""
    return hashlib.sha256(json.dumps([_bare(name) for name in header]).encode()).hexdigest()


def _meaning(name: str) -> str:
    if paired := PAIRED.match(name.strip()):
        kind = "option" if paired[1].lower() == "option" else "spec"
        return f"{kind}:{paired[2].strip()[:60]}"
    return _synonyms().get(_bare(name), "")


def _bare(name: str) -> str:
    return SIGNS.sub("", name.casefold())


@cache
def _synonyms() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, names = line.split(": ", 1)
            found |= {_bare(name): code for name in names.split("|")}
            found.setdefault(_bare(code), code)
    return found

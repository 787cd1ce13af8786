"""Every address a screen asks is an endpoint of that portal's own role."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from tests.portals.sources import PORTALS, sources

API = Path(__file__).resolve().parents[2] / "docs" / "api"
ROLES = {"seller": ("seller",), "admin": ("admin", "platform")}
ASKED = re.compile(r"""["'`]((?:seller|admin|platform)/[^"'`\s]*)["'`]""")  # after the gaps are written as `*`
GAP = re.compile(r"\$?\{[^{}]*\}")


@cache
def endpoints(portal: str) -> set[str]:
    """Paths of the roles' documents with every parameter written as `*`."""
    found = set()
    for role in ROLES[portal]:
        document = json.loads((API / f"{role}.json").read_text(encoding="utf-8"))
        found |= {GAP.sub("*", path.removeprefix("/api/v1/")) for path in document["paths"]}
    return found


@cache
def asked(portal: str) -> dict[str, str]:
    files = [file for file in sources() if file.is_relative_to(PORTALS / portal) and ".test." not in file.name]
    return {path: file.name for file in files for path in ASKED.findall(GAP.sub("*", file.read_text(encoding="utf-8")))}


def test_screens_ask_only_what_their_role_offers() -> None:
    wrong = [
        f"{portal}: {file} asks {path}"
        for portal in ROLES
        for path, file in asked(portal).items()
        if path not in endpoints(portal) and not _several(path, endpoints(portal))
    ]
    assert not wrong


def _several(path: str, known: set[str]) -> bool:
    """A last part chosen at run time (`sellers/*/*`) stands for endpoints that differ only there."""
    pattern = re.compile(re.escape(path).replace(r"\*", "[^/]+"))
    return any(pattern.fullmatch(endpoint) for endpoint in known)


def test_the_portals_ask_for_most_of_what_is_offered() -> None:
    """Guards the test above against a pattern that finds nothing."""
    assert len(asked("seller")) > 15
    assert len(asked("admin")) > 20

"""The role APIs as their own people read them: every GET of the table, with every list's first hundred rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.isolation import policy, variants
from tests.isolation.crawl.sight import Sight, sight
from tests.support import Api

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.isolation.policy import Line
    from tests.isolation.world import Side

READERS = {"customer": ("asha", "ben"), "seller": ("ravi", "meera", "tara"), "admin": ("nia",)}
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
QUERIES = ({}, {"limit": "100"})


def read(side: Side) -> Iterator[Sight]:
    """Nothing is refused for want of the right words: a search asks for the brand's own."""
    slug = str(side.brand.slug)
    for portal, parties in READERS.items():
        for party in parties:
            reader = Api(portal, side.brand, side.people[party])
            for line in policy.lines():
                if line.portal == portal and line.method == "GET" and line.path.startswith("api/") and not line.brief:
                    path = _path(line, side, party)
                    reader.get(path, **(line.body or {}))
                    answer = reader.response
                    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
                    yield sight("role APIs", f"{path} as {party} ({reader.status})", slug, body)


def _path(line: Line, side: Side, party: str) -> str:
    def named(found: re.Match[str]) -> str:
        kind = line.names[found[1]]
        owner = party if party in side.things.get(kind, {}) else variants.OWNERS[line.portal]
        return side.things.get(kind, {}).get(owner) or side.any_thing(kind)

    return "/" + PARAMETER.sub(named, line.path)

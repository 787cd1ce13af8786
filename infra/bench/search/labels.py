"""The labelled set: questions, and which listings answer them.

A pattern is matched against title, tree and brand of the listing, never against what search made of it; an id stands
for itself and for every listing of the same title, which no shopper could tell apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from infra.bench.words import Listing

FILE = Path(__file__).with_name("queries.tsv")
ID_SIGNS = 12


@dataclass(frozen=True, slots=True)
class Question:
    kind: str
    text: str
    wanted: frozenset[str]  # keys of listings


def questions(listings: Sequence[Listing], path: Path = FILE) -> list[Question]:
    """Raises ValueError for a line that no listing answers: the set and the file must belong together."""
    texts = {one.key: " | ".join([one.title, " >> ".join(one.tree), one.brand]).casefold() for one in listings}
    by_title: dict[str, set[str]] = defaultdict(set)
    for one in listings:
        by_title[one.title.casefold()].add(one.key)
    titles = {one.key[:ID_SIGNS]: one.title.casefold() for one in listings}
    found = []
    for line in path.read_text().splitlines():
        if not line or line.startswith("#"):
            continue
        kind, text, meant = line.split("\t")
        if meant.startswith("/"):
            pattern = re.compile(meant.strip("/"))
            wanted = {key for key, words in texts.items() if pattern.search(words)}
        else:
            wanted = {key for one in meant.split() if one in titles for key in by_title[titles[one]]}
        if not wanted:
            raise ValueError(f"No listing of this file answers “{text}” ({meant}).")
        found.append(Question(kind, text, frozenset(wanted)))
    return found

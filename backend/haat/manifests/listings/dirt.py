"""What is unclean in a file of listings, and what was read out of its words: counted, not guessed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from haat.catalog import queries as catalog
from haat.imports import queries as imports
from haat.imports.columns.places import names_of

if TYPE_CHECKING:
    from haat.imports.models import Import
    from haat.manifests.listings.mapping import Mapping

BATCH = 500
CUT_OFF = ("...", "…")


def dirt_of(row: Import, mapping: Mapping) -> Counter[str]:
    """How many rows of the file lack something or have something broken."""
    at = {name: row.header.index(column) for name, column in mapping.columns.items()}
    found: Counter[str] = Counter()
    for one in imports.all_rows(of=row, phase="check"):
        cells = {name: one.cells[place] for name, place in at.items()}
        tree = names_of(cells["tree"])
        found["without a price"] += not cells["price"] and not cells["mrp"]
        found["without a description"] += not cells["description"]
        found["without a brand"] += not cells["brand"]
        found["with a cut-off tree"] += any(name.endswith(CUT_OFF) for name in tree)
        found["with the product itself as its tree"] += len(tree) == 1
        found["with a title of more than 250 characters"] += len(cells["title"]) > 250
    return +found


def read_out(row: Import) -> tuple[Counter[str], Counter[str]]:
    """Of the goods of this file: what they lack, and which facts are known of them."""
    lacks: Counter[str] = Counter()
    facts: Counter[str] = Counter()
    for skus in imports.skus_of(of=row, batch=BATCH):
        for missing, pairs in catalog.standing(skus=skus):
            lacks.update(missing)
            facts.update({pair["name"] for pair in pairs})
    return lacks, facts

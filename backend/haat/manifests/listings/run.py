"""The import itself: batches of rows, each in a transaction of its own, with memory that does not grow."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.catalog import services as catalog
from haat.inventory import services as inventory
from haat.manifests.listings import reading
from haat.manifests.listings.source import lines
from haat.manifests.listings.tree import Tree
from haat.manifests.problems import Problem, Refused
from haat.sellers import queries as sellers_queries
from haat.tenancy.context import brand_scope

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path
    from uuid import UUID

    from haat.manifests.listings.mapping import Mapping
    from haat.manifests.listings.source import Line
    from haat.tenancy.models import Brand

    Refusal = Callable[["Line", str, str], None]

BATCH = 500


@dataclass(slots=True)
class Tally:
    """What became of the rows of a file."""

    read: int = 0
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    missing: dict[str, int] = field(default_factory=dict)  # of the rows that are in: what they lack, how often


def import_listings(
    *, brand: Brand, path: Path, mapping: Mapping, at: datetime, refuse: Refusal, progress: Callable[[Tally], None]
) -> Tally:
    """Bring a file of listings in as drafts; the same file again changes nothing.

    `refuse` is called for each row that cannot be read, with column and reason. Raises Refused when the file or
    the mapping as a whole does not fit; the batches before a damaged place stay.
    """
    tally = Tally()
    with brand_scope(brand):
        sellers = {seller.slug: seller.pk for seller in sellers_queries.active_sellers()}
        tree = Tree(mapping)
        _check_mapping(path, mapping, sellers, tree, brand)
        batches = _batches(lines(path, mapping))
        work = _Batch(brand, mapping, sellers, tree, tally, refuse)
        for batch in batches:
            with transaction.atomic():
                work.write(batch, at)
            progress(tally)
        counts = {name: getattr(tally, name) for name in ("read", "created", "changed", "unchanged", "refused")}
        audit.record("catalogue.imported", brand, after=counts | {"file": path.name})
    return tally


class _Batch:
    """What every batch of one import needs, and which rows came before."""

    def __init__(
        self, brand: Brand, mapping: Mapping, sellers: dict[str, UUID], tree: Tree, tally: Tally, refuse: Refusal
    ) -> None:
        self.currency, self.mapping, self.sellers, self.tree = brand.currency, mapping, sellers, tree
        self.tally, self.refuse = tally, refuse
        self.seen: set[int] = set()  # eight bytes a row, so that a key that comes twice is found

    def write(self, batch: list[Line], at: datetime) -> None:
        trees: list[tuple[Line, list[str]]] = []
        drafts: dict[str, tuple[Line, catalog.ProductRow]] = {}
        for line in batch:
            with self._refusing(line):
                trees.append((line, self._tree(line)))
        self.tree.prepare(names for _, names in trees)
        for line, names in trees:
            with self._refusing(line):
                draft = reading.draft_of(line, self.tree.category(names), self.sellers, self.mapping)
                drafts[draft.key] = (line, draft)
        self.tally.read += len(batch)
        self._save(drafts, at)

    def _save(self, drafts: dict[str, tuple[Line, catalog.ProductRow]], at: datetime) -> None:
        rows = [draft for _, draft in drafts.values()]
        written = catalog.write_goods(rows=rows, currency=self.currency, at=at)
        inventory.count_first(counts=written.counts, at=at)
        self.tally.created += len(written.created)
        self.tally.changed += len(written.changed)
        self.tally.unchanged += written.unchanged
        for key, reason in written.refused.items():
            self._refuse(drafts[key][0], "sku", reason)
        for name in (name for row in rows if row.key not in written.refused for name in row.missing):
            self.tally.missing[name] = self.tally.missing.get(name, 0) + 1

    def _tree(self, line: Line) -> list[str]:
        reading.check(line)
        key = hash(line.cells["key"])
        if key in self.seen:
            raise reading.Unreadable("key", "This row came before in the same file.")
        self.seen.add(key)
        return reading.tree_of(line, self.mapping.depth)

    @contextmanager
    def _refusing(self, line: Line) -> Iterator[None]:
        try:
            yield
        except reading.Unreadable as unreadable:
            self._refuse(line, unreadable.column, unreadable.reason)

    def _refuse(self, line: Line, column: str, reason: str) -> None:
        self.tally.refused += 1
        self.refuse(line, self.mapping.columns.get(column, column), reason)


def _check_mapping(path: Path, mapping: Mapping, sellers: dict[str, UUID], tree: Tree, brand: Brand) -> None:
    named = {*mapping.spread_over, *mapping.sellers.values()}
    problems = []
    if not sellers:
        problems.append(f"{brand.name} has no active seller who could offer these goods.")
    if sellers and (unknown := sorted(named - set(sellers))):
        problems.append(f"{brand.name} has no active seller {', '.join(unknown)}.")
    if unknown := tree.unknown():
        problems.append(f"{brand.name} has no category {', '.join(unknown)}.")
    if problems:
        raise Refused([Problem(path, 1, "mapping", sentence) for sentence in problems])


def _batches(rows: Iterator[Line]) -> Iterator[list[Line]]:
    while batch := list(islice(rows, BATCH)):
        yield batch

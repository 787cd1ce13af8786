"""Listings through the same door as everybody's sheets: sent, named by the mapping, checked, brought in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from haat.catalog import queries as catalog
from haat.core.errors import DomainError
from haat.imports import queries as imports
from haat.imports import services
from haat.manifests.listings.dirt import dirt_of, read_out
from haat.manifests.listings.unpacking import contents
from haat.manifests.problems import Problem, Refused
from haat.sellers import queries as sellers
from haat.tenancy.context import brand_scope

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from haat.imports.models import Import
    from haat.imports.queries import ResultRow
    from haat.manifests.listings.mapping import Mapping
    from haat.tenancy.models import Brand

TARGETS = {
    "key": "handle", "sku": "sku", "title": "title", "brand": "spec:Brand", "tree": "category", "mrp": "mrp", "price": "price",
    "description": "description",
}  # fmt: skip
AT_WORK = {"checking", "running"}


@dataclass(slots=True)
class Tally:
    """What became of the rows of a file, what was unclean in it, and what is known of its goods now."""

    read: int = 0
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    dirt: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    facts: Counter[str] = field(default_factory=Counter)


def import_listings(
    *, brand: Brand, path: Path, mapping: Mapping, at: datetime, refuse: Callable[[ResultRow], None],
    progress: Callable[[int], None],
) -> Tally:  # fmt: skip
    """Bring a file of listings in as drafts; the same file again changes nothing.

    `refuse` is called for each row that cannot be taken. Raises Refused when the file or the mapping as a whole does
    not fit; nothing is written then.
    """
    with brand_scope(brand):
        _check_mapping(path, mapping, brand)
        with contents(path) as (source, size):
            row = _sent(path, mapping, source, size, at)
        row = _done(row, "check", path, at, progress)
        if "run" in imports.actions_of(row):
            row = _done(row, "run", path, at, progress)
        counts = Counter(row.done or row.checked)
        for one in imports.all_rows(of=row, phase="run" if row.done else "check"):
            if one.outcome == "refused":
                refuse(one)
        lacks, facts = read_out(row)
        return Tally(
            row.rows, counts["create"], counts["change"], counts["unchanged"], counts["refused"], dirt_of(row, mapping), lacks, facts
        )  # fmt: skip


def _sent(path: Path, mapping: Mapping, source: Any, size: int, at: datetime) -> Import:
    try:
        row = services.begin(
            source=source, announced=size, name=path.name.removesuffix(".gz"), seller=None, user_id=None, at=at
        )
    except DomainError as refusal:
        raise Refused([Problem(path, int(refusal.details.get("line", 1)), "file", refusal.message)]) from None
    absent = [column for column in mapping.columns.values() if column not in row.header]
    if absent:
        sentence = f"These columns are missing: {', '.join(absent)}. The file has: {', '.join(row.header)[:300]}."
        raise Refused([Problem(path, 1, "header", sentence)])
    ours = {column: TARGETS[name] for name, column in mapping.columns.items()}
    return services.set_mapping(row=row, names=[ours.get(column, "") for column in row.header], options=mapping.options)


def _done(row: Import, verb: str, path: Path, at: datetime, progress: Callable[[int], None]) -> Import:
    services.move(row=row, verb=verb, at=at)
    while (row := imports.one(seller=None, import_id=row.pk)).status in AT_WORK:
        services.work(import_id=row.pk)
        progress(row.done_rows)
    if row.failure:
        raise Refused([Problem(path, 1, "file", row.failure)])
    return row


def _check_mapping(path: Path, mapping: Mapping, brand: Brand) -> None:
    active = {seller.slug for seller in sellers.active_sellers()}
    named = {*mapping.spread_over, *mapping.sellers.values()}
    problems = []
    if not active:
        problems.append(f"{brand.name} has no active seller who could offer these goods.")
    if active and (unknown := sorted(named - active)):
        problems.append(f"{brand.name} has no active seller {', '.join(unknown)}.")
    known = {category.slug for category in catalog.categories()}
    if unknown := sorted(set(mapping.categories.values()) - known):
        problems.append(f"{brand.name} has no category {', '.join(unknown)}.")
    if problems:
        raise Refused([Problem(path, 1, "mapping", sentence) for sentence in problems])
    if not mapping.spread_over:
        mapping.spread_over = sorted(active)

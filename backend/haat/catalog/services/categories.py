"""The tree of categories as a manifest or an import gives it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from haat.catalog.models import Category

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class CategorySpec:
    """`parent` is a slug; it must come earlier in the list, or be there already."""

    slug: str
    name: str
    parent: str = ""
    description: str = ""
    image: str = ""
    needs_month: bool = False


def put_categories(*, specs: Sequence[CategorySpec]) -> dict[str, Category]:
    """Bring these categories in line and return the whole tree by slug; others stay as they are."""
    with transaction.atomic():
        tree = {row.slug: row for row in Category.objects.all()}
        gone = {slug for slug, row in tree.items() if row.archived_at}
        for position, spec in enumerate(specs):
            row = tree.get(spec.slug) or Category(slug=spec.slug)
            parent = tree[spec.parent] if spec.parent else None
            row.archived_at = None
            wanted = (spec.name, parent and parent.pk, position, spec.description, spec.image, spec.needs_month)
            there = (row.name, row.parent_id, row.position, row.description, row.image, row.needs_month)
            if there != wanted or row._state.adding or spec.slug in gone:
                row.name, row.parent = spec.name, parent
                row.position, row.description, row.image, row.needs_month = wanted[2:]
                row.save()
            tree[spec.slug] = row
    return tree


def add_categories(*, specs: Sequence[CategorySpec]) -> dict[str, Category]:
    """Make those that are not there, in one statement, and return the whole tree by slug; what is there stays."""
    with transaction.atomic():
        tree = {row.slug: row for row in Category.objects.all()}
        made = []
        for spec in specs:
            if spec.slug not in tree:
                tree[spec.slug] = Category(
                    slug=spec.slug, name=spec.name, parent=tree[spec.parent] if spec.parent else None,
                    position=len(tree), description=spec.description,
                )  # fmt: skip
                made.append(tree[spec.slug])
        Category.objects.bulk_create(made)
    return tree

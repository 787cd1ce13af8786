"""Reads of the tree of categories."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count

from haat.catalog.models import Category, Product
from haat.core.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class CategoryPage:
    """A category with the way up and the way down."""

    category: Category
    breadcrumbs: list[Category]
    children: list[Category]


def categories() -> list[Category]:
    """The whole tree in its order, without what was archived; brands have some dozens of them."""
    return list(Category.objects.filter(archived_at=None).select_related("parent").order_by("position", "name"))


def category(*, slug: str) -> Category:
    """Raises NotFound."""
    found = Category.objects.select_related("parent").filter(slug=slug, archived_at=None).first()
    if found is None:
        raise NotFound(f"There is no category “{slug}”.")
    return found


def category_by_id(*, category_id: UUID) -> Category:
    """One of the tree. Raises NotFound."""
    found = Category.objects.select_related("parent").filter(pk=category_id, archived_at=None).first()
    if found is None:
        raise NotFound("There is no such category.")
    return found


def goods_by_category() -> dict[UUID, int]:
    """How many products are in each category itself, archived ones aside."""
    rows = Product.objects.exclude(status=Product.Status.ARCHIVED).exclude(category=None)
    return dict(rows.values_list("category").annotate(total=Count("pk")).order_by())


def category_page(*, slug: str) -> CategoryPage:
    """Raises NotFound."""
    found = category(slug=slug)
    children = found.children.select_related("parent").order_by("position", "name")
    return CategoryPage(found, breadcrumbs(found.pk), list(children))


def category_path(category_id: UUID | None) -> list[UUID]:
    """Ids from the root of the tree down to this category: what a rule for a category also covers."""
    return [row.pk for row in breadcrumbs(category_id)]


def category_paths(ids: Iterable[UUID | None]) -> dict[UUID | None, frozenset[UUID]]:
    """For each category itself and all above it, with one read of the tree."""
    parents = {row.pk: row.parent_id for row in categories()}

    def path(category_id: UUID | None) -> frozenset[UUID]:
        found: set[UUID] = set()
        while category_id in parents and category_id not in found:
            found.add(category_id)
            category_id = parents[category_id]
        return frozenset(found)

    return {one: path(one) for one in set(ids)}


def breadcrumbs(category_id: UUID | None) -> list[Category]:
    """The categories from the root down to this one."""
    rows = {row.pk: row for row in categories()}
    path: list[Category] = []
    row = rows.get(category_id) if category_id else None
    while row is not None and row not in path:
        path.insert(0, row)
        row = rows.get(row.parent_id) if row.parent_id else None
    return path

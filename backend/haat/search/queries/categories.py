"""Categories as customers see them: those with something in the shop, in themselves or below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.catalog import queries as catalog
from haat.catalog.queries import CategoryPage
from haat.search.frame import frame

if TYPE_CHECKING:
    from haat.catalog.models import Category


def shown_categories() -> list[Category]:
    """The tree without empty branches, such as those of an import that is still being worked on."""
    return frame().shown


def category(slug: str) -> Category:
    """Raises Moved, NotFound."""
    found = frame().by_slug.get(slug)
    if found is None:
        catalog.raise_not_found("category", slug, f"There is no category “{slug}”.")
    return frame().by_slug[slug]


def category_page(*, slug: str) -> CategoryPage:
    """Raises NotFound."""
    found = category(slug)
    return CategoryPage(found, trail(found), [row for row in shown_categories() if row.parent_id == found.pk])


def trail(category: Category | None) -> list[Category]:
    """From the root of the tree down to this category."""
    path: list[Category] = []
    row = category
    while row is not None and row not in path:
        path.insert(0, row)
        row = frame().by_id.get(str(row.parent_id)) if row.parent_id else None
    return path

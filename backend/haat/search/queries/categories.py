"""Categories as customers see them: those with something in the shop, in themselves or below."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.db.models import F, Func

from haat.catalog import queries as catalog
from haat.search.models import Document

if TYPE_CHECKING:
    from haat.catalog.models import Category
    from haat.catalog.queries import CategoryPage


def shown_categories() -> list[Category]:
    """The tree without empty branches, such as those of an import that is still being worked on."""
    members = Document.objects.annotate(member=Func(F("categories"), function="unnest"))
    filled = set(members.values_list("member", flat=True).distinct())
    return [row for row in catalog.categories() if row.pk in filled]


def category_page(*, slug: str) -> CategoryPage:
    """Raises NotFound."""
    page = catalog.category_page(slug=slug)
    shown = {row.pk for row in shown_categories()}
    return replace(page, children=[child for child in page.children if child.pk in shown])

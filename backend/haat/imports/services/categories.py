"""Categories that a file names: told to its person when there is none, or made where staff asked for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.catalog import services as catalog
from haat.imports.columns.places import Places, names_of, slugs_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from haat.catalog.services import Fate
    from haat.imports.models import Import, Row
    from haat.imports.services.setting import Setting

UNKNOWN_MAX = 200  # different ones that are kept


def note_unknown(row: Import, rows: Sequence[Row], fates: Mapping[int, Fate], setting: Setting) -> None:
    """How often each unknown category comes, for the screen that asks which it is."""
    for one in rows:
        if fates[one.number].verb == "refused" and fates[one.number].column == "category":
            cell = setting.cell(one, "category")[:200]
            if cell in row.unknown or len(row.unknown) < UNKNOWN_MAX:
                row.unknown[cell] = row.unknown.get(cell, 0) + 1


def make_categories(rows: Sequence[Row], setting: Setting) -> None:
    """Make what the rows' paths need, where the file's options say so."""
    if not setting.options.get("make_categories"):
        return
    specs: dict[str, catalog.CategorySpec] = {}
    for cell in {setting.reader.category_of(setting.reader.given(row.cells)) for row in rows}:
        if cell and setting.places.find(cell) is None and not setting.places.is_told(cell):
            for slug, name, parent in slugs_of(names_of(cell)):
                specs[slug] = catalog.CategorySpec(slug=slug, name=name, parent=parent)
    if specs:
        tree = catalog.add_categories(specs=list(specs.values()))
        setting.reader.places = setting.places = Places(tree.values(), setting.options.get("categories", {}))

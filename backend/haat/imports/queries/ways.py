"""Categories with the way down to them, as people find them in a list."""

from __future__ import annotations

from haat.catalog import queries as catalog


def category_ways() -> list[dict[str, str]]:
    """By their ways: “Home > Kitchen > Bowls”."""
    rows = {row.pk: row for row in catalog.categories()}
    found = []
    for row in rows.values():
        names, at = [row.name], row.parent_id
        while at in rows and len(names) < 12:
            names.insert(0, rows[at].name)
            at = rows[at].parent_id
        found.append({"slug": str(row.slug), "way": " > ".join(names)})
    return sorted(found, key=lambda one: one["way"])

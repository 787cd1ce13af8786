"""What documents are made with besides the product: the tree, typed attributes, rules of collections."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from haat.catalog import queries as catalog
from haat.reviews import queries as reviews
from haat.reviews.types import NOTHING, Figures
from haat.search.words import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from haat.catalog.models import Attribute, AttributeValue, Category


@dataclass(frozen=True, slots=True)
class Shape:
    """Of one brand at one time."""

    tree: dict[UUID, Category]
    attributes: dict[str, Attribute]  # by folded name
    rules: Sequence[tuple[UUID, dict[str, Any]]]
    at: datetime

    def hides(self, name: str) -> bool:
        """Whether the brand has an attribute of this name that is no filter."""
        attribute = self.attributes.get(fold(name).strip())
        return attribute is not None and not attribute.is_facet

    def takes(self, pair: dict[str, str]) -> bool:
        """Whether what a seller wrote freely may be a filter: not against an attribute that the brand defined."""
        attribute = self.attributes.get(fold(pair["name"]).strip())
        if attribute is None:
            return True
        if attribute.kind == "number":
            return re.fullmatch(rf"-?\d+(\.\d+)? ?{re.escape(attribute.unit)}", pair["value"].strip()) is not None
        if attribute.kind == "boolean":
            return fold(pair["value"]).strip() in {"yes", "no"}
        return attribute.is_facet


@dataclass(frozen=True, slots=True)
class Said:
    """What is known of one product besides its own row."""

    values: Sequence[AttributeValue] = ()
    collections: Sequence[UUID] = ()
    rating: Figures = NOTHING


def shape(at: datetime) -> Shape:
    return Shape(
        tree={row.pk: row for row in catalog.categories()},
        attributes={fold(row.name): row for row in catalog.attributes()},
        rules=[(row.pk, row.rule) for row in catalog.ruled_collections()],
        at=at,
    )


def said(product_ids: Sequence[UUID]) -> dict[UUID, Said]:
    values, collected = catalog.values_of(product_ids), catalog.collected(product_ids)
    rated = reviews.figures(product_ids)
    return {pk: Said(values.get(pk, ()), collected.get(pk, ()), rated.get(pk, NOTHING)) for pk in product_ids}


def pair_of(value: AttributeValue) -> dict[str, str]:
    """A value as a facet reads it: “Capacity”, “250 ml”."""
    plain = value.plain
    if isinstance(plain, bool):
        plain = "Yes" if plain else "No"
    unit = value.attribute.unit
    return {"name": value.attribute.name, "value": f"{plain} {unit}" if unit else str(plain)}

"""What a product says for its attributes, as its page shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.search.shape import pair_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from haat.catalog.models import AttributeValue


def said_of(values: Sequence[AttributeValue], variant_id: UUID | None) -> list[dict[str, Any]]:
    """One row an attribute, several choices joined; swatches where there are colours."""
    found: dict[str, dict[str, Any]] = {}
    for value in values:
        if value.variant_id != variant_id:
            continue
        code, text = value.attribute.code, pair_of(value)["value"]
        if code in found:
            found[code]["value"] += f", {text}"
            continue
        swatch = value.choice.swatch if value.choice else ""
        found[code] = {
            "code": code, "name": value.attribute.name, "kind": value.kind, "value": text, "swatch": swatch,
        }  # fmt: skip
    return list(found.values())

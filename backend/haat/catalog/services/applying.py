"""Putting kept values into effect: an approved change, or what was there before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from haat.catalog.models import Category, Media, Variant
from haat.catalog.queries import states
from haat.catalog.services.values import write_values
from haat.catalog.services.variants import archive_variant, bring_back
from haat.core.errors import NotNow

if TYPE_CHECKING:
    from datetime import datetime

    from haat.catalog.models import Product
    from haat.catalog.queries.states import State


def put(product: Product, fields: State, *, at: datetime) -> None:
    """Write these values; a variant whose value is None leaves the shop. Raises NotNow for what cannot come back."""
    for name, value in fields.items():
        if name in states.WORDS:
            setattr(product, name, value)
        elif name == "category":
            product.category = _category(value)
    product.save()
    if "attributes" in fields:
        write_values(product, fields["attributes"])
    for pk, value in fields.get("variants", {}).items():
        _put_variant(product, UUID(pk), value, at)
    if "media" in fields:
        _put_media(product, fields["media"])


def _category(value: Any) -> Category | None:
    if value is None:
        return None
    found = Category.objects.filter(pk=value["id"], archived_at=None).first()
    if found is None:
        raise NotNow(f"The category “{value['name']}” is gone.")
    return found


def _put_variant(product: Product, pk: UUID, value: State | None, at: datetime) -> None:
    if value is not None and value.get("is_removed") is False:
        bring_back(product=product, variant_id=pk)
    variant = Variant.objects.filter(product=product, pk=pk).first()
    if variant is None:
        raise NotNow("A variant of this change is gone.")
    if value is not None and value.get("is_removed"):
        archive_variant(product=product, variant=variant, at=at)
    elif value is None:
        variant.is_live = False
    else:
        variant.is_live = True
        for name in states.VARIANT_WORDS:
            if name in value:
                setattr(variant, name, value[name])
        if "sku" in value and Variant.objects.filter(sku=variant.sku).exclude(pk=pk).exists():
            raise NotNow(f"The SKU “{variant.sku}” belongs to another product by now.")
        if "attributes" in value:
            write_values(product, value["attributes"], variant=variant)
    variant.save()


def _put_media(product: Product, wanted: list[State]) -> None:
    """Which pictures are live, in their order and words. What is left out stays as it is, unseen, and can come back."""
    known = {str(row.pk): row for row in Media.everything.filter(product=product)}
    if any(one["id"] not in known for one in wanted):
        raise NotNow("A picture of this change is gone.")
    for position, one in enumerate(wanted):
        row = known.pop(one["id"])
        row.alt, row.position, row.is_live = one["alt"], position, True
        row.variant_id = UUID(one["variant"]) if one["variant"] else None
        row.save(update_fields=["alt", "position", "is_live", "variant", "updated_at"])
    for row in known.values():
        if row.is_live:
            row.is_live = False
            row.save(update_fields=["is_live", "updated_at"])

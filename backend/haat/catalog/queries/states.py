"""What a product says, as plain values that can be kept, compared and put back: the fields that staff look at."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from haat.catalog.models import AttributeValue, Media, Product, Variant

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

WORDS = ("title", "description", "country_of_origin", "manufacturer", "importer", "packer", "seo_title",
         "seo_description", "specifications")  # fmt: skip
REVIEWED = (*WORDS, "category", "attributes", "variants", "media")
LOW_RISK = frozenset({"tags", "made_month", "imported_month"})  # beside price and stock, which are the offer's
VARIANT_WORDS = ("sku", "options", "hsn", "net_quantity")
VARIANT_REVIEWED = (*VARIANT_WORDS, "attributes")
VARIANT_LOW_RISK = ("weight_g", "barcode")
State = dict[str, Any]


def state_of(product: Product) -> State:
    """Everything staff look at. A category by id and name, variants by id, pictures in their order."""
    values = values_by_variant(product)
    variants = Variant.objects.filter(product=product).order_by("position", "sku")
    return {
        **{name: getattr(product, name) for name in WORDS},
        "category": category_state(product.category),
        "attributes": values.get(None, {}),
        "variants": {str(one.pk): variant_state(one, values.get(one.pk, {})) for one in variants},
        "media": media_state(product),
    }


def category_state(category: Any) -> State | None:
    return {"id": str(category.pk), "name": category.name} if category else None


def variant_state(variant: Variant, attributes: State) -> State:
    return {
        **{name: getattr(variant, name) for name in VARIANT_WORDS},
        "attributes": attributes,
        "is_live": variant.is_live,
        "is_removed": variant.archived_at is not None,
    }


def media_state(product: Product) -> list[State]:
    rows = Media.objects.filter(product=product).order_by("position", "id")
    return [picture_state(row) for row in rows]


def picture_state(row: Media) -> State:
    return {"id": str(row.pk), "alt": row.alt, "variant": str(row.variant_id) if row.variant_id else None}


def values_by_variant(product: Product) -> dict[UUID | None, State]:
    rows = AttributeValue.objects.filter(product=product).select_related("attribute", "choice")
    found: dict[UUID | None, dict[str, Any]] = defaultdict(dict)
    for row in rows.order_by("choice__position", "id"):
        own = found[row.variant_id]
        if row.kind == "choices":
            own.setdefault(row.attribute.code, []).append(row.plain)
        else:
            own[row.attribute.code] = row.plain
    return dict(found)


def current(product: Product, fields: State) -> State:
    """The state of the fields that a change names; of variants and attributes only what it names of each."""
    whole = state_of(product)
    found: State = {}
    for name, value in fields.items():
        if name == "variants":
            found[name] = {pk: _part(whole[name].get(pk), wanted) for pk, wanted in value.items()}
        elif name == "attributes":
            found[name] = {code: whole[name].get(code) for code in value}
        else:
            found[name] = whole[name]
    return found


def _part(variant: State | None, wanted: State | None) -> State | None:
    if variant is None or wanted is None or not variant["is_live"]:
        return None
    part = {name: variant[name] for name in wanted if name != "attributes"}
    if "attributes" in wanted:
        part["attributes"] = {code: variant["attributes"].get(code) for code in wanted["attributes"]}
    return part


def differing(one: State, other: State) -> Iterable[str]:
    """Names of fields that are not the same in both; categories are compared by id, so a new name is no change."""
    for name in one.keys() | other.keys():
        if _key(name, one.get(name)) != _key(name, other.get(name)):
            yield name


def _key(name: str, value: Any) -> Any:
    if name == "category":
        return value and value["id"]
    if name == "media":
        return [(row["id"], row["alt"], row["variant"]) for row in value or []]
    return value

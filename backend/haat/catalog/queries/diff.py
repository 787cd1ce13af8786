"""A change as people read it: field, label, before, after; one row for each thing that is different."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from haat.catalog.models import Attribute, Category, Media, Variant
from haat.catalog.queries.pictures import small
from haat.catalog.queries.states import values_by_variant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from haat.catalog.models import Product, ProductChange

LABELS = {
    "title": "Title", "description": "Description", "category": "Category", "country_of_origin": "Country of origin",
    "manufacturer": "Manufacturer", "importer": "Importer", "packer": "Packer", "specifications": "Specifications",
    "seo_title": "Title for search engines", "seo_description": "Description for search engines", "media": "Pictures",
    "sku": "SKU", "options": "Options", "hsn": "HSN code", "net_quantity": "Net quantity",
}  # fmt: skip


Names = dict[str, tuple[str, str]]  # of attributes by code: name and unit


@dataclass(frozen=True, slots=True)
class Line:
    """`kind` says how to show it: text, list, pictures, or new for a variant that would come."""

    field: str
    label: str
    kind: str
    before: Any
    after: Any
    of: str = ""  # the variant that it is about


def diff_of(change: ProductChange) -> list[Line]:
    return list(_lines(change))


def wanted_by(change: ProductChange) -> dict[str, Any]:
    """What a change would write, by the names that an edit uses; an attribute that goes is None."""
    wanted = {
        name: value for name, value in change.after.items() if name != "media"
    }  # pictures have routes of their own
    if category := wanted.get("category"):
        wanted["category"] = Category.objects.filter(pk=category["id"]).values_list("slug", flat=True).first()
    return wanted


def said(product: Product) -> Iterator[Line]:
    """What a product that is new says for its attributes."""
    values = values_by_variant(product).get(None, {})
    yield from _values(_names(), {}, values, "")


def said_by_variant(product: Product) -> dict[Any, dict[str, Any]]:
    """Values by code, of the product under None and of its variants by id."""
    return values_by_variant(product)


def _lines(change: ProductChange) -> Iterator[Line]:
    names = _names() if _has_values(change) else {}
    for name, after in change.after.items():
        before = change.before.get(name)
        if name == "attributes":
            yield from _values(names, before or {}, after, "")
        elif name == "variants":
            yield from _variants(change, before or {}, after, names)
        else:
            yield _line(name, before, after)


def _line(name: str, before: Any, after: Any, of: str = "") -> Line:
    label = LABELS.get(name, name)
    if name == "media":
        return Line(name, label, "pictures", _pictures(before), _pictures(after), of)
    if name in {"specifications", "options"}:
        return Line(name, label, "list", _pairs(before), _pairs(after), of)
    if name == "category":
        return Line(name, label, "text", before and before["name"], after and after["name"], of)
    return Line(name, label, "text", before, after, of)


def _variants(change: ProductChange, before: Any, after: Any, names: Names) -> Iterator[Line]:
    skus = dict(Variant.objects.filter(product=change.product_id).values_list("pk", "sku"))
    known = {str(pk): sku for pk, sku in skus.items()}
    for pk, value in after.items():
        old = before.get(pk)
        of = (old or {}).get("sku") or known.get(pk, value.get("sku", ""))
        if old is None:
            yield Line("variant", "New variant", "new", None, _facts(value, names), of)
            continue
        for name in value:
            if name == "is_removed":
                yield Line("variant", "Variant taken out", "text", of, None, of)
            elif name == "attributes":
                yield from _values(names, old.get(name) or {}, value[name], of)
            else:
                yield _line(name, old.get(name), value[name], of)


def _names() -> Names:
    return {code: (name, unit) for code, name, unit in Attribute.objects.values_list("code", "name", "unit")}


def _values(names: Names, before: Any, after: Any, of: str) -> Iterator[Line]:
    for code, value in after.items():
        name, unit = names.get(code, (code, ""))
        texts = [_word(before.get(code), unit), _word(value, unit)]
        yield Line(f"attributes.{code}", name, "text", texts[0], texts[1], of)


def _facts(variant: Any, names: Names) -> list[str]:
    rows = [f"{LABELS[name]}: {variant[name]}" for name in ("sku", "hsn", "net_quantity") if variant.get(name)]
    own = [f"{line.label}: {line.after}" for line in _values(names, {}, variant.get("attributes") or {}, "")]
    return [*rows, *(_pairs(variant.get("options")) or []), *own]


def _word(value: Any, unit: str) -> Any:
    if unit and value is not None:
        return f"{value} {unit}"
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return ", ".join(value) if isinstance(value, list) else value


def _pairs(value: Any) -> list[str] | None:
    return [f"{row['name']}: {row['value']}" for row in value] if value is not None else None


def _pictures(value: Any) -> list[dict[str, str]]:
    """As they would be: words, and for which variant; without address while their sizes are made."""
    rows = {str(row.pk): row for row in Media.everything.filter(pk__in=[one["id"] for one in value or []])}
    ids = [one["variant"] for one in value or [] if one["variant"]]
    skus = {str(pk): sku for pk, sku in Variant.objects.filter(pk__in=ids).values_list("pk", "sku")}
    found = []
    for one in value or []:
        row = rows.get(one["id"])
        words = " · ".join(filter(None, [one["alt"], skus.get(one["variant"] or "")]))
        found.append({"id": one["id"], "url": small([row], width=400) if row else None, "alt": words})
    return [picture | {"url": picture["url"] or ""} for picture in found]


def _has_values(change: ProductChange) -> bool:
    variants = change.after.get("variants", {})
    return "attributes" in change.after or any("attributes" in (one or {}) for one in variants.values())

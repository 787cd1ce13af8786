"""An empty sheet to fill in, with one row as an example and the attributes that the goods of a category have."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from openpyxl.workbook.workbook import Workbook

from haat.catalog import queries as catalog
from haat.core import csv
from haat.imports.columns import TARGETS
from haat.imports.queries.goods import HEADER

if TYPE_CHECKING:
    from haat.catalog.models import Category

LEFT_OUT = {"status", "offer_status"}
EXAMPLE = {
    "handle": "copper-bottle", "title": "Copper bottle, hammered", "sku": "CB-1L", "option1_name": "Size", "option1_value": "1 l",
    "price": "799.00", "mrp": "950.00", "stock": "25", "handling_days": "2", "hsn": "74181022", "country_of_origin": "IN",
    "weight_g": "420", "net_quantity": "1 N", "manufacturer": "Tamra Works, 4 Mill Road, Pune 411001", "tags": "copper|kitchen",
    "specifications": "Material=Copper|Capacity=1 l", "description": "Holds a litre. Wash by hand.",
}  # fmt: skip
SPECS_MAX = 12


def template(*, category: str, form: str, for_seller: bool) -> tuple[str, bytes]:
    """File name and content. Raises NotFound for an unknown category."""
    place = catalog.category(slug=category) if category else None
    names = [name for name in HEADER if name not in LEFT_OUT and not (name == "seller" and for_seller)]
    specs = catalog.usual_specifications(category=place, limit=SPECS_MAX) if place else []
    header = [*names, *(f"spec:{name}" for name in specs)]
    example = [_example(name, place) for name in names] + [""] * len(specs)
    name = f"template-{category or 'goods'}.{form}"
    if form == "csv":
        return name, "".join(csv.rows(header, [example])).encode()
    return name, _book(header, example)


def _example(name: str, place: Category | None) -> str:
    return (place.slug if place else "") if name == "category" else EXAMPLE.get(name, "")


def _book(header: list[str], example: list[str]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Goods")
    sheet.append(header)
    sheet.append(example)
    help_sheet = book.create_sheet("Help")
    help_sheet.append(["Column", "Meaning", "What to write"])
    for name in header:
        target = TARGETS.get(name)
        help_sheet.append(
            [name, target.label if target else name.partition(":")[2], target.why if target else "A specification"]
        )
    body = io.BytesIO()
    book.save(body)
    return body.getvalue()

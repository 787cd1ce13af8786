"""The rows of the editor's table of variants: checked together, so that each fault is told in its row."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from haat.catalog import queries as catalog
from haat.catalog import services as catalog_services
from haat.core import context
from haat.core.errors import InvalidInput
from haat.inventory.services.adjust import adjust

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from haat.catalog.models import Offer, Product

Row = dict[str, Any]
Fault = dict[str, list[str]]  # field → sentences
FIGURES = ("price_minor", "mrp_minor", "stock")


def prepare(product: Product, rows: Sequence[Row], *, waits: bool) -> list[Row]:
    """Rows as they are written; one whose SKU was taken out of this product earlier means that variant.

    It comes back at once, or where `waits` with what the brand is asked.

    Raises InvalidInput whose `details.variants` tell what is wrong by the row's place and field.
    """
    ready = [dict(row) for row in rows]
    for row in ready:
        sku, pk = row.get("sku", ""), row.get("id")
        back = catalog_services.bring_back(product=product, sku=sku, variant_id=pk, is_live=not waits)
        if back is not None:
            row["id"] = back.pk
            row.setdefault("sku", back.sku)  # so that it says something, and is asked for
    faults = _faults(product, ready)
    if faults:
        first = next(sentences[0] for fault in faults.values() for sentences in fault.values())
        raise InvalidInput(first, details={"variants": faults})
    return ready


def _faults(product: Product, rows: Sequence[Row]) -> dict[str, Fault]:
    known = {variant.pk: variant for variant in product.variants.all()}
    skus = [
        str(row.get("sku", getattr(known.get(row["id"]) if row.get("id") else None, "sku", ""))).strip() for row in rows
    ]
    times = Counter(skus)
    taken = catalog_services.skus_in_use(product=product, skus=skus)
    held = {variant.sku: variant.pk for variant in known.values()}
    faults: dict[str, Fault] = {}
    for place, (row, sku) in enumerate(zip(rows, skus, strict=True)):
        fault: Fault = {}
        if not sku:
            fault["sku"] = ["Give a SKU."]
        elif times[sku] > 1:
            fault["sku"] = [f"The SKU “{sku}” stands in two rows."]
        elif sku in taken or (held.get(sku, row.get("id")) != row.get("id") and not _is_renamed(held[sku], rows)):
            fault["sku"] = [f"The SKU “{sku}” is used already."]
        if fault:
            faults[str(place)] = fault
    return faults


def _is_renamed(pk: Any, rows: Sequence[Row]) -> bool:
    """Whether the variant that has the SKU gets another one in the same edit."""
    return any(row.get("id") == pk and "sku" in row for row in rows)


def own_offers(product: Product) -> dict[Any, Offer]:
    """The proposing seller's offers by variant."""
    if product.seller is None:
        return {}
    rows = catalog.seller_offers(seller=product.seller, product_id=product.pk)
    return {offer.variant_id: offer for offer in rows}


def without_figures(row: Row) -> Row:
    return {name: value for name, value in row.items() if name not in FIGURES}


def change_figures(offers: dict[Any, Offer], rows: Sequence[Row], at: datetime) -> None:
    """Prices and counts of variants that are offered already. Raises InvalidInput in its row, WrongStock."""
    for place, row in enumerate(rows):
        offer = offers.get(row.get("id"))
        if offer is None:
            continue
        prices: Row = {name: row[name] for name in ("price_minor", "mrp_minor") if name in row}
        try:
            if prices:
                offer = catalog_services.change_offer(offer=offer, changes=prices)
        except InvalidInput as fault:
            raise InvalidInput(fault.message, details={"variants": {str(place): fault.details}}) from None
        if "stock" in row:
            actor = context.current().actor
            adjust(offer=offer, on_hand=row["stock"], reason="corrected", note="Product editor", at=at, actor=actor)

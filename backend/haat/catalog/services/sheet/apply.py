"""Writing what a comparison found, in few statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.audit import services as audit
from haat.catalog.models import Offer, Product, Variant
from haat.core import generation

if TYPE_CHECKING:
    from datetime import datetime

    from haat.catalog.services.sheet.rows import Compared, Fate

PRODUCT = [
    "title", "description", "category", "country_of_origin", "manufacturer", "importer", "packer", "tags", "specifications", "status", "archived_at", "updated_at",
]  # fmt: skip
VARIANT = ["options", "hsn", "net_quantity", "weight_g", "barcode", "updated_at"]
OFFER = ["price_minor", "mrp_minor", "handling_days", "status", "updated_at"]


def write_sheet(*, compared: Compared, at: datetime) -> None:
    """Write it, inside the caller's transaction. What is missing, search and stock are told by the caller."""
    _put(Product, compared.products, PRODUCT, at)
    _put(Variant, compared.variants, VARIANT, at)
    _put(Offer, compared.offers, OFFER, at)
    for fate in compared.fates.values():
        if fate.product and "product" in fate.before and "product" not in fate.made:
            was, now = _shown(fate.before["product"]), _shown(fate.after["product"])
            audit.record("product.edited", fate.product, before=was, after=now)
        if "price_minor" in fate.before.get("offer", {}) and "offer" not in fate.made:
            _tell_price(fate)
    if compared.products or compared.variants or compared.offers:
        generation.bump_after_commit()


def _put(model: Any, rows: dict[Any, Any], fields: list[str], at: datetime) -> None:
    new = [row for row in rows.values() if row._state.adding]
    known = [row for row in rows.values() if not row._state.adding]
    for row in known:
        row.updated_at = at
    model.objects.bulk_create(new)
    model.objects.bulk_update(known, fields)


def _tell_price(fate: Fate) -> None:
    before, after = fate.before["offer"], fate.after["offer"]
    names = [name for name in ("price_minor", "mrp_minor") if name in before]
    label = fate.variant.sku if fate.variant else ""
    was, now = ({name: side[name] for name in names} for side in (before, after))
    if fate.offer is not None:
        audit.record("offer.repriced", fate.offer, before=was, after=now, label=label)


def _shown(values: dict[str, Any]) -> dict[str, Any]:
    return {name: str(value) if hasattr(value, "pk") else value for name, value in values.items()}

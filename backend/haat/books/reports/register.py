"""The sales register: every line that was delivered or came back in a month."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.books.reports.columns import TAXES, Column, money
from haat.books.reports.supplies import supplies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from haat.tax.queries import Month

COLUMNS = (
    Column("day", "Date", "date"), Column("kind", "Kind"), Column("part", "Order part"), Column("seller", "Seller"),
    Column("gstin", "Seller GSTIN"), Column("place_of_supply", "Place of supply"), Column("buyer", "Buyer’s tax number"), Column("code", "HSN or SAC"),
    Column("title", "Goods or service"), Column("quantity", "Quantity", "number"), Column("rate_bp", "Rate %", "rate"),
    *money(("taxable", "Taxable value")), *TAXES, *money(("total", "Total")),
)  # fmt: skip


def rows(month: Month) -> Iterator[dict[str, Any]]:
    for one in supplies(month):
        yield {
            "day": one.day, "kind": one.kind, "part": one.part, "seller": one.seller.name, "gstin": one.seller.gstin,
            "place_of_supply": one.place_of_supply, "buyer": one.buyer, "code": one.code, "title": one.title, "quantity": one.quantity,
            "rate_bp": one.rate_bp, "taxable": one.taxable_minor, "cgst": one.cgst_minor, "sgst": one.sgst_minor,
            "igst": one.igst_minor, "vat": one.vat_minor, "total": one.total_minor,
        }  # fmt: skip

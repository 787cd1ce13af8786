"""A document's content for tests of paper alone."""

from __future__ import annotations

from typing import Any

RECIPIENT = {
    "name": "आशा देवी", "trade_name": "", "lines": ["१२ गांधी मार्ग", "Mumbai 400050"], "region": "27",
    "region_name": "Maharashtra", "country": "India", "tax_number_name": "", "tax_number": "", "phone": "+919820012345",
}  # fmt: skip
SUPPLIER = RECIPIENT | {
    "name": "Ravi Traders LLP", "lines": ["4 Market Road"], "tax_number_name": "GSTIN", "tax_number": "27AAPFR0001A1ZV", "phone": "",
}  # fmt: skip


def line(**more: Any) -> dict[str, Any]:
    figures = {"taxable_minor": 84_576, "cgst_minor": 7_612, "sgst_minor": 7_612, "igst_minor": 0, "vat_minor": 0}
    words = {"title": "Rose serum", "detail": "30 ml", "code": "33049900", "quantity": 2, "unit": "NOS", "source": "x"}
    prices = {"unit_minor": 49_900, "gross_minor": 99_800, "discount_minor": 0, "total_minor": 99_800, "rate_bp": 1_800}
    return words | figures | prices | more


def content(*lines: dict[str, Any], **more: Any) -> dict[str, Any]:
    rows = list(lines) or [line()]
    names = ("taxable_minor", "cgst_minor", "sgst_minor", "igst_minor", "vat_minor", "total_minor")
    sums = {name: sum(row[name] for row in rows) for name in names} | {"rounding_minor": 0}
    return {
        "kind": "tax_invoice", "title": "Tax invoice", "number": "ASI/2627/000123", "issued_on": "2026-11-21", "currency": "INR",
        "look": {"name": "Aster", "colour": "#0f4454", "logo": ""}, "code_name": "HSN/SAC", "supplier": SUPPLIER,
        "recipient": RECIPIENT, "place_of_supply": {"code": "27", "name": "Maharashtra"}, "reverse_charge": False,
        "facts": [["Order", "AST-26-000001"]], "reason": "", "lines": rows, "sums": sums, "rates": [], "settled": [],
        "payable_minor": sums["total_minor"], "in_words": "Rupees Nine Hundred Ninety-Eight Only", "notes": [],
        "signature": ["For Ravi Traders LLP"], "annex": None,
    } | more  # fmt: skip

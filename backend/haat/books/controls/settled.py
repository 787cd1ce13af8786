"""Settlements as they must stand in the books: what arrived at the bank left the provider, with its fee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.books.controls.facts import Fact
from haat.books.models import Settlement
from haat.ledger.chart import GATEWAY

if TYPE_CHECKING:
    from collections.abc import Iterator


def settlements() -> Iterator[Fact]:
    for row in Settlement.objects.order_by("pk").iterator(2_000):
        moves = {
            GATEWAY: -row.amount_minor - row.fee_minor,
            "bank": row.amount_minor,
            "gateway_fee": row.fee_minor - row.fee_tax_minor,
            "gst_input_credit": row.fee_tax_minor,
        }
        yield Fact(f"settlement:{row.provider_settlement_id}", moves)

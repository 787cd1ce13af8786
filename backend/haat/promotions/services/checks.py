"""What makes the terms of a promotion impossible, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from haat.promotions.types import MINOR_MAX, PIECES_MAX


@dataclass(frozen=True, slots=True)
class Spec:
    """A promotion as somebody gives it. Amounts are minor units of the brand's currency."""

    name: str
    benefit: str
    starts_at: datetime
    ends_at: datetime | None = None
    needs_code: bool = False
    percent_bp: int = 0
    amount_minor: int = 0
    cap_minor: int | None = None
    buy_quantity: int = 0
    get_quantity: int = 0
    min_spend_minor: int = 0
    min_quantity: int = 0
    first_order_only: bool = False
    seller_ids: list[UUID] = field(default_factory=list)
    category_ids: list[UUID] = field(default_factory=list)
    product_ids: list[UUID] = field(default_factory=list)
    is_exclusive: bool = False
    priority: int = 0
    brand_bp: int = 10_000
    budget_minor: int | None = None
    uses_max: int | None = None
    uses_per_customer: int | None = None
    minor_per_customer: int | None = None


def problems(terms: Mapping[str, Any]) -> dict[str, list[str]]:
    """Field → sentences; empty when the terms can stand."""
    found: dict[str, list[str]] = {}
    for name, sentence in (*_of_benefit(terms), *_of_limits(terms)):
        found.setdefault(name, []).append(sentence)
    return found


def _of_benefit(terms: Mapping[str, Any]) -> list[tuple[str, str]]:
    found, benefit = [], terms["benefit"]
    if benefit in {"percent", "buy_get"} and not 0 < terms["percent_bp"] <= 10_000:
        found.append(("percent_bp", "Take off more than 0 and at most 100 percent."))
    if benefit in {"fixed", "fixed_price"} and not 0 < terms["amount_minor"] <= MINOR_MAX:
        found.append(("amount_minor", "Write an amount above zero."))
    if benefit == "buy_get":
        found += [
            (name, f"Write a number from 1 to {PIECES_MAX}.")
            for name in ("buy_quantity", "get_quantity")
            if not 1 <= terms[name] <= PIECES_MAX
        ]
    return found


def _of_limits(terms: Mapping[str, Any]) -> list[tuple[str, str]]:
    found = []
    if terms["ends_at"] is not None and terms["ends_at"] <= terms["starts_at"]:
        found.append(("ends_at", "The end must be after the beginning."))
    if not 0 <= terms["brand_bp"] <= 10_000:
        found.append(("brand_bp", "The brand pays between 0 and 100 percent."))
    if terms["brand_bp"] < 10_000 and not terms["seller_ids"]:
        found.append(("seller_ids", "Name the sellers who pay a share: only those who agreed to it."))
    found += [
        (name, "This cannot be negative.")
        for name in ("min_spend_minor", "min_quantity")
        if not 0 <= terms[name] <= MINOR_MAX
    ]
    optional = ("cap_minor", "budget_minor", "uses_max", "uses_per_customer", "minor_per_customer")
    found += [
        (name, "Write a number above zero, or leave it empty for no limit.")
        for name in optional
        if terms[name] is not None and not 0 < terms[name] <= MINOR_MAX
    ]
    return found

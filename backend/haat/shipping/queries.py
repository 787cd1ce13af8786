"""What one seller's package costs to ship."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

GRAMS_INCLUDED = 1000


@dataclass(frozen=True, slots=True)
class ShippingFee:
    minor: int
    reason: str


def package_fee(*, policies: dict[str, Any], goods_minor: int, weight_g: int) -> ShippingFee:
    """The brand's rate for a package: free above a value, else a base fee with one kilogram and a fee for each more."""
    free_above = policies.get("free_above_minor")
    if free_above is not None and goods_minor >= free_above:
        return ShippingFee(0, "Free above the brand's limit")
    extra_kg = max(0, -(-(weight_g - GRAMS_INCLUDED) // 1000))
    fee = policies.get("base_fee_minor", 0) + extra_kg * policies.get("per_extra_kg_minor", 0)
    return ShippingFee(fee, f"Base fee and {extra_kg} extra kg" if extra_kg else "Base fee")

"""What a package costs: a base fee with one kilogram, each further one that was begun, nothing above a value."""

from __future__ import annotations

from typing import Any

import pytest

from haat.core.countries import INDIA
from haat.shipping.queries import package_fee, standing
from haat.shipping.types import ShippingFee, Where

POLICIES: dict[str, Any] = {"base_fee_minor": 4_900, "per_extra_kg_minor": 1_500, "free_above_minor": 99_900}


def fee(policies: dict[str, Any], goods_minor: int, weight_g: int) -> ShippingFee:
    tariff = standing(INDIA, "INR", policies)
    found = package_fee(tariff, None, goods_minor=goods_minor, weight_g=weight_g)
    assert found == package_fee(tariff, Where("744101", "35"), goods_minor=goods_minor, weight_g=weight_g)
    return found


@pytest.mark.parametrize(
    ("weight_g", "minor"), [(0, 4_900), (1_000, 4_900), (1_001, 6_400), (2_000, 6_400), (2_001, 7_900), (9_999, 18_400)]
)
def test_each_kilogram_that_is_begun_costs(weight_g: int, minor: int) -> None:
    assert fee(POLICIES, 50_000, weight_g).minor == minor


@pytest.mark.parametrize(("goods_minor", "minor"), [(99_899, 6_400), (99_900, 0), (10**9, 0)])
def test_above_the_limit_it_is_free_whatever_it_weighs(goods_minor: int, minor: int) -> None:
    assert fee(POLICIES, goods_minor, 1_400).minor == minor


def test_a_brand_that_says_nothing_takes_nothing() -> None:
    assert fee({}, 1, 5_000).minor == 0


@pytest.mark.parametrize(
    ("goods_minor", "weight_g", "sentence"),
    [(1, 900, "Base fee"), (1, 2_001, "Base fee and 2 extra kg"), (99_900, 1, "Free above the brand's limit")],
)
def test_the_words_of_a_brand_without_zones(goods_minor: int, weight_g: int, sentence: str) -> None:
    assert fee(POLICIES, goods_minor, weight_g).reason == sentence

"""What the matrix and the fuzzing found once, each with the answer that it gets now."""

from __future__ import annotations

from typing import Any

import pytest

from haat.tenancy.context import brand_scope
from tests.goods import make_category, make_seller
from tests.support import Api


@pytest.mark.parametrize("field", ["seller_id", "category_id"])
def test_a_rule_for_a_neighbours_seller_or_category_is_refused_with_a_sentence(
    field: str, aster: Any, birch: Any, nia: Any
) -> None:
    with brand_scope(birch):
        theirs = {"seller_id": make_seller("Sami").pk, "category_id": make_category("lamps").pk}[field]
    admin = Api("admin", aster, nia.user)
    rule = {"name": "Special", "percent_bp": 500, "valid_from": "2026-01-01", field: str(theirs)}
    answer = admin.post("commission/rules", rule)
    assert admin.status == 422
    assert field in answer["error"]["details"]

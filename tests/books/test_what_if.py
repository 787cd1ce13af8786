"""What another rule would have charged: by seller, by category, line by line, and nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from haat.audit.models import AuditEntry
from haat.commissions.models import CommissionLine, CommissionRule
from haat.core import clock
from haat.core.money import share
from haat.tenancy.context import brand_scope
from tests.support import Api

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop

RULE = {"name": "Bowls", "percent_bp": 2_000, "valid_from": "2030-01-01", "position": 0}


@pytest.fixture
def month() -> str:
    return f"{timezone.localtime(clock.now()):%Y-%m}"


def state() -> list[Any]:
    return [CommissionRule.objects.count(), CommissionLine.objects.count(), AuditEntry.objects.count()]


def test_a_rule_for_a_category_shows_who_would_pay_more(shop: Shop, nia: Any, month: str) -> None:
    shop.paid()
    with brand_scope(shop.brand):
        goods = {line.title: line for line in CommissionLine.objects.filter(order_line__isnull=False)}
        before = state()
    bowls = str(shop.bowl.variant.product.category_id)
    admin = Api("admin", shop.brand, nia.user)
    found = admin.post("commission/what-if", {"month": month, "rule": RULE | {"category_id": bowls}})["data"]
    bowl, serum = goods["Blue bowl"], goods["Rose serum"]
    more = share(bowl.base_minor, 2_000) - bowl.fee_minor
    assert found["total"]["before"]["minor"] == bowl.fee_minor + serum.fee_minor
    assert found["total"]["difference"]["minor"] == more > 0
    assert [(row["name"], row["difference"]["minor"]) for row in found["sellers"]] == [
        ("Meera Crafts", more),
        ("Ravi Traders", 0),
    ]
    assert found["categories"][0]["difference"]["minor"] == more
    assert [(row["title"], row["after"]["minor"]) for row in found["lines"]] == [("Blue bowl", bowl.fee_minor + more)]
    assert "Bowls v1: 20 %" in found["lines"][0]["explanation"]
    with brand_scope(shop.brand):
        assert state() == before


def test_the_same_rules_change_nothing_and_without_them_nothing_is_charged(shop: Shop, nia: Any, month: str) -> None:
    shop.paid()
    admin = Api("admin", shop.brand, nia.user)
    same = admin.post("commission/what-if", {"month": month})["data"]
    assert same["total"]["difference"]["minor"] == 0
    assert same["lines"] == []
    with brand_scope(shop.brand):
        rule = str(CommissionRule.objects.get().pk)
    none = admin.post("commission/what-if", {"month": month, "without": [rule]})["data"]
    assert none["total"]["after"]["minor"] == 0
    changed = admin.post("commission/what-if", {"month": month, "rule": RULE | {"name": "Standard"}})["data"]
    assert "Standard v2" in changed["lines"][0]["explanation"]


def test_sales_that_were_called_off_and_other_months_are_left_out(shop: Shop, nia: Any, month: str, birch: Any) -> None:
    from tests.conftest import _staff
    from tests.support import run_jobs

    number = shop.paid()
    admin = Api("admin", shop.brand, nia.user)
    assert admin.post("commission/what-if", {"month": "2025-01"})["data"]["total"]["lines"] == 0
    neighbour = Api("admin", birch, _staff("bo@example.com", "Bo", "brand", "owner", birch).user)
    assert neighbour.post("commission/what-if", {"month": month})["data"]["total"]["lines"] == 0
    shop.asha.post(f"orders/{number}/cancellation", {"seller_order": f"{number}-A", "reason": "No"}, key="c1")
    run_jobs(shop.brand)
    assert admin.post("commission/what-if", {"month": month})["data"]["total"]["lines"] == 1
    assert admin.post("commission/what-if", {"month": "last"})["error"]["code"] == "invalid"

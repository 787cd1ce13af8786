"""What another rule would have charged: by seller, by category, line by line, and nothing is written."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from django.db.models import Sum
from django.utils import timezone

from haat.audit.models import AuditEntry
from haat.commissions import services
from haat.commissions.models import CommissionLine, CommissionRule
from haat.commissions.types import RuleSpec
from haat.core import clock
from haat.core.money import share
from haat.tenancy.context import brand_scope
from tests.books.conftest import Account, deliver
from tests.books.test_credits import give
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


def test_what_came_back_is_taken_off_both_sides_as_it_would_have_been(
    shop: Shop, nia: Any, month: str, account: Account, ravi: Any, meera: Any
) -> None:
    """The same order, return and lower price once more under the other rule: its fees are what the replay said."""
    account.top_up(1_000_000)
    other = {"percent_bp": 2_077, "fixed_minor": 333, "basis": "gross"}

    def fees(key: str) -> tuple[str, dict[str, int]]:
        number = shop.paid(key)
        deliver(shop, number, ravi, meera)
        give(shop, number, ravi.seller, f"{key}-price", 0, 3_333, cause="goodwill")
        give(shop, number, ravi.seller, f"{key}-one", 1)
        give(shop, number, meera.seller, f"{key}-price-of-bowls", 0, 10_001, cause="goodwill")
        with brand_scope(shop.brand):
            rows = CommissionLine.objects.filter(part__number__startswith=number).values_list("title", "fee_minor")
            sums = Counter[str]()
            for title, fee in rows:
                sums[title] += fee
        return number, dict(sums)

    _, before = fees("first")
    admin = Api("admin", shop.brand, nia.user)
    found = admin.post("commission/what-if", {"month": month, "rule": RULE | {"name": "Standard"} | other})["data"]
    assert {row["title"]: row["before"]["minor"] for row in found["lines"]} == {
        title: fee for title, fee in before.items() if title != "Shipping"
    }
    with brand_scope(shop.brand):
        kept = CommissionLine.objects.exclude(title="Shipping").aggregate(sum=Sum("base_minor"))["sum"]
        services.set_rules(
            specs=[RuleSpec(name="Standard", valid_from="2025-01-01", **other)],
            at=clock.now(),  # type: ignore[arg-type]  # figures and words
        )
    assert found["total"]["base"]["minor"] == kept
    _, after = fees("second")
    said = {row["title"]: row["after"]["minor"] for row in found["lines"]}
    assert said == {title: fee for title, fee in after.items() if title != "Shipping"}
    assert found["total"]["after"]["minor"] == sum(said.values())


def test_a_rule_with_shipping_would_charge_deliveries_too(shop: Shop, nia: Any, month: str) -> None:
    shop.paid()
    admin = Api("admin", shop.brand, nia.user)
    rule = RULE | {"name": "Standard", "percent_bp": 1_250, "with_shipping": True}
    found = admin.post("commission/what-if", {"month": month, "rule": rule})["data"]
    with brand_scope(shop.brand):
        bases = CommissionLine.objects.filter(title="Shipping").values_list("base_minor", flat=True)
        more = sum(share(base, 1_250) for base in bases)
    assert found["total"]["difference"]["minor"] == more > 0
    assert {row["name"] for row in found["categories"] if row["difference"]["minor"]} == {"Shipping"}

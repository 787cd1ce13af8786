"""What the reports of a month leave out, keep apart and carry: the figures themselves are in `test_golden_month`."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.utils import timezone

from haat.commissions import services as commissions
from haat.commissions.models import CommissionLine, YearlySales
from haat.core import clock
from haat.sellers.models import Seller
from haat.tax.rates import limit
from haat.tenancy.context import brand_scope
from tests.books.conftest import deliver, part_of, verified
from tests.support import Api

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop

REPORTS = ("sales-register", "tax-summary", "gst-tcs", "gstr-8", "tds")
MONTH_AGO = timedelta(days=31)


def take(admin: Api, code: str, month: str) -> str:
    text: str = admin.post(f"reports/{code}/files", {"month": month})["data"]["csv"]
    assert admin.status == 200, admin.response.content
    return text


def lines(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


@pytest.fixture
def traded(shop: Shop, ravi: Any, meera: Any) -> str:
    """Two orders of both rivals, delivered; of the first, Ravi's part comes back whole. Returns the month."""
    first, second = shop.paid(), shop.paid(key="key-2")
    for number in (first, second):
        deliver(shop, number, ravi, meera)
    with brand_scope(shop.brand):
        commissions.reverse(part_id=part_of(first, ravi.seller).pk, at=clock.now())
    return f"{timezone.localtime(clock.now()):%Y-%m}"


def test_the_reports_agree_with_each_other_and_with_the_pinned_lines(shop: Shop, traded: str, nia: Any) -> None:
    admin = Api("admin", shop.brand, nia.user)
    found = {code: admin.get(f"reports/{code}", month=traded)["data"] for code in REPORTS}
    totals = {code: {name: one["minor"] for name, one in table["totals"].items()} for code, table in found.items()}
    assert totals["sales-register"]["taxable"] == totals["tax-summary"]["taxable"] == totals["gst-tcs"]["net"]
    assert (
        totals["gst-tcs"]["tcs"]
        == totals["gstr-8"]["tcs"]
        == sum(totals["gstr-8"][name] for name in ("cgst", "sgst", "igst"))
    )
    with brand_scope(shop.brand):
        pinned = CommissionLine.objects.all()
        assert totals["tds"]["deducted"] == sum(line.tds_minor for line in pinned)
        assert totals["gstr-8"]["tcs"] == sum(line.tcs_minor for line in pinned)
    returned = [row for row in found["sales-register"]["rows"] if row["kind"] == "return"]
    assert {row["quantity"] for row in returned} >= {-2}
    assert all(row["total"]["minor"] < 0 for row in returned)


def test_another_month_and_another_brand_see_nothing_of_it(shop: Shop, traded: str, nia: Any, birch: Any) -> None:
    from tests.conftest import _staff

    before = f"{timezone.localtime(clock.now()) - MONTH_AGO:%Y-%m}"
    assert Api("admin", shop.brand, nia.user).get("reports/sales-register", month=before)["data"]["count"] == 0
    neighbour = Api("admin", birch, _staff("bo@example.com", "Bo", "brand", "owner", birch).user)
    assert neighbour.get("reports/gst-tcs", month=traded)["data"]["rows"] == []
    assert neighbour.get("reports/gst-tcs", month="2026-13")["error"]["code"] == "invalid"
    assert neighbour.get("reports/none", month=traded)["error"]["code"] == "not_found"


def test_a_return_in_a_later_month_is_negative_there_and_named_as_not_carried(
    shop: Shop, ravi: Any, meera: Any, nia: Any
) -> None:
    number = shop.paid()
    deliver(shop, number, ravi, meera)
    with time_machine.travel(timezone.now() + MONTH_AGO, tick=True):
        with brand_scope(shop.brand):
            commissions.reverse(part_id=part_of(number, ravi.seller).pk, at=clock.now())
        later = f"{timezone.localtime(clock.now()):%Y-%m}"
        rows = Api("admin", shop.brand, nia.user).get("reports/gstr-8", month=later)["data"]["rows"]
    assert [(row["seller"], row["net"]["minor"] < 0) for row in rows] == [("Ravi Traders", True)]
    assert "nothing is carried over" in rows[0]["note"]
    assert verified(shop.brand).faults == []


def test_a_name_that_a_spreadsheet_would_run_is_defused(shop: Shop, traded: str, ravi: Any, nia: Any) -> None:
    with brand_scope(shop.brand):
        Seller.objects.filter(pk=ravi.seller.pk).update(name='=HYPERLINK("http://x")')
    names = {row["Seller"] for row in lines(take(Api("admin", shop.brand, nia.user), "sales-register", traded))}
    assert '\'=HYPERLINK("http://x")' in names


def test_a_person_is_free_of_tds_until_the_years_sales_pass_the_limit(
    shop: Shop, ravi: Any, meera: Any, nia: Any
) -> None:
    free_until = limit("IN", "tds_exempt_in_a_year", clock.now().date())
    assert free_until == 50_000_000
    with brand_scope(shop.brand):
        Seller.objects.filter(pk=ravi.seller.pk).update(holder_type="P")
    shop.paid()
    with brand_scope(shop.brand):
        mine = CommissionLine.objects.filter(seller=ravi.seller)
        assert sum(line.tds_minor for line in mine) == 0
        assert sum(line.tds_minor for line in CommissionLine.objects.filter(seller=meera.seller)) > 0
        counter = YearlySales.objects.get(seller=ravi.seller)
        assert counter.gross_minor == sum(line.base_minor for line in mine)
        YearlySales.objects.update(gross_minor=free_until)
        first = set(mine.values_list("pk", flat=True))
    second = shop.paid(key="key-2")
    with brand_scope(shop.brand):
        later = mine.exclude(pk__in=first)
        assert all(line.tds_minor > 0 for line in later)
        total = YearlySales.objects.get(seller=ravi.seller).gross_minor
        part = part_of(second, ravi.seller)
        commissions.compute(order_id=part.order_id, at=clock.now())
        assert YearlySales.objects.get(seller=ravi.seller).gross_minor == total
        commissions.reverse(part_id=part.pk, at=clock.now())
        commissions.reverse(part_id=part.pk, at=clock.now())
        assert YearlySales.objects.get(seller=ravi.seller).gross_minor == free_until

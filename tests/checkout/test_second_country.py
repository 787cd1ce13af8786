"""A brand in Dubai sells in dirhams with VAT: address, quote, order, books, and nothing Indian in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from haat.catalog.models import Offer
from haat.commissions.models import CommissionLine
from haat.core import clock, countries
from haat.customers.models import Address
from haat.ledger import queries as ledger
from haat.ledger.chart import seller_payable
from haat.ledger.models import Account
from haat.orders.models import Order
from haat.promotions import services as promotions
from haat.promotions.services import Spec
from haat.sellers.models import Seller
from haat.tax.queries import regime
from haat.tenancy import hosts
from haat.tenancy.context import brand_scope
from haat.tenancy.models import Brand
from tests.checkout.conftest import Shop
from tests.checkout.steps import proved
from tests.support import Api, run_jobs

HOME = {
    "name": "Asha",
    "phone": "050 123 4567",
    "line1": "Villa 4, Jumeirah",
    "city": "Dubai",
    "pin": "",
    "state": "DU",
    "is_default": True,
}


@pytest.fixture
def dubai(shop: Shop) -> Iterator[Shop]:
    """The shop of the other tests, moved to the Emirates before anything was sold."""
    Brand.objects.filter(pk=shop.brand.pk).update(country="AE", currency="AED", home_state="DU")
    shop.brand.refresh_from_db()
    hosts.forget()
    with brand_scope(shop.brand):
        Offer.objects.update(currency="AED")
        Seller.objects.update(state="SH", gstin="", pan_last4="")
    home = shop.asha.post("addresses", HOME)["data"]
    assert (home["phone"], home["state_name"], home["country"]) == ("+971501234567", "Dubai", "AE")
    with brand_scope(shop.brand):
        shop.customer = type(shop.customer)(
            shop.customer.user, customer=shop.customer.customer, address=Address.objects.get(pk=home["id"])
        )
    yield shop
    hosts.forget()


def test_the_address_form_is_the_countrys_own(dubai: Shop) -> None:
    form = dubai.asha.get("address-form")["data"]
    assert (form["country"], form["has_post_codes"], form["region_word"]) == ("AE", False, "emirate")
    assert {one["code"] for one in form["regions"]} == set(countries.UAE.regions)
    for change, field in (({"state": "27"}, "state"), ({"pin": "400050"}, "pin"), ({"phone": "9820012345"}, "phone")):
        assert field in dubai.asha.post("addresses", HOME | change)["error"]["details"]


def test_an_order_crosses_in_dirhams(dubai: Shop, ravi: Any) -> None:
    with brand_scope(dubai.brand):
        row = promotions.draft(spec=Spec("Ten", "percent", clock.now(), percent_bp=1_000), currency="AED")
        promotions.move(promotion=row, verb="launch", at=clock.now())
    dubai.fill(dubai.serum)
    quote = dubai.quote("cod")
    assert (quote["tax_name"], quote["problems"]) == ("VAT", [])
    assert quote["total"]["text"].startswith("AED ")
    placed = dubai.order("cod")
    assert dubai.asha.status == 201, placed
    run_jobs(dubai.brand)
    seller = Api("seller", dubai.brand, ravi.user)
    part = seller.get("orders")["data"][0]["number"]
    for verb, body in (("acceptance", {}), ("shipment", {"carrier": "Aramex"}), ("delivery", {})):
        seller.post(f"orders/{part}/{verb}", body)
    run_jobs(dubai.brand)
    with brand_scope(dubai.brand):
        order = Order.objects.get()
        line = order.parts.get().lines.get()
        assert (order.country, order.currency, order.place_of_supply) == ("AE", "AED", "DU")
        assert (line.rate_bp, line.cgst_minor, line.igst_minor) == (500, 0, 0)
        assert line.vat_minor == 99_800 - line.taxable_minor == 4_752
        assert all((row.tcs_minor, row.tds_minor) == (0, 0) for row in CommissionLine.objects.all())
        fees = sum(row.fee_gst_minor for row in CommissionLine.objects.all())
        cod_vat = regime("AE").inside(4_900, 500, origin="", destination="DU").tax_minor
        assert ledger.balance("vat_output", "AED") == fees + cod_vat
        assert ledger.balance("promo_expense", "AED") == order.discount_minor == 9_980
        assert ledger.balance(seller_payable(ravi.seller.pk), "AED") == sum(
            row.net_minor for row in CommissionLine.objects.all()
        )
        assert not Account.objects.filter(currency="INR").exists()
        assert not Account.objects.filter(code__in=["gst_output", "tcs_payable", "tds_payable"]).exists()
    proved(dubai.brand)
    address = dubai.asha.get(f"orders/{order.number}")["data"]["address"]
    assert (address["state_name"], address["pin"]) == ("Dubai", "")


def test_an_indian_address_of_before_is_no_place_to_deliver_to(dubai: Shop, asha: Any) -> None:
    dubai.fill(dubai.serum)
    body = {"address_id": str(asha.address.pk), "payment_method": "cod"}
    assert "this country" in dubai.asha.post("checkout/quote", body)["data"]["problems"][0]


def test_promotions_in_rupees_do_not_apply_in_dirhams(dubai: Shop) -> None:
    with brand_scope(dubai.brand):
        row = promotions.draft(spec=Spec("Ten", "percent", clock.now(), percent_bp=1_000), currency="INR")
        promotions.move(promotion=row, verb="launch", at=clock.now())
    dubai.fill(dubai.serum)
    assert dubai.quote("cod")["discount"]["minor"] == 0


@pytest.mark.parametrize(
    ("country", "text", "wanted"),
    [
        ("AE", "0501234567", "+971501234567"),
        ("AE", "+919820012345", "+919820012345"),
        ("IN", "98200 12345", "+919820012345"),
    ],
)
def test_phones_are_read_as_the_countrys_own(country: str, text: str, wanted: str) -> None:
    assert countries.country(country).phone(text) == wanted


@pytest.mark.parametrize(
    ("country", "text"), [("AE", "04 123 4567"), ("AE", "12"), ("IN", "12"), ("IN", "a@b.in"), ("IN", "1234567890")]
)
def test_what_is_no_mobile_is_refused(country: str, text: str) -> None:
    with pytest.raises(ValueError, match="number"):
        countries.country(country).phone(text)

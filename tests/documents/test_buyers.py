"""A business that buys: its number is checked with the address, pinned with the order, and stands on its papers."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction

from haat.core import clock, countries
from haat.customers.models import Address
from haat.documents import services
from haat.orders import services as orders
from haat.orders.models import Order
from haat.privacy import portrait
from haat.sellers.models import Seller
from haat.tenancy.context import brand_scope
from tests.checkout.test_second_country import HOME as VILLA
from tests.documents.conftest import deliver, give_back, papers, verified
from tests.documents.pdf_text import text_of
from tests.support import Api, gstin_of, run_jobs

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop

NUMBER, ELSEWHERE = gstin_of("AAPFB1234C", "27"), gstin_of("AAPFB1234C", "29")
FIRM = {"business_name": "Asha Studio LLP", "tax_number": NUMBER}
WRONG = NUMBER[:-1] + ("0" if NUMBER[-1] != "0" else "1")
HOME = {
    "name": "Asha", "phone": "98200 12345", "line1": "9 Mill Road", "city": "Pune", "state": "27", "pin": "411001",
    "is_default": True,
}  # fmt: skip


def move(shop: Shop, address: dict[str, Any]) -> dict[str, Any]:
    """Asha's parcels go there from now on."""
    kept: dict[str, Any] = shop.asha.post("addresses", address)
    assert shop.asha.status == 201, kept
    with brand_scope(shop.brand):
        mine = Address.objects.get(pk=kept["data"]["id"])
    shop.customer = dataclasses.replace(shop.customer, address=mine)
    return dict(kept["data"])


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"tax_number": WRONG}, "tax_number", "check digit"),
        ({"tax_number": NUMBER[:-1]}, "tax_number", "check digit"),
        ({"tax_number": "99" + NUMBER[2:]}, "tax_number", "check digit"),
        ({"tax_number": ELSEWHERE}, "tax_number", "registered in Karnataka, but the goods go to Maharashtra"),
        ({"business_name": " "}, "business_name", "Enter the name of the business"),
        ({"tax_number": ""}, "tax_number", "Enter the GSTIN of the business"),
        ({"tax_number": "9" * 21}, "tax_number", "20"),
        ({"tax_number": "100123456700003"}, "tax_number", "not a GSTIN"),
    ],
)
def test_a_number_that_is_wrong_or_of_another_state_is_refused_at_its_field(
    shop: Shop, change: dict[str, str], field: str, words: str
) -> None:
    told = shop.asha.post("addresses", HOME | FIRM | change)
    assert shop.asha.status == 422, told
    assert list(told["error"]["details"]) == [field]
    assert words in told["error"]["details"][field][0]


def test_it_is_kept_in_one_writing_and_never_without_the_other(shop: Shop) -> None:
    kept = move(shop, HOME | FIRM | {"tax_number": f" {NUMBER[:5].lower()} {NUMBER[5:]}"})
    assert (kept["tax_number"], kept["business_name"]) == (NUMBER, "Asha Studio LLP")
    path = f"addresses/{kept['id']}"
    told = shop.asha.patch(path, {"state": "29", "pin": "560001"})  # the number stayed behind
    assert "goods go to Karnataka" in told["error"]["details"]["tax_number"][0]
    assert "tax_number" in shop.asha.patch(path, {"tax_number": ""})["error"]["details"]
    with brand_scope(shop.brand), pytest.raises(IntegrityError), transaction.atomic():
        Address.objects.filter(pk=kept["id"]).update(tax_number="")
    blank = shop.asha.patch(path, {"tax_number": "", "business_name": ""})["data"]
    assert (blank["tax_number"], blank["business_name"]) == ("", "")


def test_a_country_whose_invoices_name_no_buyers_number_asks_for_none(shop: Shop, monkeypatch: Any) -> None:
    form = shop.asha.get("address-form")["data"]
    assert form["buyer_number_name"] == "GSTIN"
    monkeypatch.setitem(countries.COUNTRIES, "IN", dataclasses.replace(countries.INDIA, buyer_problem=None))
    assert shop.asha.get("address-form")["data"]["buyer_number_name"] == ""
    told = shop.asha.post("addresses", HOME | FIRM)
    assert "name no tax number of the buyer" in told["error"]["details"]["tax_number"][0]


def test_it_is_pinned_with_the_order_and_printed_on_every_paper_of_it(shop: Shop, ravi: Any, nia: Any) -> None:
    kept = move(shop, HOME | FIRM)
    shop.fill(shop.serum)
    number = str(shop.order("cod")["data"]["order"]["number"])
    shop.asha.patch(f"addresses/{kept['id']}", {"business_name": "", "tax_number": ""})  # changes no order
    run_jobs(shop.brand)
    seller = Api("seller", shop.brand, ravi.user)
    seen = [
        shop.asha.get(f"orders/{number}")["data"]["address"],
        seller.get(f"orders/{number}-A")["data"]["ship_to"],
        Api("admin", shop.brand, nia.user).get(f"orders/{number}")["data"]["address"],
    ]
    assert [(one["tax_number"], one["business_name"]) for one in seen] == [(NUMBER, "Asha Studio LLP")] * 3
    deliver(shop, number, ravi)
    give_back(shop, number, ravi, 1, "one")
    found = papers(shop.brand)
    assert [row.kind for row in found] == ["tax_invoice", "tax_invoice", "credit_note"]  # goods, fee for cash, return
    for row in found:
        assert row.content["recipient"]["tax_number"] == NUMBER
        with brand_scope(shop.brand):
            text = text_of(services.pdf(row))
        for words in ("Asha Studio LLP", "Asha", "9 Mill Road", f"GSTIN {NUMBER}"):
            assert words in " ".join(text.split()), (row.kind, words)
    listed = Api("admin", shop.brand, nia.user)
    month = f"{clock.now():%Y-%m}"
    register = listed.get("reports/sales-register", month=month)["data"]["rows"]
    assert {row["buyer"] for row in register} == {NUMBER}
    assert {row["buyers"] for row in listed.get("reports/tax-summary", month=month)["data"]["rows"]} == {"B2B"}
    assert verified(shop.brand).faults == []


def test_an_order_of_a_consumer_says_nothing_of_it(shop: Shop, ravi: Any) -> None:
    shop.fill(shop.serum)
    number = str(shop.order("cod")["data"]["order"]["number"])
    run_jobs(shop.brand)
    deliver(shop, number, ravi)
    recipient = papers(shop.brand)[0].content["recipient"]
    assert (recipient["tax_number"], recipient["tax_number_name"]) == ("", "")
    assert shop.asha.get(f"orders/{number}")["data"]["address"]["tax_number"] == ""


def test_in_the_emirates_it_is_a_trn(dubai: Shop, ravi: Any) -> None:
    assert dubai.asha.get("address-form")["data"]["buyer_number_name"] == "TRN"
    told = dubai.asha.post("addresses", VILLA | FIRM)
    assert "not a TRN" in told["error"]["details"]["tax_number"][0]
    move(dubai, VILLA | {"business_name": "Asha FZE", "tax_number": "100 1234 5670 0003"})
    with brand_scope(dubai.brand):
        Seller.objects.filter(pk=ravi.seller.pk).update(gstin="100765432100003")
    dubai.fill(dubai.serum)
    number = str(dubai.order("cod")["data"]["order"]["number"])
    run_jobs(dubai.brand)
    deliver(dubai, number, ravi)
    invoice = papers(dubai.brand)[0]
    assert (invoice.content["recipient"]["tax_number_name"], invoice.content["recipient"]["tax_number"]) == (
        "TRN",
        "100123456700003",
    )


def test_who_leaves_is_erased_and_the_number_stays_with_the_tax_record(shop: Shop, ravi: Any) -> None:
    """The law keeps what a registered business bought (CGST Act s.36); who received it goes."""
    move(shop, HOME | FIRM)
    shop.fill(shop.serum)
    number = str(shop.order("cod")["data"]["order"]["number"])
    run_jobs(shop.brand)
    deliver(shop, number, ravi)
    before = papers(shop.brand)[0]
    with brand_scope(shop.brand):
        customer, order = shop.customer.customer, Order.objects.get(number=number)
    mine = json.dumps(portrait.of(shop.customer.user, only=shop.brand.pk, at=clock.now()), default=str)
    assert mine.count(NUMBER) == 2  # of the address, and of the order
    assert "Asha Studio LLP" in mine
    with brand_scope(shop.brand):
        orders.erase_contact(customer=customer)
        services.erase_people(order_ids=[order.pk], at=clock.now())
        order.refresh_from_db()
        assert (order.buyer_tax_number, "Studio" in order.address) == (NUMBER, False)
    after = papers(shop.brand)[0]
    assert "Studio" not in json.dumps(after.content)
    with brand_scope(shop.brand):
        text = text_of(services.pdf(after))
    assert (NUMBER in text, "Studio" in text, "Mill" in text) == (True, False, False)
    assert after.content_hash == before.content_hash
    give_back(shop, number, ravi, 1, "later")  # what is issued after that names nobody either
    note = papers(shop.brand)[-1]
    assert (note.kind, note.content["recipient"]["tax_number"]) == ("credit_note", NUMBER)
    assert verified(shop.brand).faults == []

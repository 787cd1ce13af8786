"""From the product to the order with forms alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.conf import settings

if TYPE_CHECKING:
    from tests.storefront.conftest import Visitor

ADDRESS = {
    "name": "Asha Menon", "phone": "98200 12345", "line1": "12 Sea Lane", "line2": "", "pin": "400050", "city": "Mumbai", "state": "27",
}  # fmt: skip


def fill(visitor: Visitor) -> None:
    visitor.open("/p/rose-serum")
    visitor.send("/p/rose-serum", quantity="2")
    visitor.open("/p/til-bowl")
    visitor.send("/p/til-bowl")


def test_a_guests_cart_is_kept_by_cookie_and_grouped_by_maker(visitor: Visitor) -> None:
    fill(visitor)
    assert (visitor.status, visitor.answer["Location"]) == (303, "/cart?added=1")
    assert settings.HAAT_GUEST_COOKIE in visitor.client.cookies
    text = visitor.follow()
    assert text.index("Parcel from Ravi Traders") != text.index("Parcel from Meera Crafts")
    assert "₹798" in text
    assert "₹201 more for free delivery" in text
    assert visitor.answer["Cache-Control"] == "private, no-store"


def test_quantities_change_and_a_refusal_is_said_at_its_line(visitor: Visitor) -> None:
    visitor.open("/p/til-bowl")
    visitor.send("/p/til-bowl")
    visitor.follow()
    assert visitor.send("/cart", quantity="3") == "/cart"
    visitor.follow()
    assert "₹3,600" in visitor.text
    visitor.send("/cart", quantity="4")
    assert visitor.status == 409
    assert "Only 3 left." in visitor.text
    visitor.send("/cart", quantity="0")
    assert "Nothing in it yet" in visitor.follow()


def test_more_than_there_is_cannot_be_added(visitor: Visitor) -> None:
    visitor.open("/p/til-bowl")
    visitor.send("/p/til-bowl", quantity="9")
    assert visitor.status == 409
    assert "Only 3 left." in visitor.text
    assert "<h1>Til bowl</h1>" in visitor.text


def test_another_site_cannot_fill_the_cart(visitor: Visitor, goods: dict[str, Any]) -> None:
    """ASVS item 29."""
    fields = {"offer_id": str(goods["bowl"].pk)}
    answer = visitor.client.post("/p/til-bowl", fields, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403


def test_checkout_asks_who_you_are_and_brings_you_back(visitor: Visitor) -> None:
    fill(visitor)
    visitor.open("/checkout")
    assert visitor.answer["Location"] == "/login?next=/checkout"
    visitor.sign_in("newcomer@example.com", goal="/checkout")
    assert visitor.answer["Location"] == "/account?welcome=1&next=%2Fcheckout"
    assert "What may we call you?" in visitor.follow()
    visitor.send("/account", name="Asha")
    assert visitor.answer["Location"] == "/checkout"


def test_login_never_leads_to_another_site(visitor: Visitor) -> None:
    """ASVS item 31."""
    for goal in ("//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"):
        assert 'name="next" value="/account"' in visitor.open(f"/login?next={goal}")


def test_a_wrong_code_is_said_and_can_be_tried_again(visitor: Visitor) -> None:
    visitor.open("/login")
    visitor.send("/login", identifier="asha@example.com")
    visitor.follow()
    visitor.send("/login/code", code="000000")
    assert visitor.status in {409, 422}
    assert 'role="alert"' in visitor.text
    assert "asha" not in visitor.text.split("<main")[1].split("</h1>")[0]


def test_something_that_is_no_address_is_refused_at_its_field(visitor: Visitor) -> None:
    visitor.open("/login")
    visitor.send("/login", identifier="not an address")
    assert visitor.status == 422
    assert 'id="identifier-error"' in visitor.text


def test_cash_on_delivery_from_an_empty_cart_to_the_order_page(visitor: Visitor) -> None:
    fill(visitor)
    visitor.sign_in(goal="/checkout")
    visitor.open("/checkout")
    assert visitor.answer["Location"] == "/account/addresses/new?next=/checkout"
    visitor.follow()
    visitor.send("/account/addresses/new", **ADDRESS | {"pin": "560001"})
    assert visitor.status == 422
    assert "is not in Maharashtra" in visitor.text
    visitor.send("/account/addresses/new", **ADDRESS)
    text = visitor.open(visitor.answer["Location"] + "&method=cod")
    assert "Cash on delivery fee" in text
    visitor.send("/checkout")
    assert visitor.answer["Location"].endswith("?placed=1"), visitor.text[:2000]
    number = visitor.answer["Location"].split("/")[2].split("?")[0]
    text = visitor.follow()
    assert "Thank you, it is ordered." in text
    assert f"{number}-A" in text
    assert f"{number}-B" in text
    assert "Nothing in it yet" in visitor.open("/cart")
    assert number in visitor.open("/orders")


def test_a_business_gives_its_number_with_the_address(visitor: Visitor) -> None:
    fill(visitor)
    visitor.sign_in(goal="/checkout")
    form = visitor.open("/account/addresses/new?next=/checkout")
    assert "Buying for a business?" in form
    assert '<label for="f-tax_number">GSTIN' in form
    firm = {"business_name": "Zed Studio LLP", "tax_number": "27AAPFU0939F1Z0"}
    visitor.send("/account/addresses/new", **ADDRESS | firm)
    assert visitor.status == 422
    assert 'aria-describedby="e-tax_number h-tax_number"' in visitor.text
    assert 'fold" open' in visitor.text
    visitor.send("/account/addresses/new", **ADDRESS | firm | {"tax_number": "27AAPFU0939F1ZV"})
    text = visitor.open(visitor.answer["Location"] + "&method=cod")
    assert "Invoices to Zed Studio LLP, 27AAPFU0939F1ZV" in text
    visitor.send("/checkout")
    assert "27AAPFU0939F1ZV" in visitor.follow()
    assert "Zed Studio LLP · 27AAPFU0939F1ZV" in visitor.open("/account")


def test_the_pay_button_pressed_twice_is_one_order(visitor: Visitor) -> None:
    """ASVS item 10."""
    fill(visitor)
    visitor.sign_in(goal="/checkout")
    visitor.open("/account/addresses/new?next=/checkout")
    visitor.send("/account/addresses/new", **ADDRESS)
    visitor.open(visitor.answer["Location"] + "&method=cod")
    shown = visitor.answer
    first = visitor.send("/checkout")
    visitor.answer = shown
    assert visitor.send("/checkout") == first


def test_an_order_that_is_not_paid_can_be_paid_in_cash(visitor: Visitor) -> None:
    fill(visitor)
    visitor.sign_in(goal="/checkout")
    visitor.open("/account/addresses/new?next=/checkout")
    visitor.send("/account/addresses/new", **ADDRESS)
    visitor.open(visitor.answer["Location"])
    visitor.send("/checkout")
    visitor.open("/orders")
    number = re.findall(r"/orders/(AST-[0-9-]+)", visitor.text)[0]
    text = visitor.open(f"/orders/{number}?unpaid=1")
    assert "Or pay in cash when it arrives." in text
    assert "with ₹49 handling fee" in text
    visitor.send(f"/orders/{number}/cash", total="1")
    assert (visitor.status, "The total has changed" in visitor.text) == (409, True)
    visitor.send(f"/orders/{number}/cash")
    assert visitor.answer["Location"] == f"/orders/{number}?placed=1"
    text = visitor.follow()
    assert "Thank you, it is ordered." in text
    assert f"/orders/{number}/cash" not in text


def test_an_order_can_be_called_off_and_is_nobody_elses(visitor: Visitor, aster: Any) -> None:
    fill(visitor)
    visitor.sign_in(goal="/checkout")
    visitor.open("/account/addresses/new?next=/checkout")
    visitor.send("/account/addresses/new", **ADDRESS)
    visitor.open(visitor.answer["Location"] + "&method=cod")
    visitor.send("/checkout")
    page = visitor.answer["Location"].split("?")[0]
    stranger = type(visitor)(aster)
    stranger.sign_in("ben@example.com")
    stranger.open(page)
    assert stranger.status == 404
    visitor.open(page)
    visitor.send(f"{page}/cancellation", part="")
    assert visitor.answer["Location"] == f"{page}?cancelled=1"
    assert "Cancelled" in visitor.follow()


def test_a_cached_page_learns_who_is_here_and_how_much_is_in_the_cart(visitor: Visitor) -> None:
    assert visitor.client.get("/personal").json() == {"cart_count": 0, "is_signed_in": False, "name": ""}
    fill(visitor)
    visitor.sign_in("newcomer@example.com", goal="/cart")
    visitor.follow()
    visitor.send("/account", name="Asha Menon")
    assert visitor.client.get("/personal").json() == {"cart_count": 3, "is_signed_in": True, "name": "Asha"}


def test_signing_out_forgets_the_visitor(visitor: Visitor) -> None:
    visitor.sign_in()
    assert "asha@example.com" in visitor.open("/account")
    assert visitor.client.get("/personal").json()["is_signed_in"]
    visitor.send("/logout")
    visitor.open("/account")
    assert visitor.answer["Location"] == "/login?next=/account"

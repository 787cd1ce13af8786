"""Reading and writing reviews in a browser without JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from haat.customers.models import Customer
from haat.orders.models import Order
from haat.reviews.models import Review
from haat.tenancy.context import brand_scope
from tests.goods import make_offer, make_product
from tests.reviews.conftest import deliver
from tests.storefront.conftest import Visitor
from tests.storefront.test_browse import ld_blocks

if TYPE_CHECKING:
    from tests.reviews.conftest import Stand


@pytest.fixture
def buyer(stand: Stand, mailoutbox: list[Any]) -> tuple[Visitor, str]:
    """Cara is signed in, and the number of an order that reached her."""
    visitor = Visitor(stand.brand)
    visitor.sign_in("cara@example.com")
    visitor.open("/account")
    with brand_scope(stand.brand):
        customer = Customer.objects.get(email="cara@example.com")
        deliver(customer, stand.offer)
        return visitor, Order.objects.get(customer=customer).number


def test_a_buyer_rates_from_the_order_and_everybody_reads_it(stand: Stand, buyer: tuple[Visitor, str]) -> None:
    visitor, number = buyer
    assert "/p/ribbed-tumbler/review" in visitor.open(f"/orders/{number}")
    visitor.open("/p/ribbed-tumbler/review")
    visitor.send(visitor.path, title="No stars")
    assert (visitor.status, "Choose one to five stars" in visitor.text, "No stars" in visitor.text) == (422, True, True)
    to = visitor.send(visitor.path, stars="4", title="Holds <tea>", text="And more")
    assert to == "/p/ribbed-tumbler?said=published#reviews"
    text = visitor.open(to)
    for said in ("Thank you. Your review is shown", "Holds &lt;tea&gt;", "Verified purchase", "4 of 5 stars"):
        assert said in text
    product = ld_blocks(text)[0]
    assert (product["aggregateRating"]["ratingValue"], product["aggregateRating"]["ratingCount"]) == ("4.0", 1)
    assert product["review"][0]["name"] == "Holds <tea>"
    assert "Change your review" in visitor.open(f"/orders/{number}")
    own = visitor.open("/account/reviews")
    assert 'href="/account/reviews"' in visitor.open("/account")
    assert ("Holds &lt;tea&gt;" in own, "Shown in the shop" in own, "/p/ribbed-tumbler/review" in own) == (
        True,
        True,
        True,
    )
    with brand_scope(stand.brand):
        Review.objects.update(status="hidden", reason="It names a person.")
    assert "The shop says: It names a person." in visitor.open("/account/reviews?again=1")
    with brand_scope(stand.brand):
        Review.objects.update(status="published", reason="")
    visitor.open("/p/ribbed-tumbler/review")
    assert visitor.send(visitor.path, remove="1").endswith("said=removed#reviews")
    assert "Nobody has reviewed this yet" in visitor.open("/p/ribbed-tumbler")
    assert "Not reviewed yet" in visitor.open("/account/reviews?again=2")


def test_readers_sort_filter_turn_pages_help_and_report(stand: Stand, buyer: tuple[Visitor, str]) -> None:
    visitor, _ = buyer
    stand.write(stand.asha, 5, text="First five")
    stand.write(stand.ben, 2, text="Only two")
    text = visitor.open("/p/ribbed-tumbler?v=SKU&rsort=lowest")
    assert text.index("Only two") < text.index("First five")
    assert "First five" not in visitor.open("/p/ribbed-tumbler?rstars=2")
    for odd in ("rpage=99", "rpage=x", "rsort=x", "rstars=9", "rpage=0", "said=x", "rpage=%00"):
        visitor.open(f"/p/ribbed-tumbler?{odd}")
        assert visitor.status == 200, odd
    visitor.open("/p/ribbed-tumbler?rsort=lowest")
    to = visitor.send("/reviews/")
    assert to.startswith("/p/ribbed-tumbler?rsort=lowest") and "said=helped" in to
    assert "1 person found this helpful" in visitor.open(to)
    review = stand.read(stand.ben)["data"][0]["id"]
    visitor.open(f"/reviews/{review}/report?next=//evil.example")
    assert visitor.send(visitor.path, cause="untrue") == "/?said=reported#reviews"
    assert stand.nia.get("reviews/counts")["data"]["reported"] == 1


def test_whoever_did_not_receive_it_is_told_so(stand: Stand, buyer: tuple[Visitor, str]) -> None:
    visitor, _ = buyer
    with brand_scope(stand.brand):
        other = make_product("Carafe", slug="carafe")
        make_offer(other)
    assert "once it was delivered" in visitor.open("/p/carafe/review")
    guest = Visitor(stand.brand)
    guest.open("/p/carafe/review")
    assert guest.answer.headers["Location"].startswith("/login?next=")

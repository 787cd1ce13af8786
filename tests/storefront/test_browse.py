"""Looking around without an account and without JavaScript."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from django.test import Client

if TYPE_CHECKING:
    from tests.storefront.conftest import Visitor


def ld_blocks(text: str) -> list[dict[str, Any]]:
    return [json.loads(block) for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)]


def test_the_first_html_of_a_product_says_everything(visitor: Visitor) -> None:
    text = visitor.open("/p/rose-serum")
    assert visitor.status == 200
    for said in (
        "<h1>Rose serum</h1>",
        "₹399",
        "Sinks in &lt;before&gt; noon &amp; stays.",
        "15 ml",
        "Ravi Traders",
        "India",
    ):
        assert said in text
    assert '<link rel="canonical" href="http://aster.haat.localhost/p/rose-serum">' in text
    assert 'property="og:title" content="Rose serum"' in text


def test_structured_data_names_price_and_stock_and_cannot_leave_its_script(visitor: Visitor) -> None:
    """ASVS item 34."""
    text = visitor.open("/p/rose-serum")
    product, crumbs = ld_blocks(text)
    assert product["description"] == "Sinks in <before> noon & stays."
    assert "<before>" not in text
    offers = {offer["sku"]: offer for offer in product["offers"]}
    assert offers["ROSE-15"]["price"] == "399.00"
    assert offers["ROSE-15"]["availability"].endswith("InStock")
    assert offers["ROSE-30"]["availability"].endswith("OutOfStock")
    assert [item["name"] for item in crumbs["itemListElement"]] == ["Skin", "Serums"]


def test_a_shop_without_a_front_page_of_its_own_shows_what_it_has(visitor: Visitor) -> None:
    text = visitor.open("/")
    assert "<h1>Aster</h1>" in text
    assert "/p/rose-serum" in text


def test_a_variant_has_an_address_and_a_sold_out_one_cannot_be_added(visitor: Visitor) -> None:
    text = visitor.open("/p/rose-serum?v=ROSE-30")
    assert "Sold out in this choice" in text
    assert "Add to cart" not in text
    assert 'href="?v=ROSE-15"' in text


def test_a_category_lists_what_is_below_it_and_what_is_sold_out_last(visitor: Visitor) -> None:
    text = visitor.open("/c/skin")
    assert text.index("/p/rose-serum") < text.index("/p/lip-balm")
    assert "/p/til-bowl" not in text
    assert "2 products" in text


def test_filters_are_in_the_address_and_come_off_again(visitor: Visitor) -> None:
    text = visitor.open("/search?q=serum&seller=ravi-traders&max_price=500")
    assert "/p/rose-serum" in text
    assert 'value="ravi-traders" checked' in text
    assert 'href="?q=serum&amp;seller=ravi-traders"' in text  # takes the price off
    assert '<meta name="robots" content="noindex">' in text


def test_nothing_found_helps_further(visitor: Visitor) -> None:
    text = visitor.open("/search?q=zzzz")
    assert visitor.status == 200
    assert "Check the spelling" in text


def test_a_page_number_that_is_none_is_the_first(visitor: Visitor) -> None:
    visitor.open("/c/skin?page=99999999999")
    assert visitor.status == 200


def test_what_is_not_there_is_a_page_of_the_shop(visitor: Visitor) -> None:
    for path in ("/p/nothing", "/c/nothing", "/sellers/nobody", "/pages/none", "/nowhere"):
        text = visitor.open(path)
        assert visitor.status == 404, path
        assert "This shelf is empty" in text
        assert "Aster" in text


def test_public_pages_are_asked_again_with_their_etag(visitor: Visitor) -> None:
    visitor.open("/p/rose-serum")
    assert visitor.answer["Cache-Control"] == "no-cache"
    etag = visitor.answer["ETag"]
    visitor.open("/p/rose-serum", **{"If-None-Match": etag})
    assert (visitor.status, visitor.text) == (304, "")


def test_no_page_has_an_inline_style_or_script(visitor: Visitor) -> None:
    """ASVS item 30."""
    for path in ("/", "/c/skin", "/p/rose-serum", "/cart", "/login", "/search"):
        text = visitor.open(path)
        assert " style=" not in text, path
        assert not re.search(r"<script(?![^>]*(src=|application/ld\+json))", text), path


def test_the_theme_is_one_immutable_stylesheet(visitor: Visitor) -> None:
    found = re.search(r'href="(/theme/[0-9a-f]{12}\.css)"', visitor.open("/"))
    assert found
    visitor.open(found[1])
    assert "immutable" in visitor.answer["Cache-Control"]
    assert "--primary:#" in visitor.text
    visitor.open("/theme/000000000000.css")
    assert visitor.answer["Cache-Control"] == "no-cache"


def test_robots_know_the_sitemap_and_it_names_every_page(visitor: Visitor) -> None:
    assert "Sitemap: http://aster.haat.localhost/sitemap.xml" in visitor.open("/robots.txt")
    text = visitor.open("/sitemap.xml")
    for place in ("/c/skin", "/c/serums", "/p/rose-serum", "/p/lip-balm"):
        assert f"<loc>http://aster.haat.localhost{place}</loc>" in text


def test_a_neighbours_shop_shows_nothing_of_it(visitor: Visitor, birch: Any) -> None:
    other = type(visitor)(birch)
    assert other.open("/p/rose-serum")
    assert other.status == 404
    assert "Rose serum" not in other.open("/search?q=serum")


def test_an_unknown_host_gets_a_page_and_no_shop(db: None) -> None:
    answer = Client(HTTP_HOST="nobody.haat.localhost").get("/")
    assert answer.status_code == 404
    assert "This stall is empty" in answer.content.decode()


def test_the_platforms_own_page_names_the_open_shops(aster: Any, birch: Any) -> None:
    answer = Client(HTTP_HOST="haat.localhost").get("/")
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "http://aster.haat.localhost" in text
    assert "Birch" in text


def test_attributes_are_filters_that_come_off_again(visitor: Visitor) -> None:
    text = visitor.open("/c/serums")
    assert 'name="attr" value="size:15 ml"' in text
    text = visitor.open("/c/serums?attr=size:15+ml")
    assert 'name="attr" value="size:15 ml" checked' in text
    assert "/p/rose-serum" in text
    assert '<a href="?" aria-label="Remove filter 15 ml">' in text
    assert "/p/rose-serum" not in visitor.open("/c/serums?attr=size:500+ml")


def test_a_search_says_what_it_made_of_the_words(visitor: Visitor) -> None:
    text = visitor.open("/search?q=rose+bowl")
    assert "Here are those with some of them" in text
    assert "/p/rose-serum" in text
    text = visitor.open("/search?q=zzzz")
    assert 'href="/c/skin"' in text  # a place to go on
    assert 'data-words="rose' in visitor.open("/search?q=rose")

"""Staff shape the tree; addresses that were given up lead on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from haat.catalog.models import OldSlug
from haat.search import services as search
from haat.tenancy.context import brand_scope
from tests.goods import make_category, make_offer, make_product
from tests.support import Api

if TYPE_CHECKING:
    from haat.tenancy.models import Brand


@pytest.fixture
def tree(staff: Api) -> dict[str, str]:
    """Home, and below it Kitchen with Glass, and Bath."""
    made: dict[str, str] = {}
    for name, above in (("Home", None), ("Kitchen", "Home"), ("Bath", "Home"), ("Glass", "Kitchen")):
        made[name] = staff.post("categories", {"name": name, "parent_id": above and made[above]})["data"]["id"]
        assert staff.status == 201
    return made


def test_rings_are_refused(tree: dict[str, str], staff: Api) -> None:
    for below in ("Home", "Kitchen", "Glass"):
        refusal = staff.patch(f"categories/{tree['Home']}", {"parent_id": tree[below]})
        assert (staff.status, list(refusal["error"]["details"])) == (422, ["parent_id"])


def test_depth_has_an_end(tree: dict[str, str], staff: Api) -> None:
    above = tree["Glass"]
    for name in ("Four", "Five", "Six"):
        above = staff.post("categories", {"name": name, "parent_id": above})["data"]["id"]
    staff.post("categories", {"name": "Seven", "parent_id": above})
    assert staff.status == 422
    staff.patch(f"categories/{tree['Kitchen']}", {"parent_id": tree["Bath"]})
    assert staff.status == 422


def test_order_among_siblings(tree: dict[str, str], staff: Api) -> None:
    staff.patch(f"categories/{tree['Bath']}", {"position": 0})
    rows = [row["name"] for row in staff.get("categories")["data"] if row["parent_id"] == tree["Home"]]
    assert rows == ["Bath", "Kitchen"]


def test_only_what_is_empty_goes(aster: Brand, tree: dict[str, str], staff: Api) -> None:
    assert staff.delete(f"categories/{tree['Kitchen']}")["error"]["message"].startswith("“Kitchen” has categories")
    with brand_scope(aster):
        glass = make_category("glass")
        product = make_product(category=glass)
    staff.delete(f"categories/{tree['Glass']}")
    assert staff.status == 409
    with brand_scope(aster):
        product.delete()
    staff.delete(f"categories/{tree['Glass']}")
    assert staff.status == 200
    assert "Glass" not in {row["name"] for row in staff.get("categories")["data"]}


def test_a_picture_must_be_there(tree: dict[str, str], staff: Api) -> None:
    for path in ("no/such.svg", "../secret"):
        staff.patch(f"categories/{tree['Bath']}", {"image": path})
        assert staff.status == 422


@pytest.fixture
def shown(aster: Brand, ravi: Any) -> Any:
    with brand_scope(aster):
        product = make_product("Surahi", slug="surahi", category=make_category("jugs"), seller=ravi.seller)
        make_offer(product, seller=ravi.seller)
        search.index([product.pk])
    return product


def test_chains_of_addresses_collapse_and_close_no_ring(shown: Any, staff: Api, visitor: Api, aster: Brand) -> None:
    for slug in ("surahi-jug", "clay-surahi", "surahi-jug", "surahi-new"):
        staff.patch(f"products/{shown.pk}", {"slug": slug})
        assert staff.status == 200
    for old in ("surahi", "surahi-jug", "clay-surahi"):
        answer = visitor.get(f"products/{old}")
        assert (visitor.status, answer["error"]["code"]) == (404, "moved")
        assert answer["error"]["details"] == {"slug": "surahi-new"}
    with brand_scope(aster):
        assert not OldSlug.objects.filter(slug="surahi-new").exists()


def test_an_old_address_is_taken_over_knowingly(shown: Any, staff: Api, visitor: Api, aster: Brand) -> None:
    staff.patch(f"products/{shown.pk}", {"slug": "clay"})
    with brand_scope(aster):
        other = make_product("Other", slug="other")
    refusal = staff.patch(f"products/{other.pk}", {"slug": "surahi"})
    assert (staff.status, set(refusal["error"]["details"])) == (422, {"slug", "take_old"})
    staff.patch(f"products/{other.pk}", {"slug": "surahi", "take_old": True})
    assert staff.status == 200
    staff.patch(f"products/{other.pk}", {"slug": "clay", "take_old": True})
    assert staff.status == 422


def test_pages_move_for_good(shown: Any, staff: Api, visitor: Api, aster: Brand) -> None:
    staff.patch(f"products/{shown.pk}", {"slug": "clay"})
    answer = visitor.client.get("/p/surahi?v=x")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/p/clay?v=x")
    category = next(row for row in staff.get("categories")["data"] if row["slug"] == "jugs")
    staff.patch(f"categories/{category['id']}", {"slug": "water-jugs"})
    answer = visitor.client.get("/c/jugs")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/c/water-jugs")


def test_words_for_search_engines(shown: Any, staff: Api, visitor: Api) -> None:
    words = {"seo_title": "Clay surahi that cools water", "seo_description": "Thrown by hand in Pokhran."}
    assert staff.patch(f"products/{shown.pk}", words)["data"]["seo_title"] == words["seo_title"]
    page = visitor.client.get("/p/surahi").content.decode()
    assert "<title>Clay surahi that cools water" in page
    assert 'content="Thrown by hand in Pokhran."' in page

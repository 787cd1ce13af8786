"""Collections by hand and by rule: who is in, in which order, kept true as goods and days change."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from haat.catalog.models import Collection, Product
from haat.catalog.services import clean_rule
from haat.core import clock, generation
from haat.search import services
from haat.search.engine import engine
from haat.search.models import Count, Document
from haat.search.rules import holds
from haat.tenancy.context import brand_scope
from tests.goods import slugs
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from haat.tenancy.models import Brand

CHEAP = {"match": "all", "conditions": [{"field": "price", "op": "between", "min": None, "max": 50_000}]}


@pytest.fixture
def staff(aster: Brand, nia: Any) -> Api:
    return Api("admin", aster, nia.user)


@pytest.fixture
def visitor(aster: Brand) -> Api:
    return Api("customer", aster)


def _make(staff: Api, **more: Any) -> Any:
    answer = staff.post("collections", {"title": "Under 500", "kind": "rule", "rule": CHEAP} | more)
    assert staff.status == 201, answer
    run_jobs(staff_brand(staff), only="search")
    return answer["data"]


def staff_brand(staff: Api) -> Any:
    from haat.tenancy.queries import brand_by_slug

    return brand_by_slug(staff.client.defaults["HTTP_HOST"].partition(".")[0])


def _renew(brand: Brand) -> None:
    """As a commit does, which a test has none of."""
    with brand_scope(brand):
        generation.bump()


def test_a_rule_takes_in_what_fits(shop: Any, staff: Api, visitor: Api) -> None:
    _make(staff)
    assert visitor.get("collections")["data"][0]["slug"] == "under-500"
    answer = visitor.get("products", collection="under-500", sort="price")
    assert slugs(answer["data"]) == ["ribbed-tumbler", "bhringraj-oil"]  # what is sold out comes last
    assert answer["meta"]["total"] == 2
    assert "collection" not in answer["meta"]["facets"]


def test_filters_work_within_a_collection(shop: Any, staff: Api, visitor: Api) -> None:
    _make(staff)
    answer = visitor.get("products", collection="under-500", category="glassware")
    assert slugs(answer["data"]) == ["ribbed-tumbler"]
    counts = {row["value"]: row["count"] for row in answer["meta"]["facets"]["category"]}
    assert (counts["glassware"], counts["serums"]) == (1, 1)


def test_a_price_change_is_followed(aster: Brand, shop: Any, ravi: Any, staff: Api, visitor: Api) -> None:
    _make(staff)
    desk = Api("seller", aster, ravi.user)
    offer = next(row for row in desk.get("offers")["data"] if row["product"]["id"] == str(shop["carafe"].pk))
    desk.patch(f"offers/{offer['id']}", {"price_minor": 45_000})
    run_jobs(aster, only="search")
    _renew(aster)
    assert "surahi-carafe" in slugs(visitor.get("products", collection="under-500")["data"])


def test_a_changed_rule_is_followed(aster: Brand, shop: Any, staff: Api, visitor: Api) -> None:
    made = _make(staff)
    rule = {"match": "any", "conditions": [
        {"field": "tag", "op": "is", "values": ["Night"]},
        {"match": "all", "conditions": [{"field": "origin", "op": "is", "values": ["JP"]}, {"field": "stock", "op": "is"}]},
    ]}  # fmt: skip
    staff.patch(f"collections/{made['id']}", {"rule": rule})
    run_jobs(aster, only="search")
    _renew(aster)
    assert set(slugs(visitor.get("products", collection="under-500")["data"])) == {"rose-serum", "surahi-carafe"}
    staff.delete(f"collections/{made['id']}")
    run_jobs(aster, only="search")
    with brand_scope(aster):
        assert not Document.objects.filter(facets__contains=[f"collection={made['id']}"]).exists()
        assert not Count.objects.filter(scope=made["id"], total__gt=0).exists()


def test_what_is_new_grows_old(aster: Brand, shop: Any, staff: Api, visitor: Api) -> None:
    rule = {"match": "all", "conditions": [{"field": "newness", "op": "within", "days": 7}]}
    _make(staff, title="New", rule=rule)
    assert visitor.get("products", collection="new")["meta"]["total"] == 5
    with brand_scope(aster):
        long_ago = clock.now() - timedelta(days=8)
        Product.objects.filter(pk=shop["oil"].pk).update(published_at=long_ago)
        Document.objects.filter(pk=shop["oil"].pk).update(published_at=long_ago)
        assert services.follow_days(at=clock.now()) == 1
        assert services.follow_days(at=clock.now()) == 0
    _renew(aster)
    assert "bhringraj-oil" not in slugs(visitor.get("products", collection="new")["data"])


def test_by_hand_in_the_brands_order(aster: Brand, shop: Any, staff: Api, visitor: Api) -> None:
    order = ["creme", "tumbler", "serum"]
    made = _make(staff, title="Picks", kind="hand", rule={}, products=[str(shop[name].pk) for name in order])
    assert slugs(visitor.get("products", collection="picks")["data"]) == ["creme", "ribbed-tumbler", "rose-serum"]
    staff.patch(f"collections/{made['id']}", {"products": [str(shop[name].pk) for name in reversed(order[:2])]})
    run_jobs(aster, only="search")
    _renew(aster)
    assert slugs(visitor.get("products", collection="picks")["data"]) == ["ribbed-tumbler", "creme"]
    assert [row["title"] for row in staff.get(f"collections/{made['id']}/items")["data"]] == [
        "Ribbed tumbler", "Crème de nuit",
    ]  # fmt: skip
    assert staff.get("collections")["data"][0]["products"] == 2


def test_a_collection_has_its_own_order(shop: Any, staff: Api, visitor: Api) -> None:
    _make(staff, title="Dear", sort="price_down", rule={"match": "all", "conditions": [{"field": "stock", "op": "is"}]})
    assert slugs(visitor.get("products", collection="dear")["data"])[0] == "surahi-carafe"


def test_the_preview_counts_before_saving(shop: Any, staff: Api) -> None:
    answer = staff.post("collections/preview", {"rule": CHEAP})["data"]
    assert (answer["total"], answer["more"], len(answer["products"])) == (2, False, 2)


@pytest.mark.parametrize(
    "rule",
    [
        {},
        {"match": "some", "conditions": []},
        {"match": "all", "conditions": []},
        {"match": "all", "conditions": [{"field": "colour"}]},
        {"match": "all", "conditions": [{"field": "price", "min": None, "max": None}]},
        {"match": "all", "conditions": [{"field": "category", "op": "is", "values": ["nope"]}]},
        {"match": "all", "conditions": [{"match": "all", "conditions": [{"match": "all", "conditions": []}]}]},
        {"match": "all", "conditions": [{"field": "tag", "op": "is", "values": ["x"]}] * 21},
        [],
    ],
)
def test_a_wrong_rule_is_refused(shop: Any, staff: Api, rule: Any) -> None:
    refusal = staff.post("collections", {"title": "Wrong", "kind": "rule", "rule": rule})
    assert (staff.status, list(refusal["error"]["details"])) == (422, ["rule"])


def test_hidden_ones_and_neighbours(aster: Brand, birch: Brand, nia: Any, shop: Any, staff: Api, visitor: Api) -> None:
    _make(staff, is_shown=False)
    visitor.get("collections/under-500")
    assert visitor.status == 404
    visitor.get("products", collection="under-500")
    assert visitor.status == 404
    stranger = Api("admin", birch, nia.user)
    stranger.get("collections")
    assert stranger.status == 403
    with brand_scope(birch):
        assert not Collection.objects.exists()


def test_counts_agree_with_a_recount(aster: Brand, shop: Any, staff: Api) -> None:
    _make(staff)
    with brand_scope(aster):
        kept = set(Count.objects.filter(total__gt=0).values_list("scope", "facet", "total"))
        services.recount()
        assert set(Count.objects.filter(total__gt=0).values_list("scope", "facet", "total")) == kept


VALUES = st.sampled_from(["night", "rare", "IN", "JP", "ravi-traders", "blue"])
SINGLE = st.one_of(
    st.builds(
        lambda field, op, values: {"field": field, "op": op, "values": values},
        st.sampled_from(["tag", "seller", "origin"]), st.sampled_from(["is", "is_not"]), st.lists(VALUES, min_size=1, max_size=3),
    ),
    st.builds(lambda low, high: {"field": "price", "op": "between", "min": low, "max": high},
              st.one_of(st.none(), st.integers(0, 99_999)), st.integers(0, 150_000)),
    st.builds(lambda percent: {"field": "discount", "op": "at_least", "percent": percent}, st.integers(1, 60)),
    st.builds(lambda days: {"field": "newness", "op": "within", "days": days}, st.integers(1, 20)),
    st.just({"field": "stock", "op": "is"}),
)  # fmt: skip
GROUP = st.builds(lambda match, rows: {"match": match, "conditions": rows}, st.sampled_from(["all", "any"]),
                  st.lists(SINGLE, min_size=1, max_size=3))  # fmt: skip
RULE = st.builds(lambda match, rows: {"match": match, "conditions": rows}, st.sampled_from(["all", "any"]),
                 st.lists(st.one_of(SINGLE, GROUP), min_size=1, max_size=4))  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rule=RULE)
def test_documents_and_database_say_the_same(aster: Brand, shop: Any, rule: dict[str, Any]) -> None:
    """The rule is asked of one document when it is written, and of all of them when it changes."""
    with brand_scope(aster):
        at, clean = clock.now(), clean_rule(rule)
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE search_document SET published_at = %s - (price_minor %% 17) * interval '1 day'", [at]
            )
        among = {document.pk for document in Document.objects.all() if holds(clean, document, at)}
        total, _, cards = engine().preview(clean, at=at, limit=10)
        assert {card["id"] for card in cards} == {str(pk) for pk in among}
        assert total == len(among)

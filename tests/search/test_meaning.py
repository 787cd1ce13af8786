"""What words mean: shipped lists, the brand's own synonyms, curated results, and the log of questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from haat.search import meaning, services
from haat.search.models import Choice, Curated, Question, Synonym
from haat.search.reading import read
from haat.search.words import folded
from haat.tenancy.context import brand_scope
from tests.goods import make_offer, make_product, slugs
from tests.support import Api

if TYPE_CHECKING:
    from haat.tenancy.models import Brand


@pytest.fixture
def visitor(aster: Brand, shop: Any) -> Api:
    return Api("customer", aster)


@pytest.fixture
def desk(aster: Brand, shop: Any, nia: Any) -> Api:
    return Api("admin", aster, nia.user)


def test_the_shipped_lists_can_be_read() -> None:
    table = meaning.shipped()
    assert "shoe" in table["joota"]
    assert "joota" not in table.get("shoe", [])  # one way
    assert "saree" in table["sari"]
    assert "sari" in table["saree"]
    assert "saree" in table[folded("साड़ी")]
    assert all(len(word.split()) <= meaning.PHRASE_MAX for word in table)


@pytest.mark.parametrize("typed", ["gilas", "गिलास", "ribbedtumbler", "rib bed tumbler"])
def test_hinglish_joined_and_split_words_are_understood(visitor: Api, typed: str) -> None:
    assert "ribbed-tumbler" in slugs(visitor.get("products", q=typed)["data"])


def test_a_brands_synonym_finds_at_the_next_request_and_only_there(
    aster: Brand, birch: Brand, visitor: Api, desk: Api, django_capture_on_commit_callbacks: Any
) -> None:
    assert visitor.get("products", q="flacon")["data"] == []
    with django_capture_on_commit_callbacks(execute=True):
        made = desk.call("POST", "search/synonyms", {"words": ["Flacon", "carafe"]}, key="one")
    assert desk.status == 201
    assert made["data"]["words"] == ["flacon", "carafe"]
    assert slugs(visitor.get("products", q="flacon")["data"]) == ["surahi-carafe"]
    with brand_scope(birch):
        assert read("flacon").groups[0].meanings == [["flacon"]]
    with django_capture_on_commit_callbacks(execute=True):
        desk.patch(f"search/synonyms/{made['data']['id']}", {"words": ["carafe", "flacon"], "one_way": True})
    assert visitor.get("products", q="flacon")["data"] == []
    desk.delete(f"search/synonyms/{made['data']['id']}")
    assert desk.status == 200
    assert desk.get("search/synonyms")["data"] == []


def test_bad_synonyms_are_refused(desk: Api) -> None:
    for words in (["one"], ["same", "SAME"], ["!!", "??"]):
        desk.call("POST", "search/synonyms", {"words": words}, key=str(words))
        assert desk.status == 422, words


def test_a_manifests_synonyms_leave_the_portals_own(aster: Brand, shop: Any) -> None:
    with brand_scope(aster):
        services.save_synonym(words=["a1", "b1"], one_way=False)
        services.import_synonyms(rows=[{"words": ["jug", "carafe"], "one_way": False}])
        services.import_synonyms(rows=[{"words": ["pot", "carafe"], "one_way": True}])
        assert sorted(Synonym.objects.values_list("words", flat=True)) == [["a1", "b1"], ["pot", "carafe"]]


def test_pinned_comes_first_and_hidden_not_at_all(
    visitor: Api, desk: Api, shop: Any, django_capture_on_commit_callbacks: Any
) -> None:
    assert slugs(visitor.get("products", q="serum")["data"])[0] == "rose-serum"
    with django_capture_on_commit_callbacks(execute=True):
        for product, position in ((shop["creme"], 1), (shop["oil"], None)):
            body = {"question": " SERUM ", "product_id": str(product.pk), "position": position}
            desk.post("search/curated", body)
            assert desk.status == 200
    answer = visitor.get("products", q="serum")
    assert slugs(answer["data"]) == ["creme", "rose-serum"]
    assert answer["meta"]["total"] == 2
    assert slugs(visitor.get("products", q="serum", seller="ravi-traders")["data"]) == []
    assert slugs(visitor.get("products", q="serum", limit=1, page=2)["data"]) == ["rose-serum"]
    row = desk.get("search/curated")["data"][0]
    desk.delete(f"search/curated/{row['id']}")
    assert desk.status == 200


def test_a_neighbours_staff_and_a_seller_shape_nothing(
    aster: Brand, birch: Brand, nia: Any, ravi: Any, desk: Api
) -> None:
    for stranger in (Api("admin", birch, nia.user), Api("admin", aster, ravi.user), Api("admin", aster)):
        for method, path in (("GET", "search/synonyms"), ("POST", "search/curated"), ("GET", "search/empty")):
            stranger.call(method, path)
            assert stranger.status in {401, 403, 404}, (method, path)


def test_support_may_read_and_not_shape(aster: Brand, desk: Api) -> None:
    from haat.identity import identifiers
    from haat.identity import services as identity

    user = identity.person(identifier=identifiers.parse("sue@example.com"), name="Sue")[0]
    identity.grant(user=user, scope="brand", role="support", brand_id=aster.pk)
    sue = Api("admin", aster, user)
    sue.get("search/popular")
    assert sue.status == 200
    sue.call("POST", "search/synonyms", {"words": ["a1", "b1"]}, key="k")
    assert sue.status == 403


def test_questions_are_counted_also_when_the_answer_was_kept(
    aster: Brand, birch: Brand, visitor: Api, desk: Api, django_capture_on_commit_callbacks: Any
) -> None:
    for _ in range(2):  # what other tests asked, and what one that failed did not take away
        with brand_scope(aster), django_capture_on_commit_callbacks(execute=True):
            services.write_down()
    with brand_scope(aster):
        before = set(Question.objects.values_list("pk", flat=True))
    for text in ("Serum", "serum ", "xylophone", "call 98200 12345", "asha@example.com"):
        visitor.get("products", q=text)
    visitor.get("products", q="serum", page=2)
    with brand_scope(aster):
        services.write_down()
        asked = Question.objects.exclude(pk__in=before)
        assert set(asked.values_list("text", "times")) == {("serum", 2), ("xylophone", 1), ("call", 1)}
    assert "serum" in {row["text"] for row in desk.get("search/popular")["data"]}
    assert {"xylophone", "call"} <= {row["text"] for row in desk.get("search/empty")["data"]}
    with brand_scope(birch):
        services.write_down()
        assert not Question.objects.filter(text__in=["xylophone", "call"]).exists()


def test_what_is_chosen_often_comes_first_among_equals(aster: Brand, visitor: Api, ravi: Any) -> None:
    from haat.core import clock

    with brand_scope(aster):
        twins = [make_product("Plain jug", slug=f"jug-{n}", published_at=clock.now()) for n in range(2)]
        for twin in twins:
            make_offer(twin, seller=ravi.seller)
        services.index([twin.pk for twin in twins])
    last = slugs(visitor.get("products", q="jug")["data"])[-1]
    chosen = next(twin for twin in twins if twin.slug == last)
    for _ in range(3):
        visitor.post("search/choices", {"q": "jug", "product": str(chosen.pk), "position": 2})
        assert visitor.status == 200
    visitor.post("search/choices", {"q": "jug", "product": "00000000-0000-0000-0000-000000000001", "position": 1})
    with brand_scope(aster):
        assert Choice.objects.count() == 3
        services.weigh(at=clock.now())
    assert slugs(visitor.get("products", q="jug", fresh="1")["data"])[0] == last


def test_popular_questions_are_warm_after_a_change(aster: Brand, visitor: Api, django_assert_num_queries: Any) -> None:
    from haat.core import clock
    from haat.tenancy import hosts

    with brand_scope(aster):
        Question.objects.create(text="serum", found=2)
        assert services.warm(at=clock.now()) == 1
        assert services.warm(at=clock.now()) == 0
    visitor.client.defaults["HTTP_HOST"] = hosts.url("customer", aster, "").partition("://")[2]
    visitor.get("categories")  # finds out whose host this is
    with django_assert_num_queries(0):
        visitor.get("products", page=1, limit=24, sort="relevance", q="serum")
    assert visitor.status == 200


def test_nothing_found_names_categories(visitor: Api) -> None:
    meta = visitor.get("products", q="zzzz")["meta"]
    assert [row["slug"] for row in meta["categories"]] == ["glassware", "serums"]
    assert visitor.get("products", q="serum")["meta"].get("categories") is None


def test_curated_rows_go_with_their_brand_only(aster: Brand, birch: Brand, desk: Api, shop: Any) -> None:
    desk.post("search/curated", {"question": "serum", "product_id": str(shop["oil"].pk), "position": 1})
    with brand_scope(birch):
        assert not Curated.objects.exists()

"""Limits on requests: by address, by person, by brand; and what holds while Valkey is out."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from haat.core import limits

CART = "cart/lines"
NOTHING = {"offer_id": "01920000-0000-7000-8000-000000000000", "quantity": 1}


@pytest.fixture(autouse=True)
def _own_counters() -> None:
    limits.forget_here()


@pytest.fixture
def address() -> str:
    """An address that no other test has used up."""
    return f"198.18.{random.randrange(256)}.{random.randrange(256)}"


@pytest.fixture
def visitor(aster: Any, api: Any, address: str) -> Any:
    """A guest of aster with an address of their own."""
    guest = api("customer", aster)
    guest.client.defaults["REMOTE_ADDR"] = address
    return guest


@pytest.fixture
def limited(settings: Any) -> Any:
    def lower(**counts: tuple[int, int]) -> None:
        settings.HAAT_LIMITS = settings.HAAT_LIMITS | counts

    return lower


def write(visitor: Any) -> int:
    visitor.post(CART, NOTHING)
    return int(visitor.status)


def test_the_products_figure_is_exact(visitor: Any, limited: Any) -> None:
    """ASVS item 12: a hundred anonymous writes pass in 15 minutes, the next does not, and the answer says when."""
    limited(anonymous_writes=(100, 900))
    assert {write(visitor) for _ in range(100)} == {404}
    refused = visitor.post(CART, NOTHING)
    assert (visitor.status, refused["error"]["code"]) == (429, "too_many_requests")
    assert "Try again in" in refused["error"]["message"]
    assert 840 <= int(visitor.response["Retry-After"]) <= 960
    assert visitor.response["RateLimit-Policy"] == '"anonymous_writes";q=100;w=900'
    assert visitor.response["RateLimit"].startswith('"anonymous_writes";r=0;t=')


def test_coupon_codes_cannot_be_guessed_for_long(visitor: Any, limited: Any) -> None:
    limited(coupons=(5, 900))
    tried = [(visitor.post("checkout/codes", {"code": f"GUESS{number}"}), visitor.status)[1] for number in range(7)]
    assert 429 not in tried[:5]
    assert tried[5:] == [429, 429]
    visitor.post(CART, NOTHING)
    assert visitor.status == 404  # the cart is open to them


def test_the_shipped_figures() -> None:
    """ASVS item 12."""
    from config import edge

    assert edge._LIMITS["anonymous_writes"] == (100, 900)
    assert edge._LIMITS["login"][0] < edge._LIMITS["anonymous_writes"][0] < edge._LIMITS["reads"][0]


def test_no_window_ever_holds_more_than_the_limit_and_it_opens_again(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    """ASVS item 12: requests that come as fast as they may, seen through every window."""
    at, passed = 1_800_000_000.0, []
    monkeypatch.setattr(limits.time, "time", lambda: at)
    for _ in range(400):
        at += random.uniform(0.5, 8.0)
        if not limits.take([limits.Limit("window", address, 20, 300)]).refused:
            passed.append(at)
    assert max(sum(start <= one < start + 300 for one in passed) for start in passed) <= 20
    assert len(passed) > 60


def test_another_address_and_another_line_are_not_the_ones_who_asked(visitor: Any, limited: Any) -> None:
    limited(anonymous_writes=(1, 60))
    assert [write(visitor), write(visitor)] == [404, 429]
    visitor.client.defaults["REMOTE_ADDR"] = f"2001:db8:{random.randrange(65536):x}:1::1"
    assert [write(visitor), write(visitor)] == [404, 429]
    visitor.client.defaults["REMOTE_ADDR"] = visitor.client.defaults["REMOTE_ADDR"].replace("::1", "::ffff")
    assert write(visitor) == 429


def test_a_forged_address_does_not_open_a_limit(visitor: Any, limited: Any) -> None:
    """ASVS item 32."""
    limited(anonymous_writes=(1, 60))
    assert write(visitor) == 404
    visitor.headers |= {"X-Forwarded-For": "203.0.113.1", "X-Real-Ip": "203.0.113.2", "Forwarded": "for=203.0.113.3"}
    assert write(visitor) == 429


def test_signing_in_has_a_stricter_limit(visitor: Any, limited: Any) -> None:
    """ASVS item 12."""
    limited(login=(2, 60), codes=(1, 60))
    told = [visitor.post("/api/v1/auth/login", {"identifier": "x@example.com"}) and visitor.status for _ in range(2)]
    assert told == [200, 429]
    guess = {"challenge_id": NOTHING["offer_id"], "code": "000000"}
    assert [visitor.post("/api/v1/auth/verify", guess) and visitor.status for _ in range(3)] == [422, 422, 429]


def test_signed_in_people_are_counted_by_person(
    aster: Any, api: Any, asha: Any, ben: Any, limited: Any, address: str
) -> None:
    limited(signed_in_writes=(2, 60), anonymous_writes=(1, 60))
    one, other = api("customer", aster, asha.user), api("customer", aster, ben.user)
    for person in (one, other):
        person.client.defaults["REMOTE_ADDR"] = address  # an office, or a carrier's gateway
    assert [write(one), write(one), write(one), write(other)] == [404, 404, 429, 404]


def test_searching_has_a_limit_of_its_own(visitor: Any, limited: Any) -> None:
    """ASVS item 12: questions are limited apart from leafing through the catalogue."""
    limited(search=(2, 60))
    assert [visitor.get("products", q=f"rose {n}") and visitor.status for n in range(3)] == [200, 200, 429]
    visitor.get("products", page=2)
    assert visitor.status == 200


def test_checking_out_has_a_limit_of_its_own(aster: Any, api: Any, asha: Any, limited: Any) -> None:
    """ASVS item 12."""
    limited(checkout=(1, 60))
    shop = api("customer", aster, asha.user)
    quote = {"address_id": str(asha.address.pk), "payment_method": "cod"}
    assert [shop.post("checkout/quote", quote) and shop.status for _ in range(2)] == [409, 429]


def test_one_brand_cannot_take_what_belongs_to_another(aster: Any, birch: Any, api: Any, settings: Any) -> None:
    """A brand has as many requests a minute as its plan says; its neighbour still answers."""
    settings.HAAT_PLANS = {"standard": 2}
    limits.forget_here()
    for brand in (aster, birch):
        limits.get_redis_connection("platform").delete(f"limit:brand:{brand.pk}")
    busy, calm = api("customer", aster), api("customer", birch)
    assert [busy.get("cart") and busy.status for _ in range(3)] == [200, 200, 429]
    assert "busier" in busy.get("cart")["error"]["message"]
    assert calm.get("cart") and calm.status == 200
    limits.get_redis_connection("platform").delete(f"limit:brand:{aster.pk}", f"limit:brand:{birch.pk}")


def test_the_platform_sets_a_brands_plan(aster: Any, om: Any, api: Any) -> None:
    from haat.identity.models import Membership

    Membership.objects.filter(user=om.user).update(role="owner")
    platform = api("platform", user=om.user)
    told = platform.call("PUT", "brands/aster/plan", {"plan": "large"})["data"]
    assert (told["plan"], told["requests_per_minute"]) == ("large", 300_000_000)
    assert platform.call("PUT", "brands/aster/plan", {"plan": "endless"})["error"]["code"] == "invalid"


def test_counters_belong_to_the_platform(visitor: Any, address: str) -> None:
    """Persons and addresses are counted over all brands, under keys that no brand's cache can reach."""
    write(visitor)
    keys = [key.decode() for key in limits.get_redis_connection("platform").keys(f"*{address}*")]
    assert keys == [f"limit:anonymous_writes:{address}"]


class TestPages:
    """A page's own calls are its visitor's, once."""

    def test_a_form_counts_as_the_one_write_it_is(self, visitor: Any, limited: Any) -> None:
        limited(anonymous_writes=(2, 60))
        form = {"identifier": "x@example.com"}
        answers = [visitor.client.post("/login", form, headers={"Sec-Fetch-Site": "same-origin"}) for _ in range(3)]
        assert [answer.status_code for answer in answers] == [303, 303, 429]
        assert int(answers[2]["Retry-After"]) > 0
        assert "Try again in" in answers[2].content.decode()
        assert "<html" in answers[2].content.decode()

    def test_a_page_counts_once_and_is_refused_as_a_page(self, visitor: Any, limited: Any) -> None:
        limited(reads=(2, 60))
        answers = [visitor.client.get("/cart") for _ in range(3)]
        assert [answer.status_code for answer in answers] == [200, 200, 429]
        assert "Aster" in answers[2].content.decode()  # in the shop's own frame
        assert int(answers[2]["Retry-After"]) > 0

    def test_kept_answers_cost_no_round_trip_and_still_have_an_end(
        self, visitor: Any, limited: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        limited(kept_answers=(2, 60))
        visitor.get("categories")
        monkeypatch.setattr(limits, "take", lambda _: pytest.fail("asked Valkey"))
        assert [visitor.get("categories") and visitor.status for _ in range(3)] == [200, 200, 429]
        assert int(visitor.response["Retry-After"]) > 0


class TestWithoutValkey:
    """ASVS item 39: the counters are out. Reading goes on, writing is little, sending codes is not."""

    @pytest.fixture(autouse=True)
    def _store_out(self, monkeypatch: pytest.MonkeyPatch) -> Any:
        import redis

        # By a pool, as the cache's connections are: these ask once, a connection of its own would try again for seconds.
        pool = redis.ConnectionPool(host="127.0.0.1", port=1, socket_connect_timeout=0.2)
        dead = redis.Redis(connection_pool=pool)
        monkeypatch.setattr(limits, "get_redis_connection", lambda _: dead)
        yield
        limits.forget_here()

    def test_the_catalogue_is_still_shown(self, visitor: Any) -> None:
        """ASVS item 39."""
        visitor.get("categories")
        assert visitor.status == 200
        assert visitor.client.get("/").status_code == 200

    def test_anonymous_writes_keep_a_quarter_in_each_process(self, visitor: Any, limited: Any) -> None:
        """ASVS item 39."""
        limited(anonymous_writes=(8, 60))
        assert [write(visitor) for _ in range(3)] == [404, 404, 429]

    def test_guessing_codes_is_not_unlimited(self, visitor: Any, limited: Any) -> None:
        """ASVS item 39."""
        limited(login=(10, 60))
        guess = {"challenge_id": NOTHING["offer_id"], "code": "000000"}
        assert [visitor.post("/api/v1/auth/verify", guess) and visitor.status for _ in range(3)] == [422, 422, 429]

    def test_no_code_is_sent_and_the_answer_says_so(self, visitor: Any) -> None:
        """ASVS item 39: refused rather than unlimited."""
        answer = visitor.post("/api/v1/auth/login", {"identifier": "asha@example.com"})
        assert (visitor.status, answer["error"]["code"]) == (503, "unavailable")
        assert visitor.response["Retry-After"]

    def test_a_dead_store_is_not_asked_by_every_request(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with pytest.raises(limits.StoreOut):
            limits.take([limits.named("reads", "x")])
        monkeypatch.setattr(limits, "_script", lambda: pytest.fail("asked again at once"))
        with pytest.raises(limits.StoreOut):
            limits.take([limits.named("reads", "x")])


def test_the_openapi_document_knows_every_refusal() -> None:
    from django.urls import clear_url_caches
    from drf_spectacular.generators import SchemaGenerator

    from haat.urls import roles

    clear_url_caches()
    document = SchemaGenerator(patterns=roles.api("customer")).get_schema(request=None, public=True)
    for path, methods in json.loads(json.dumps(document["paths"], default=str)).items():
        for method, described in methods.items():
            missing = {"400", "401", "403", "404", "406", "409", "415", "422", "429", "503"} - set(
                described["responses"]
            )
            assert not missing, (method, path, missing)
            assert "Retry-After" in described["responses"]["429"]["headers"]

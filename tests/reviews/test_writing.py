"""Who bought may say what they think; everybody sees it at the next request; nobody counts twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.core import clock
from haat.identity import services as identity
from haat.reviews.models import Review
from haat.tenancy.context import brand_scope, public_scope
from tests.goods import make_offer, make_product
from tests.reviews.conftest import deliver
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from tests.reviews.conftest import Stand


def test_a_review_is_seen_at_the_next_request_wherever_stars_are_shown(
    stand: Stand, django_capture_on_commit_callbacks: Any
) -> None:
    """A guest's kept answers of list, search, product and reviews all change with it."""
    places = (
        "products",
        "products?q=tumbler",
        f"products/{stand.product.slug}",
        f"products/{stand.product.pk}/reviews",
    )

    def told() -> list[Any]:
        answers = [stand.guest.get(f"/api/v1/customer/{path}") for path in places]
        cards = [answers[0]["data"][0]["rating"], answers[1]["data"][0]["rating"], answers[2]["data"]["rating"]]
        return [*cards, answers[3]["meta"]["rating"]["total"], len(answers[3]["data"])]

    assert told() == told() == [None, None, None, 0, 0]
    with brand_scope(stand.brand), django_capture_on_commit_callbacks(execute=True):
        answer = stand.write(stand.asha, 4, title="Sturdy", text="Survived a fall.")
    assert (stand.asha.status, answer["data"]["status"], answer["data"]["author"]) == (200, "published", "Asha")
    stars = {"average": "4.0", "tenths": 40, "total": 1}
    assert told() == [stars, stars, stars, 1, 1]
    with brand_scope(stand.brand), django_capture_on_commit_callbacks(execute=True):
        stand.write(stand.asha, 2, title="Chipped", text="After a week.")
    stars = {"average": "2.0", "tenths": 20, "total": 1}
    assert told() == [stars, stars, stars, 1, 1]
    with brand_scope(stand.brand), django_capture_on_commit_callbacks(execute=True):
        stand.asha.delete(f"products/{stand.product.pk}/review")
    assert told() == [None, None, None, 0, 0]


def test_only_who_received_it_may_say_so_once_and_not_of_their_own_shop(
    stand: Stand, aster: Any, asha: Any, ravi: Any
) -> None:
    with brand_scope(aster):
        other = make_offer(make_product("Carafe"), seller=ravi.seller)
        deliver(asha.customer, other, status="shipped")
    path = f"products/{other.variant.product_id}/review"
    assert (stand.asha.put(path, {"stars": 5})["error"]["code"], stand.asha.status) == ("not_bought", 409)
    assert stand.guest.put(f"products/{stand.product.pk}/review", {"stars": 5}) and stand.guest.status == 401
    for wrong in ({"stars": 0}, {"stars": 6}, {"stars": 5, "status": "published"}, {"stars": "many"}, {}):
        assert stand.asha.put(f"products/{stand.product.pk}/review", wrong) and stand.asha.status == 422
    stand.write(stand.asha, 5)
    stand.write(stand.asha, 3)
    stand.write(stand.ben, 4, text="Good")
    with brand_scope(aster):
        assert sorted(Review.objects.values_list("stars", "seller__name")) == [(3, "Ravi Traders"), (4, "Meera Crafts")]
    rating = stand.read()["meta"]["rating"]
    assert (rating["average"], rating["total"], rating["worded"]) == ("3.5", 2, 1)
    with public_scope():
        identity.grant(user=asha.user, scope="seller", role="catalogue", brand_id=aster.pk, seller_id=ravi.seller.pk)
    assert (stand.write(Api("customer", aster, asha.user), 5)["error"]["code"]) == "own_goods"


def test_a_neighbours_product_and_review_are_not_there(stand: Stand, birch: Any) -> None:
    with brand_scope(birch):
        foreign = make_product("Ribbed tumbler")
    stand.write(stand.asha, 5, text="Good")
    review = stand.read()["data"][0]["id"]
    assert stand.asha.put(f"products/{foreign.pk}/review", {"stars": 1}) and stand.asha.status == 404
    visitor = Api("customer", birch, stand.brand and None)
    assert visitor.get(f"products/{stand.product.pk}/reviews") and visitor.status == 404
    assert visitor.get(f"products/{foreign.pk}/reviews")["data"] == []
    assert stand.guest.post(f"reviews/{review}/helped") and stand.guest.status == 401


def test_readers_help_once_and_report_once(stand: Stand) -> None:
    stand.write(stand.asha, 5, text="Good")
    pk = stand.read(stand.ben)["data"][0]["id"]
    for _ in range(2):
        stand.ben.post(f"reviews/{pk}/helped")
    assert [(one["votes"], one["has_helped"], one["is_own"]) for one in stand.read(stand.ben)["data"]] == [
        (1, True, False)
    ]
    assert stand.asha.post(f"reviews/{pk}/helped")["error"]["code"] == "not_now"
    for _ in range(2):
        stand.ben.delete(f"reviews/{pk}/helped")
    assert [(one["votes"], one["is_own"]) for one in stand.read(stand.asha)["data"]] == [(0, True)]
    assert stand.ben.post(f"reviews/{pk}/reports", {"cause": "untrue", "text": "Never"}) is not None
    assert stand.ben.status == 201
    assert stand.ben.post(f"reviews/{pk}/reports", {"cause": "untrue"})["error"]["code"] == "not_now"


def test_a_contact_or_a_link_waits_whatever_the_policy(stand: Stand) -> None:
    for text in ("Call +91 98200 12345", "Cheaper at www.other.example", "ask me@other.example"):
        assert stand.write(stand.asha, 5, text=text)["data"]["status"] == "pending"
    assert stand.write(stand.asha, 5, text="Holds 250 ml, bought 2 of them in 2026")["data"]["status"] == "published"


def test_buyers_are_asked_after_some_days_only_when_they_want_mails(stand: Stand, aster: Any, asha: Any) -> None:
    from haat.notifications.models import Notification
    from haat.notifications.reviews import plan_review_ask, review_ask

    with brand_scope(aster):
        part = deliver(asha.customer, stand.offer, at=clock.now())
        plan_review_ask(part_id=str(part.pk))
    assert "notifications.review_ask" not in run_jobs(aster, only="notifications.review_ask")
    with brand_scope(aster):
        review_ask(part_id=str(part.pk))
        asked = Notification.objects.filter(template="review-ask")
        assert not asked.exists()
    stand.asha.post("consents", {"purpose": "marketing_email", "granted": True})
    with brand_scope(aster):
        review_ask(part_id=str(part.pk))
        review_ask(part_id=str(part.pk))
        assert [row.owner_id for row in asked] == [asha.customer.pk]
        assert stand.product.title in asked[0].text
    stand.write(stand.asha, 5)
    with brand_scope(aster):
        asked.delete()
        review_ask(part_id=str(part.pk))
        assert not asked.exists()

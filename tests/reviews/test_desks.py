"""Sellers answer what was said of their own parcels; the brand decides what is shown."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from haat.core import clock
from haat.notifications.models import Notification
from haat.reviews import services
from haat.reviews.models import Review
from haat.sellers.models import Seller
from haat.tenancy.context import brand_scope
from tests.reviews.conftest import deliver
from tests.support import run_jobs

if TYPE_CHECKING:
    from tests.reviews.conftest import Stand


def test_a_seller_answers_once_what_was_said_of_its_own_parcels(stand: Stand) -> None:
    """Meera sells the same product: what Asha says of Ravi's parcel is not hers to see or to answer."""
    stand.write(stand.asha, 2, title="Late", text="And chipped")
    stand.write(stand.ben, 5, text="Lovely")
    own, rival = (who.get("reviews")["data"] for who in (stand.ravi, stand.meera))
    assert [[one["text"] for one in rows] for rows in (own, rival)] == [["And chipped"], ["Lovely"]]
    path = f"reviews/{own[0]['id']}/answer"
    assert stand.meera.put(path, {"text": "Buy of me"}) and stand.meera.status == 404
    assert stand.ravi.get("reviews/standing")["data"]["unanswered"] == 1
    for text in ("Sorry", "Sorry, a new one is on its way"):
        assert stand.ravi.put(path, {"text": text})["data"]["reply"]["text"] == text
    assert stand.ravi.get("reviews/standing")["data"]["unanswered"] == 0
    assert stand.ravi.get("reviews", unanswered="true")["data"] == stand.ravi.get("reviews", stars="5")["data"] == []
    shown = next(one["reply"] for one in stand.read()["data"] if one["stars"] == 2)
    assert (shown["seller"], shown["text"]) == ("Ravi Traders", "Sorry, a new one is on its way")
    stand.nia.post("reviews/decisions", {"ids": [own[0]["id"]], "verb": "hide_reply", "reason": "Advertising"})
    assert next(one["reply"] for one in stand.read()["data"] if one["stars"] == 2) is None
    assert "Advertising" in stand.ravi.put(path, {"text": "Again"})["error"]["message"]


def test_what_waits_is_published_or_hidden_one_by_one_with_an_outcome_each(stand: Stand) -> None:
    assert stand.nia.put("reviews/policy", {"publish": "approval", "ask_after_days": 0}) and stand.nia.status == 200
    stand.write(stand.asha, 1, text="Rude words")
    stand.write(stand.ben, 5, text="Lovely")
    assert stand.read()["data"] == []
    waiting = stand.nia.get("reviews", tab="pending")["data"]
    assert stand.nia.get("reviews/counts")["data"] == {"pending": 2, "reported": 0}
    rude, kind = (one["id"] for one in waiting)
    nobody = "0198c0de-0000-7000-8000-000000000000"
    done = stand.nia.post("reviews/decisions", {"ids": [kind, nobody, kind], "verb": "publish"})["data"]
    assert [(one["id"], one["done"]) for one in done] == [(kind, True), (nobody, False)]
    assert stand.nia.post("reviews/decisions", {"ids": [rude], "verb": "hide"})["error"]["code"] == "invalid"
    why = {"verb": "hide", "reason_code": "abusive", "reason": "Please without insults"}
    stand.nia.post("reviews/decisions", {"ids": [rude]} | why)
    run_jobs(stand.brand, only="notifications.review")
    with brand_scope(stand.brand):
        assert "Please without insults" in Notification.objects.get(template="review-hidden").text
    own = stand.asha.get(f"products/{stand.product.pk}/review")["data"]
    assert (own["status"], own["reason"]) == ("hidden", "Please without insults")
    assert [one["text"] for one in stand.read()["data"]] == ["Lovely"]
    stand.nia.put("reviews/policy", {"publish": "at_once", "ask_after_days": 5})
    assert stand.write(stand.asha, 1, text="Not for me")["data"]["status"] == "pending"  # once hidden, looked at again
    stand.asha.delete(f"products/{stand.product.pk}/review")
    assert stand.write(stand.asha, 1, text="Not for me")["data"]["status"] == "pending"
    stand.nia.post("reviews/decisions", {"ids": [rude], "verb": "publish"})
    assert stand.read()["meta"]["rating"]["average"] == "3.0"


def test_a_report_brings_a_review_to_the_desk_until_it_was_looked_at(stand: Stand) -> None:
    stand.write(stand.asha, 1, text="Bad")
    pk = stand.read()["data"][0]["id"]
    stand.ben.post(f"reviews/{pk}/reports", {"cause": "untrue", "text": "I know them"})
    stand.ravi.post(f"reviews/{pk}/reports", {"cause": "other"})
    assert stand.meera.post(f"reviews/{pk}/reports", {"cause": "other"}) and stand.meera.status == 404
    (row,) = stand.nia.get("reviews", tab="reported")["data"]
    assert [(one["cause"], one["seller"]) for one in row["reports"]] == [("untrue", None), ("other", "Ravi Traders")]
    stand.nia.post("reviews/decisions", {"ids": [pk], "verb": "publish"})
    assert stand.nia.get("reviews", tab="reported")["data"] == []
    assert stand.nia.get("reviews", tab="published")["data"][0]["reports"] == []


def test_a_sellers_score_follows_stars_declines_and_delays_and_stands_still_otherwise(
    stand: Stand, aster: Any, asha: Any, ravi: Any, meera: Any
) -> None:
    at = clock.now()
    with brand_scope(aster):
        assert services.score_sellers(at=at) == 0
    stand.write(stand.asha, 1)
    with brand_scope(aster):
        deliver(asha.customer, stand.rival, status="declined")
        late = deliver(asha.customer, stand.rival)
        late.shipped_at = late.placed_at + timedelta(days=30)
        late.delivered_at = late.shipped_at
        late.save()
        assert services.score_sellers(at=at) == 2
        assert services.score_sellers(at=at) == 0
        scores = dict(Seller.objects.values_list("slug", "score"))
    assert scores[ravi.seller.slug] == services.score_of(1, 1, 1, 0, 0) == 97
    assert scores[meera.seller.slug] == services.score_of(0, 0, 3, 1, 1) < 97
    with brand_scope(aster):
        Review.objects.update(written_at=at - timedelta(days=120))
        services.score_sellers(at=at)
        assert Seller.objects.get(pk=ravi.seller.pk).score == 100

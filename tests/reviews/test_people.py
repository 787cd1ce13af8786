"""Reviews are personal data: they come along in a copy, leave with the person, and follow who becomes another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.forms.models import model_to_dict

from haat.audit.models import AuditEntry
from haat.core import clock
from haat.notifications.models import Notification
from haat.privacy import portrait
from haat.privacy.services.brands import erase_here, fold_here
from haat.reviews.models import Rating, Report, Review, Vote
from haat.tenancy.context import brand_scope, public_scope
from tests.support import run_jobs

if TYPE_CHECKING:
    from tests.reviews.conftest import Stand


def speak(stand: Stand) -> None:
    """Asha and Ben each say something, find the other's helpful, and Asha reports Ben's."""
    stand.write(stand.asha, 2, title="Quagga", text="Quagga words", author="Zebulon Q.")
    stand.write(stand.ben, 5, text="Lovely")
    by_author = {one["author"]: one["id"] for one in stand.read()["data"]}
    stand.asha.post(f"reviews/{by_author['Ben']}/helped")
    stand.ben.post(f"reviews/{by_author['Zebulon Q.']}/helped")
    stand.asha.post(f"reviews/{by_author['Ben']}/reports", {"cause": "other", "text": "Quagga again"})


def test_a_copy_has_what_a_person_said_and_nobody_elses(stand: Stand, aster: Any, asha: Any) -> None:
    speak(stand)
    with public_scope():
        found = portrait.of(asha.user, only=aster.pk, at=clock.now())["aster/reviews.json"]
    assert found[0]["text"] == "Quagga words"
    assert [min(row) for row in found[1:]] == ["at", "at"]
    assert "Lovely" not in str(found)


def test_words_go_with_the_person_and_stars_stay_as_of_nobody(stand: Stand, aster: Any, asha: Any) -> None:
    speak(stand)
    run_jobs(aster, only="notifications.review")
    with brand_scope(aster):
        forgotten = erase_here(user_ids=[asha.user.pk], addresses=[], invitations=[], shops=[], at=clock.now())[0]
        assert forgotten["reviews.review"] == 1
        assert not Review.objects.filter(text__icontains="quagga").exists()
        assert not Report.objects.filter(text__icontains="quagga").exists()
        kept = [*Notification.objects.all(), *AuditEntry.objects.all()]
        assert "seller-new-review" in {row.template for row in kept if isinstance(row, Notification)}
        assert not [row for row in kept if "quagga" in str(model_to_dict(row)).lower()]
        rating = Rating.objects.get(pk=stand.product.pk)
        assert (rating.twos, rating.fives, rating.worded) == (1, 1, 1)
    assert [one["author"] for one in stand.read()["data"]] == ["Ben"]


def test_of_two_accounts_that_become_one_the_staying_ones_word_stands(
    stand: Stand, aster: Any, asha: Any, ben: Any
) -> None:
    speak(stand)
    with brand_scope(aster):
        assert fold_here(source_id=ben.user.pk, target_id=asha.user.pk, at=clock.now()) == "joined"
        shown = Review.objects.get(status="published")
        assert (shown.customer_id, shown.text, shown.votes) == (asha.customer.pk, "Quagga words", 0)
        assert Rating.objects.get(pk=stand.product.pk).fives == 0
        assert not Vote.objects.filter(review=shown).exists()

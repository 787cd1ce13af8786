"""The brand's staff decide about its sellers."""

from typing import Any

import pytest

from haat.audit import queries as audit
from haat.core.models import Job
from haat.identity import identifiers
from haat.identity import services as identity
from haat.sellers.models import Seller
from haat.tenancy.context import brand_scope, public_scope
from haat.verification.models import SellerEntity
from tests.support import Api, run_jobs


@pytest.fixture
def staff(aster: Any, nia: Any) -> Api:
    return Api("admin", aster, nia.user)


@pytest.fixture
def submitted(aster: Any, applicant: Api) -> str:
    applicant.post("application/submission", {"agreed": True})
    with brand_scope(aster):
        return str(Seller.objects.get(slug="tara-weaves").pk)


def verify(aster: Any) -> None:
    """The platform's part, as its own tests show it."""
    with public_scope():
        from haat.core import clock
        from haat.verification.services import telling

        entity = SellerEntity.objects.get(legal_name="Tara Rao")
        entity.status, entity.decided_at = "verified", clock.now()
        entity.save()
        telling.tell_brands(entity, telling.changed(entity))
    run_jobs(aster, only="sellers.follow")


def test_an_application_is_seen_when_it_was_sent(staff: Api, applicant: Api, aster: Any) -> None:
    assert staff.get("sellers")["meta"]["total"] == 0
    applicant.post("application/submission", {"agreed": True})
    row = staff.get("sellers")["data"][0]
    assert (row["slug"], row["status"], row["entity_status"]) == ("tara-weaves", "applied", "submitted")
    assert row["actions"] == ["approve", "reject"]


def test_the_detail_shows_what_is_needed_and_no_secret(staff: Api, submitted: str) -> None:
    """ASVS item 4."""
    body = staff.get(f"sellers/{submitted}")["data"]
    assert body["legal_name"] == "Tara Rao"
    assert body["pan_masked"] == "••••234A"
    assert body["owner"]["email"] == "tara@example.com"
    assert body["pickup_address"] == "4 MG Road, Bengaluru, 560001"
    assert [line["text"] for line in body["timeline"]] == ["Application sent in"]
    assert "123456789012" not in staff.response.content.decode()
    assert "evidence" not in body["requirements"][0]


def test_approved_becomes_active_when_the_entity_is_verified(aster: Any, staff: Api, submitted: str) -> None:
    body = staff.post(f"sellers/{submitted}/approval", {})["data"]
    assert staff.status == 200
    assert body["status"] == "approved"
    verify(aster)
    assert staff.get(f"sellers/{submitted}")["data"]["status"] == "active"
    with brand_scope(aster):
        assert Job.objects.filter(name="sellers.create_linked_account").count() == 1


def test_a_verified_entity_is_active_at_once(aster: Any, staff: Api, submitted: str) -> None:
    verify(aster)
    assert staff.get(f"sellers/{submitted}")["data"]["status"] == "applied"
    assert staff.post(f"sellers/{submitted}/approval", {"reason": "Lovely work."})["data"]["status"] == "active"
    with brand_scope(aster):
        (entry,) = audit.entries(action="seller.approved")
    assert (entry.shown_actor, entry.actor_role, entry.before, entry.after) == (
        "Nia", "owner", {"status": "applied"}, {"status": "active"},
    )  # fmt: skip


@pytest.mark.parametrize("verb", ["rejection", "suspension"])
def test_bad_news_needs_a_reason(staff: Api, ravi: Any, verb: str) -> None:
    body = staff.post(f"sellers/{ravi.seller.pk}/{verb}", {})
    assert staff.status == 422
    assert body["error"]["details"]["reason"]


def test_only_what_the_state_allows(staff: Api, ravi: Any) -> None:
    """ASVS item 8."""
    for verb in ("approval", "rejection", "reactivation"):
        body = staff.post(f"sellers/{ravi.seller.pk}/{verb}", {"reason": "Why not."})
        assert staff.status == 409
        assert body["error"]["code"] == "seller_state"
        assert "Ravi Traders is active" in body["error"]["message"]


def test_a_suspended_seller_reads_why_and_comes_back(aster: Any, staff: Api, ravi: Any) -> None:
    body = staff.post(f"sellers/{ravi.seller.pk}/suspension", {"reason": "Late three times."})["data"]
    assert (body["status"], body["actions"]) == ("suspended", ["reactivate"])
    seller = Api("seller", aster, ravi.user)
    assert seller.get("application")["data"]["decision_reason"] == "Late three times."
    assert seller.get("shop")["data"]["status"] == "suspended"
    assert staff.post(f"sellers/{ravi.seller.pk}/reactivation", {})["data"]["status"] == "active"


def test_a_seller_of_a_suspended_entity_cannot_come_back(aster: Any, staff: Api, ravi: Any) -> None:
    with brand_scope(aster):
        Seller.objects.filter(pk=ravi.seller.pk).update(status="suspended", entity_status="suspended")
    body = staff.post(f"sellers/{ravi.seller.pk}/reactivation", {})
    assert staff.status == 409
    assert "not verified" in body["error"]["message"]


def test_lists_are_searched_and_filtered(staff: Api, ravi: Any, meera: Any) -> None:
    assert [row["slug"] for row in staff.get("sellers", q="meera")["data"]] == ["meera-crafts"]
    assert staff.get("sellers", status="suspended")["meta"]["total"] == 0
    rows = staff.get("sellers", sort="name", order="desc")["data"]
    assert [row["slug"] for row in rows] == ["ravi-traders", "meera-crafts"]
    staff.get("sellers", status="gone")
    assert staff.status == 422


@pytest.mark.parametrize(
    ("role", "read", "decided"), [("support", 200, 403), ("finance", 403, 403), ("operations", 200, 200)]
)
def test_roles_may_what_their_permissions_say(aster: Any, ravi: Any, role: str, read: int, decided: int) -> None:
    user, _ = identity.person(identifier=identifiers.parse(f"{role}@example.com"))
    identity.grant(user=user, scope="brand", role=role, brand_id=aster.pk)
    visitor = Api("admin", aster, user)
    body = visitor.get("sellers")
    assert visitor.status == read
    if read == 200:
        assert body["data"][0]["actions"] == (["suspend"] if decided == 200 else [])
    visitor.post(f"sellers/{ravi.seller.pk}/suspension", {"reason": "Why."})
    assert visitor.status == decided


def test_staff_of_one_brand_reach_no_seller_of_another(birch: Any, staff: Api, nia: Any, ravi: Any) -> None:
    stranger = Api("admin", birch, nia.user)
    stranger.get(f"sellers/{ravi.seller.pk}")
    assert stranger.status == 403
    identity.grant(user=nia.user, scope="brand", role="owner", brand_id=birch.pk)
    neighbour = Api("admin", birch, nia.user)
    assert neighbour.get("sellers")["data"] == []
    neighbour.post(f"sellers/{ravi.seller.pk}/suspension", {"reason": "Mine now."})
    assert neighbour.status == 404
    assert staff.get(f"sellers/{ravi.seller.pk}")["data"]["status"] == "active"

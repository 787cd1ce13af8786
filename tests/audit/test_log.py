"""The audit log of a brand and of the platform: whole, paged, and each for its own people."""

from typing import Any

from haat.audit import services as audit
from haat.audit.models import AuditEntry
from haat.core import clock
from haat.identity import identifiers
from haat.identity import services as identity
from haat.tenancy.context import brand_scope
from haat.tenancy.queries import house
from tests.support import Api


def test_a_brand_reads_its_own_log_and_no_other(aster: Any, birch: Any, nia: Any, ravi: Any) -> None:
    with brand_scope(birch):
        audit.record("test.neighbour", birch)
    staff = Api("admin", aster, nia.user)
    staff.post(f"sellers/{ravi.seller.pk}/suspension", {"reason": "Late."})
    request_id = staff.response.headers["X-Request-Id"]
    rows = staff.get("audit")["data"]
    assert "test.neighbour" not in {row["action"] for row in rows}
    newest = rows[0]
    assert (newest["action"], newest["actor"], newest["reason"]) == ("seller.suspended", "Nia", "Late.")
    assert newest["request_id"] == request_id
    assert newest["ip"] == "127.0.0.1"
    assert newest["before"] == {"status": "active"}


def test_the_log_is_filtered_and_paged(aster: Any, nia: Any, ravi: Any, meera: Any) -> None:
    staff = Api("admin", aster, nia.user)
    assert staff.get("audit", object_id=str(ravi.seller.pk))["meta"]["total"] == 1
    assert staff.get("audit", q="meera")["meta"]["total"] == 1
    assert staff.get("audit", action="order.")["meta"]["total"] == 0
    body = staff.get("audit", action="seller.", limit=1, page=2)
    assert (len(body["data"]), body["meta"]["total"]) == (1, 2)


def test_support_does_not_read_the_log(aster: Any) -> None:
    user, _ = identity.person(identifier=identifiers.parse("sue@example.com"))
    identity.grant(user=user, scope="brand", role="support", brand_id=aster.pk)
    visitor = Api("admin", aster, user)
    visitor.get("audit")
    assert visitor.status == 403


def test_the_platform_reads_the_log_of_its_house(aster: Any) -> None:
    with brand_scope(aster):
        audit.record("test.of_a_brand", aster)
    with brand_scope(house()):
        for number in range(3):
            audit.record("test.of_the_house", aster, label=f"Thing {number}")
    user, _ = identity.person(identifier=identifiers.parse("olga@example.com"))
    identity.grant(user=user, scope="platform", role="finance")
    visitor = Api("platform", user=user)
    body = visitor.get("audit", limit=2, page=2)
    assert body["meta"]["total"] == 3
    assert [row["object_label"] for row in body["data"]] == ["Thing 0"]


def test_the_log_keeps_ids_and_a_name_can_be_forgotten(aster: Any, nia: Any, ravi: Any) -> None:
    staff = Api("admin", aster, nia.user)
    staff.post(f"sellers/{ravi.seller.pk}/suspension", {"reason": "Late."})
    with brand_scope(aster):
        assert "Nia" not in str(list(AuditEntry.objects.values()))
        assert audit.forget(subject_ids=[str(nia.user.pk)], at=clock.now()) == 1
    newest = staff.get("audit", actor="erased")["data"][0]
    assert (newest["action"], newest["actor"]) == ("seller.suspended", "An erased person")
    with brand_scope(aster):
        audit.remember(str(nia.user.pk), "Nia")  # a late job does not bring it back
    assert staff.get("audit", actor="Nia")["meta"]["total"] == 0

"""The verifier decides, with a reason, and every brand hears of it."""

from typing import Any

import pytest
from django.db import ProgrammingError, transaction

from haat.audit import queries as audit
from haat.audit.models import AuditEntry
from haat.sellers.models import Seller
from haat.tenancy.context import brand_scope, public_scope
from haat.tenancy.queries import house
from haat.verification.models import Decision, SellerEntity
from tests.support import Api, run_jobs


@pytest.fixture
def reviewed(applicant: Api, provider: Any) -> str:
    """An entity whose bank account failed; everything else passed."""
    applicant.patch("application", {"bank_account": "111111111111"})
    applicant.post("application/submission", {"agreed": True})
    run_jobs(only="verification.")
    with public_scope():
        return str(SellerEntity.objects.get().pk)


@pytest.fixture
def verifier(om: Any) -> Api:
    return Api("platform", user=om.user)


def decide(verifier: Api, entity: str, decision: str, reason: str = "") -> Any:
    return verifier.post(f"seller-entities/{entity}/decision", {"decision": decision, "reason": reason})


def waive_bank(verifier: Api, entity: str) -> Any:
    rows = verifier.get(f"seller-entities/{entity}")["data"]["requirements"]
    row = next(row for row in rows if row["kind"] == "bank_account")
    return verifier.post(f"seller-entities/{entity}/requirements/{row['id']}/waiver", {"reason": "Cheque seen."})


def test_the_verifier_sees_claim_beside_evidence(verifier: Api, reviewed: str) -> None:
    rows = verifier.get("seller-entities", status="in_review")
    assert rows["meta"]["total"] == 1
    row = rows["data"][0]
    assert (row["requirements_passed"], row["requirements_total"]) == (5, 6)
    assert row["brand"] == {"slug": "aster", "name": "Aster"}
    body = verifier.get(f"seller-entities/{reviewed}")["data"]
    bank = next(row for row in body["requirements"] if row["kind"] == "bank_account")
    assert "••••1111" in bank["claim"]
    assert bank["evidence"]["name"] == "SOMEBODY ELSE"
    assert bank["actions"] == ["waive"]
    assert body["actions"] == ["verified", "needs_changes", "rejected"]
    assert body["pan_masked"] == "••••234A"
    assert "111111111111" not in verifier.response.content.decode()


def test_verifying_is_refused_while_a_requirement_is_open(verifier: Api, reviewed: str) -> None:
    body = decide(verifier, reviewed, "verified")
    assert verifier.status == 409
    assert "SOMEBODY ELSE" in body["error"]["message"]


def test_a_waiver_needs_a_reason_and_names_who_gave_it(verifier: Api, reviewed: str) -> None:
    body = waive_bank(verifier, reviewed)["data"]
    bank = next(row for row in body["requirements"] if row["kind"] == "bank_account")
    assert (bank["status"], bank["waived_by"], bank["reason"]) == ("waived", "Om", "Cheque seen.")
    verifier.post(f"seller-entities/{reviewed}/requirements/{bank['id']}/waiver", {"reason": "Again."})
    assert verifier.status == 409
    verifier.post(f"seller-entities/{reviewed}/requirements/{bank['id']}/waiver", {"reason": " "})
    assert verifier.status == 422


def test_everything_but_a_yes_needs_a_reason(verifier: Api, reviewed: str) -> None:
    body = decide(verifier, reviewed, "rejected")
    assert verifier.status == 422
    assert body["error"]["details"]["reason"]


def test_a_decision_is_kept_audited_and_told_to_the_brand(
    aster: Any, birch: Any, verifier: Api, applicant: Api, reviewed: str
) -> None:
    waive_bank(verifier, reviewed)
    body = decide(verifier, reviewed, "verified", "Everything agrees.")["data"]
    assert body["status"] == "verified"
    assert body["actions"] == ["suspended"]
    assert [(row["by"], row["decision"]) for row in body["decisions"]] == [("Om", "verified")]
    with brand_scope(house()):
        actions = [(row.action, row.shown_actor) for row in audit.entries()]
    assert ("entity.verified", "Om") in actions
    assert ("entity.requirement_waived", "Om") in actions
    with brand_scope(birch):
        assert not AuditEntry.objects.exists()
    with brand_scope(aster):
        assert Seller.objects.get().entity_status == "submitted"  # it is told, nobody reaches into it
    run_jobs(aster, only="sellers.follow")
    with brand_scope(aster):
        seller = Seller.objects.get()
    assert (seller.entity_status, seller.status) == ("verified", "applied")
    assert applicant.get("application")["data"]["status"] == "verified"


@pytest.mark.parametrize("decision", ["suspended", "verified"])
def test_states_know_only_their_decisions(verifier: Api, reviewed: str, decision: str) -> None:
    decide(verifier, reviewed, "rejected", "Not a business.")
    assert verifier.status == 200
    body = decide(verifier, reviewed, decision, "No.")
    assert verifier.status == 409
    assert "rejected" in body["error"]["message"]


def test_decisions_cannot_be_rewritten(verifier: Api, reviewed: str) -> None:
    decide(verifier, reviewed, "rejected", "Not a business.")
    with public_scope():
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            Decision.objects.update(reason="Never said.")
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            Decision.objects.all().delete()


def test_a_suspended_entity_stops_selling_everywhere(aster: Any, verifier: Api, ravi: Any, meera: Any) -> None:
    decide(verifier, str(ravi.seller.entity_id), "suspended", "Court order.")
    assert verifier.status == 200
    run_jobs(aster, only="sellers.follow")
    with brand_scope(aster):
        ravi.seller.refresh_from_db()
        meera.seller.refresh_from_db()
    assert (ravi.seller.status, ravi.seller.decision_reason) == ("suspended", "Court order.")
    assert meera.seller.is_active


def test_nobody_decides_about_their_own_entity(om: Any, verifier: Api, reviewed: str) -> None:
    with public_scope():
        SellerEntity.objects.update(owner=om.user)
    body = decide(verifier, reviewed, "rejected", "Mine.")
    assert verifier.status == 403
    assert "own application" in body["error"]["message"]


def test_finance_of_the_platform_reads_no_entities(reviewed: str) -> None:
    from haat.identity import identifiers
    from haat.identity import services as identity

    for role, read, decided in (("finance", 403, 403), ("support", 200, 403)):
        user, _ = identity.person(identifier=identifiers.parse(f"{role}@example.com"))
        identity.grant(user=user, scope="platform", role=role)
        visitor = Api("platform", user=user)
        visitor.get("seller-entities")
        assert visitor.status == read
        decide(visitor, reviewed, "rejected", "No.")
        assert visitor.status == decided


def test_a_whole_pan_finds_its_entity_and_a_part_does_not(verifier: Api, reviewed: str) -> None:
    assert verifier.get("seller-entities", q="abcpt1234a")["meta"]["total"] == 1
    assert verifier.get("seller-entities", q="ABCPT123")["meta"]["total"] in {0, 1}  # a GSTIN is found only whole
    assert verifier.get("seller-entities", q="nobody")["meta"]["total"] == 0

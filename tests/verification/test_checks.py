"""Checks of claims: here, and at the registers."""

from typing import Any

import pytest

from haat.core.models import Job
from haat.tenancy.context import public_scope
from haat.verification.models import Requirement, SellerEntity
from tests.provider import try_jobs
from tests.support import Api, gstin_of, run_jobs


def found() -> dict[str, tuple[str, str]]:
    with public_scope():
        return {row.kind: (row.status, row.reason) for row in Requirement.objects.all()}


def submit(applicant: Api, **changes: str) -> None:
    if changes:
        applicant.patch("application", changes)
        assert applicant.status == 200, applicant.response.content
    applicant.post("application/submission", {"agreed": True})
    assert applicant.status == 200, applicant.response.content


def status() -> str:
    with public_scope():
        return SellerEntity.objects.get().status


def test_true_claims_pass_and_wait_for_a_verifier(applicant: Api, provider: Any) -> None:
    submit(applicant)
    assert status() == "submitted"
    run_jobs(only="verification.")
    assert {outcome for outcome, _ in found().values()} == {"passed"}
    assert status() == "in_review"
    with public_scope():
        row = Requirement.objects.get(kind="gstin")
    assert row.evidence["register"] == "valid"
    assert row.evidence["registration"] == "active"


@pytest.mark.parametrize(
    ("changes", "kind", "words"),
    [
        ({"pan": "ABCPT1234X", "gstin": gstin_of("ABCPT1234X", "29")}, "identity_pan", "does not know this PAN"),
        (
            {"pan": "ABCPT1234Y", "gstin": gstin_of("ABCPT1234Y", "29")},
            "identity_pan",
            "in another name: SOMEBODY ELSE",
        ),
        ({"gstin": gstin_of("ABCPT9999A", "29")}, "gstin", "PAN inside the GSTIN is not the PAN"),
        (
            {"gstin": gstin_of("ABCPT1234A", "27")},
            "gstin",
            "registered in Maharashtra, but the address is in Karnataka",
        ),
        ({"pin": "400001"}, "registered_address", "PIN code 400001 is not in Karnataka"),
        ({"bank_account": "000000000000"}, "bank_account", "does not know this bank account"),
        ({"bank_account": "111111111111"}, "bank_account", "in another name"),
    ],
)
def test_a_false_claim_fails_with_words_that_help(
    applicant: Api, provider: Any, changes: dict[str, str], kind: str, words: str
) -> None:
    """ASVS item 13."""
    submit(applicant, **changes)
    run_jobs(only="verification.")
    outcome, reason = found()[kind]
    assert outcome == "failed"
    assert words in reason
    assert status() == "in_review"  # a person looks before anybody is sent away


def test_an_outage_leaves_the_entity_checking_with_a_next_try(applicant: Api, provider: Any) -> None:
    submit(applicant, bank_account="503503503503")
    errors = try_jobs("verification.check")
    assert any("503" in error for error in errors)
    assert status() == "checking"
    assert found()["bank_account"] == ("pending", "")
    body = applicant.get("application")["data"]
    assert body["next_try_at"]
    with public_scope():
        entity = SellerEntity.objects.get()
        entity.bank_account = "123456789012"  # the provider is back
        entity.save(update_fields=["bank_account"])
    assert try_jobs("verification.check") == ["The verification provider answered 503."]
    assert status() == "in_review"
    assert applicant.get("application")["data"]["next_try_at"] is None


def test_a_provider_that_is_gone_is_no_answer(applicant: Api, settings: Any) -> None:
    settings.RAZORPAY_BASE_URL, settings.RAZORPAY_KEY_ID = "http://127.0.0.1:9", "k"
    submit(applicant)
    assert any("does not answer" in error for error in try_jobs("verification.check"))
    assert status() == "checking"
    assert "failed" not in {outcome for outcome, _ in found().values()}


def test_a_check_that_runs_twice_changes_nothing(applicant: Api, provider: Any) -> None:
    submit(applicant)
    with public_scope():
        repeated = list(Job.objects.filter(name="verification.check").values_list("payload", flat=True))
    run_jobs(only="verification.")
    before = found()
    with public_scope():
        stamps = dict(Requirement.objects.values_list("kind", "updated_at"))
        from haat.verification import tasks

        for payload in repeated:
            tasks.check(**payload)
        assert dict(Requirement.objects.values_list("kind", "updated_at")) == stamps
    assert found() == before
    assert status() == "in_review"


def test_changed_claims_are_checked_again_and_only_those(applicant: Api, om: Any, provider: Any) -> None:
    submit(applicant, bank_account="111111111111")
    run_jobs(only="verification.")
    entity = applicant_entity()
    verifier = Api("platform", user=om.user)
    verifier.post(
        f"seller-entities/{entity}/decision", {"decision": "needs_changes", "reason": "Account name differs."}
    )
    assert verifier.status == 200
    body = applicant.patch("application", {"bank_account": "123456789012"})["data"]
    assert body["actions"] == ["edit", "submit"]
    states = {row["kind"]: row["status"] for row in body["requirements"]}
    assert (states["bank_account"], states["identity_pan"]) == ("pending", "passed")
    submit(applicant)
    assert run_jobs(only="verification.") == ["verification.check"]
    assert {outcome for outcome, _ in found().values()} == {"passed"}


def test_nothing_to_check_again_goes_straight_to_a_person(applicant: Api, om: Any, provider: Any) -> None:
    submit(applicant)
    run_jobs(only="verification.")
    verifier = Api("platform", user=om.user)
    decision = {"decision": "needs_changes", "reason": "Which shop is this?"}
    verifier.post(f"seller-entities/{applicant_entity()}/decision", decision)
    assert applicant.get("application")["data"]["decision_reason"] == "Which shop is this?"
    submit(applicant, shop_name="Tara Weaves of Mysuru")
    assert status() == "in_review"
    assert run_jobs(only="verification.") == []


def applicant_entity() -> str:
    with public_scope():
        return str(SellerEntity.objects.get().pk)

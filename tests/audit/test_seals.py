"""The sealed log: what the owner of the database does to it behind Haat's back is found, each kind of it.

ASVS item 38.
"""

from __future__ import annotations

import threading
from datetime import timedelta
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, transaction

from haat.audit import services as audit
from haat.audit.models import AuditEntry, AuditSeal
from haat.core import jobs
from haat.core.models import Job
from haat.core.tasks import for_each_brand
from haat.tenancy.context import brand_scope
from haat.tenancy.models import SealHead
from tests.support import run_jobs

if TYPE_CHECKING:
    from tests.audit.conftest import Sealed

THIRD = "(SELECT entry_id FROM audit_auditseal WHERE position = 3)"
PLANTED = """
INSERT INTO audit_auditentry (id, created_at, at, action, actor_kind, actor_id, actor_name, actor_role, object_type,
    object_id, object_label, before, after, reason, address, request_id, mac)
SELECT uuidv7(), now(), now(), 'seller.approved', actor_kind, actor_id, actor_name, actor_role, object_type,
    object_id, object_label, before, after, reason, address, request_id, mac FROM audit_auditentry LIMIT 1
"""


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("action", "'seller.rejected'"),
        ("at", "at - interval '1 second'"),
        ("actor_name", "'Somebody else'"),
        ("actor_id", "'7'"),
        ("object_id", "'8'"),
        ("before", "'{\"n\": 9}'"),
        ("after", "NULL"),
        ("reason", "''"),
        ("address", "'10.0.0.9'"),
        ("request_id", "'else'"),
        ("mac", "''"),
    ],
)
def test_a_planted_change_is_found(sealed: Sealed, column: str, value: str) -> None:
    sealed.tamper(f"UPDATE audit_auditentry SET {column} = {value} WHERE id = {THIRD}")
    if column == "mac":  # the seal still holds what the entry said; with the content it falls
        sealed.tamper(f"UPDATE audit_auditentry SET reason = 'other' WHERE id = {THIRD}")
    assert "of seal 3 was changed" in sealed.faults()


def test_a_planted_deletion_is_found(sealed: Sealed) -> None:
    sealed.tamper(f"DELETE FROM audit_auditentry WHERE id = {THIRD}")
    assert "of seal 3 was deleted" in sealed.faults()


def test_deleting_an_entry_with_its_seal_is_found(sealed: Sealed) -> None:
    sealed.tamper(f"DELETE FROM audit_auditentry WHERE id = {THIRD}", "DELETE FROM audit_auditseal WHERE position = 3")
    assert "Seals 3 to 3 are missing" in sealed.faults()


def test_closing_the_gap_afterwards_is_found(sealed: Sealed) -> None:
    sealed.tamper(
        f"DELETE FROM audit_auditentry WHERE id = {THIRD}",
        "DELETE FROM audit_auditseal WHERE position = 3",
        "UPDATE audit_auditseal SET position = position - 1 WHERE position = 4",
        "UPDATE audit_auditseal SET position = position - 1 WHERE position = 5",
    )
    assert "Seal 3 does not follow" in sealed.faults()


def test_a_planted_insertion_is_found_before_and_after_it_is_sealed(sealed: Sealed) -> None:
    sealed.tamper(PLANTED)
    assert "planted or changed" in sealed.faults()
    sealed.seal()
    assert "of seal 6 was changed" in sealed.faults()


def test_an_insertion_without_a_hash_is_never_sealed(sealed: Sealed) -> None:
    sealed.tamper(PLANTED.replace("request_id, mac FROM", "request_id, '' FROM"))
    assert sealed.seal() == 0
    assert "planted or changed" in sealed.faults()


def test_planted_reordering_is_found(sealed: Sealed) -> None:
    sealed.tamper(
        "UPDATE audit_auditseal SET position = 99 WHERE position = 2",
        "UPDATE audit_auditseal SET position = 2 WHERE position = 4",
        "UPDATE audit_auditseal SET position = 4 WHERE position = 99",
    )
    assert "Seal 2 does not follow" in sealed.faults()


def test_truncation_is_found(sealed: Sealed) -> None:
    sealed.tamper(
        "DELETE FROM audit_auditentry WHERE id IN (SELECT entry_id FROM audit_auditseal WHERE position > 3)",
        "DELETE FROM audit_auditseal WHERE position > 3",
    )
    assert "The log ends at seal 3; seal 5 was noted" in sealed.faults()


def test_emptying_the_log_is_found(sealed: Sealed) -> None:
    sealed.tamper("TRUNCATE audit_auditentry, audit_auditseal")
    assert "seal 5 was noted" in sealed.faults()


def test_setting_the_noted_end_back_is_found(sealed: Sealed) -> None:
    sealed.tamper(
        "DELETE FROM audit_auditentry WHERE id IN (SELECT entry_id FROM audit_auditseal WHERE position > 3)",
        "DELETE FROM audit_auditseal WHERE position > 3",
        "UPDATE public.tenancy_sealhead SET position = 3, hash = (SELECT hash FROM audit_auditseal WHERE position = 3)",
    )
    assert "The noted end of the chain is not as Haat wrote it" in sealed.faults()


def test_a_head_kept_elsewhere_catches_what_takes_the_noted_end_along(sealed: Sealed) -> None:
    with brand_scope(sealed.brand):
        known = [(5, AuditSeal.objects.get(position=5).hash)]
    sealed.tamper(
        "TRUNCATE audit_auditentry, audit_auditseal",
        f"DELETE FROM public.tenancy_sealhead WHERE brand_id = '{sealed.brand.pk}'",
    )
    assert sealed.faults() == ""
    assert "seal 5 was noted" in sealed.faults(known=known)
    sealed.write(6)
    sealed.seal()
    assert "the chain was made anew" in sealed.faults(known=known)


def test_removing_the_noted_end_is_found(sealed: Sealed) -> None:
    sealed.tamper(f"DELETE FROM public.tenancy_sealhead WHERE brand_id = '{sealed.brand.pk}'")
    assert "it was removed" in sealed.faults()


def test_an_entry_that_is_never_sealed_is_a_fault_after_a_while(sealed: Sealed) -> None:
    sealed.write(1)
    assert sealed.faults() == ""
    assert "has no seal since" in sealed.faults(patience=timedelta(seconds=-1))


def test_the_app_cannot_change_seals_and_a_brand_cannot_touch_its_head(sealed: Sealed) -> None:
    with brand_scope(sealed.brand):
        for act in (lambda: AuditSeal.objects.update(position=9), SealHead.objects.count):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                act()


def test_a_transaction_that_commits_late_is_not_passed_over(sealed: Sealed) -> None:
    """Its entry has the smaller id and appears after the greater one was sealed."""
    written, may_commit = threading.Event(), threading.Event()

    def slow() -> None:
        try:
            with brand_scope(sealed.brand), transaction.atomic():
                audit.record("test.early_and_late", sealed.brand)
                written.set()
                may_commit.wait(10)
        finally:
            connection.close()

    thread = threading.Thread(target=slow)
    thread.start()
    written.wait(10)
    sealed.write(1)
    assert sealed.seal() == 1
    may_commit.set()
    thread.join()
    assert sealed.seal() == 1
    assert sealed.faults() == ""
    with brand_scope(sealed.brand):
        late = AuditEntry.objects.get(action="test.early_and_late")
        assert AuditSeal.objects.get(entry_id=late.pk).position == 7


def test_two_sealers_at_once_make_one_chain(sealed: Sealed) -> None:
    sealed.write(40)

    def work() -> None:
        try:
            sealed.seal()
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sealed.faults() == ""
    with brand_scope(sealed.brand):
        assert AuditSeal.objects.count() == 45


def test_one_command_checks_every_log_and_says_which_is_broken(sealed: Sealed) -> None:
    told = StringIO()
    call_command("audit", "verify", stdout=told)
    assert "aster: whole, 5 sealed, ends with 5:s1:" in told.getvalue()
    assert "house: whole" in told.getvalue()
    assert "birch: whole" in told.getvalue()
    sealed.tamper(f"UPDATE audit_auditentry SET reason = 'other' WHERE id = {THIRD}")
    told = StringIO()
    with pytest.raises(CommandError, match="Not whole: aster"):
        call_command("audit", "verify", "--brand", "aster", stdout=told)
    assert "BROKEN" in told.getvalue()


def test_the_beat_seals_suspended_brands_and_the_house_too(aster: Any, birch: Any) -> None:
    type(birch).objects.filter(pk=birch.pk).update(status="suspended")
    for_each_brand("audit.seal", whoever=True)
    for_each_brand("audit.prove", whoever=True)
    for brand in (aster, birch):
        with brand_scope(brand):
            audit.record("test.written", brand)
            assert Job.objects.filter(name="audit.seal", done_at=None).count() == 1
        assert run_jobs(brand, only="audit.") == ["audit.seal", "audit.prove"]
        with brand_scope(brand):
            assert AuditSeal.objects.count() == AuditEntry.objects.count() > 0
        assert SealHead.objects.get(brand_id=brand.pk).verified_position > 0


def test_the_address_of_a_request_travels_with_its_jobs(aster: Any) -> None:
    from haat.core import context

    here = context.Context("r1", context.Actor("staff", "7", "Nia", "owner"), "203.0.113.9")
    with brand_scope(aster), context.use(here):
        jobs.enqueue("audit.seal")
        row = Job.objects.get(name="audit.seal")
    assert jobs.envelope_of(row)["address"] == "203.0.113.9"
    old = {name: value for name, value in jobs.envelope_of(row).items() if name != "address"}
    jobs.execute("audit.seal", row.pk, old)  # a task that was on its way before there were addresses


def test_numbers_of_people_are_shortened_on_their_way_into_the_log(aster: Any) -> None:
    with brand_scope(aster):
        entry = audit.record(
            "test.masked", aster, before={"phone": "+919820012345", "pan": "AAPFR0001A", "account": {"bank_account": "501001234567"}},
            after={"note": "Call 9820012345 or ravi@example.com", "gstin": "27AAPFU0939F1ZV", "id": str(aster.pk), "amount_minor": 9820012345},
            reason="PAN AAPFR0001A, account 501001234567, +91 98200 12345 stays readable to nobody: +919820012345",
        )  # fmt: skip
        entry.refresh_from_db()
    assert entry.before == {"phone": "•••2345", "pan": "•••001A", "account": {"bank_account": "•••4567"}}
    assert entry.after == {
        "note": "Call •••2345 or r•••@example.com", "gstin": "27AAPFU0939F1ZV", "id": str(aster.pk), "amount_minor": 9820012345,
    }  # fmt: skip
    assert "AAPFR0001A" not in entry.reason
    assert "501001234567" not in entry.reason
    assert "9820012345" not in entry.reason

"""Invariant 10: open differences and work that stands still are told by the proof, apart from faults."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import CommandError, call_command

from haat.books import services as books
from haat.books.models import ReconBreak
from haat.books.recon.findings import Findings, keep
from haat.books.types import KINDS
from haat.core import clock
from haat.core.models import Job
from haat.notifications import alarms
from haat.notifications.models import Notification
from haat.payments.models import Payment
from haat.tenancy.context import brand_scope
from tests.books.conftest import Account, verified
from tests.conftest import _staff
from tests.support import Api, run_jobs

if TYPE_CHECKING:
    from tests.checkout.conftest import Shop


def waiting(brand: Any, **options: Any) -> list[str]:
    (check,) = [one for one in verified(brand, **options).checks if one.number == 10]
    assert check.holds
    return check.warnings


def test_work_that_stands_still_is_a_warning_and_not_a_fault(shop: Shop, birch: Any) -> None:
    shop.paid()
    late = clock.now() + timedelta(hours=1)
    run_jobs(shop.brand)
    with brand_scope(shop.brand):
        Job.objects.all().delete()
    assert waiting(shop.brand, at=late) == []
    with brand_scope(shop.brand):
        Job.objects.create(
            name="payments.process_webhook", payload={}, actor={}, available_at=clock.now(), brand_id=shop.brand.pk
        )
    (found,) = waiting(shop.brand, at=late)
    assert found.startswith("stuck_job payments.process_webhook: jobs 1,")
    assert waiting(birch, at=late) == []


def test_an_open_difference_is_exit_code_two_until_somebody_explains_it(shop: Shop, account: Account, nia: Any) -> None:
    shop.paid()
    with brand_scope(shop.brand):
        paid = Payment.objects.get().provider_payment_id
    account.client.payment.refund(paid, {"amount": 5_000})
    account.run()
    (found,) = waiting(shop.brand)
    assert found.startswith(f"unknown_refund {paid}: open since ")
    told = StringIO()
    with pytest.raises(CommandError, match="The books hold, and something waits for somebody: aster") as refused:
        call_command("ledger", "verify", "--brand", "aster", stdout=told)
    assert refused.value.returncode == 2
    assert "WARN 10." in told.getvalue()
    call_command("ledger", "verify", "--brand", "birch", stdout=StringIO())
    with brand_scope(shop.brand):
        books.prove(at=clock.now())
    standing = Api("admin", shop.brand, nia.user).get("ledger/standing")["data"]
    (check,) = [one for one in standing["checks"] if one["number"] == 10]
    assert (standing["holds"], check["holds"], len(check["warnings"])) == (True, True, 1)
    with brand_scope(shop.brand):
        books.explain(row=ReconBreak.objects.get(), note="By hand, as agreed")
    assert waiting(shop.brand) == []
    call_command("ledger", "verify", "--brand", "aster", stdout=StringIO())
    run_jobs(shop.brand)


def letters(brand: Any) -> list[Notification]:
    with brand_scope(brand):
        return list(Notification.objects.filter(template="recon-waits").order_by("created_at"))


def test_what_stays_open_is_written_once_to_those_who_settle_it(shop: Shop, nia: Any, birch: Any) -> None:
    _staff("olaf@example.com", "Olaf", "brand", "support", shop.brand)  # may not settle differences
    _staff("bo@example.com", "Bo", "brand", "finance", birch)
    at = clock.now()
    with brand_scope(shop.brand):
        row = ReconBreak.objects.create(
            kind="stuck_payment_out", subject="w1", reference="PO00000100001", ours={"rail": "bank_file"},
            amount_minor=5_000, currency="INR", found_at=at, seen_at=at,
        )  # fmt: skip
        assert alarms.sound(at=at + timedelta(minutes=59)) == 0
        assert [alarms.sound(at=at + timedelta(hours=hours)) for hours in (1, 2, 3)] == [1, 0, 0]
    (letter,) = letters(shop.brand)
    assert letter.address == nia.user.email
    assert "Line of a bank file without an answer · PO00000100001 · ₹50.00" in letter.text
    later = at + timedelta(days=1)
    with brand_scope(shop.brand):
        books.resolve(row=row, note="Asked the bank", at=at)
        findings = Findings()
        findings.found("stuck_payment_out", "w1", reference="PO00000100001", amount_minor=5_000)
        keep(findings, at=later)
        keep(findings, at=later + timedelta(minutes=10))
        assert alarms.sound(at=later + timedelta(hours=2)) == 1
    assert len(letters(shop.brand)) == 2
    with brand_scope(birch):
        assert alarms.sound(at=later) == 0
    assert letters(birch) == []


def test_what_was_explained_or_ended_itself_in_time_is_not_written(shop: Shop, nia: Any) -> None:
    at = clock.now()
    facts: dict[str, Any] = {"currency": "INR", "found_at": at, "seen_at": at}
    with brand_scope(shop.brand):
        ReconBreak.objects.create(kind="payment_fee", subject="a", state="explained", note="Agreed", **facts)
        ReconBreak.objects.create(kind="stuck_job", subject="b", state="resolved", resolved_at=at, **facts)
        assert alarms.sound(at=at + timedelta(days=1)) == 0


def test_every_kind_has_words_for_the_letter() -> None:
    assert set(alarms.KINDS) == set(KINDS)

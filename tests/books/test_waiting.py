"""Invariant 10: open differences and work that stands still are told by the proof, apart from faults."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import CommandError, call_command

from haat.books import services as books
from haat.books.models import ReconBreak
from haat.core import clock
from haat.core.models import Job
from haat.payments.models import Payment
from haat.tenancy.context import brand_scope
from tests.books.conftest import Account, verified
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

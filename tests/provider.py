"""The payment and KYC provider of a test: the simulator over HTTP, in a thread, with this test's own database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from haat.core import clock, jobs
from haat.core.models import Job
from haat.payments import gateway
from haat.tenancy.context import brand_scope, public_scope
from tests.razorpay_simulator.server import KEY, SECRET, InThread

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def provider(tmp_path: Path, settings: Any) -> Iterator[InThread]:
    one = InThread(tmp_path)
    settings.RAZORPAY_BASE_URL, settings.RAZORPAY_KEY_ID, settings.RAZORPAY_KEY_SECRET = one.base, KEY, SECRET
    settings.RAZORPAY_SIMULATOR = False  # the account of the settings is used by every brand
    yield one
    for held in gateway._local.__dict__.pop("gateways", {}).values():
        held.sdk.session.close()
    one.close()


def try_jobs(name: str, brand: Any = None) -> list[str]:
    """Try every unfinished job of a name once, due or not, and return what each left as its error."""
    with brand_scope(brand) if brand else public_scope():
        Job.objects.filter(name=name, done_at=None).update(available_at=clock.now())
        rows = [(row.pk, jobs.envelope_of(row)) for row in Job.objects.filter(name=name, done_at=None).order_by("id")]
    for pk, envelope in rows:
        with public_scope():
            jobs.execute(name, pk, envelope)
    with brand_scope(brand) if brand else public_scope():
        return [Job.objects.get(pk=pk).last_error for pk, _ in rows]

"""What the worker does for orders after their customers have gone: statements and processor time of each job."""

from __future__ import annotations

import time
from typing import Any

ORDERS_MAX = 300
JOBS = ("checkout.confirm_payment", "commissions.compute", "fulfilment.open_shipments", "payouts.share_order")


def tell(brand: Any) -> None:
    """Run what is due, a kind of job after the other. Letters are left out: they wait for mail and SMS."""
    from django.db import connection

    from haat.commissions.models import CommissionLine
    from haat.tenancy.context import brand_scope

    print("afterwards, in the worker and not in the figures above:")
    sent: list[str] = []

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        sent.append(sql)
        return execute(sql, *rest)

    for name in JOBS:
        due = _due(brand, name)
        sent.clear()
        began, used = time.perf_counter(), time.process_time()
        with connection.execute_wrapper(note):
            _run(due)
        seconds, used = time.perf_counter() - began, time.process_time() - used
        if due:
            each = f"{len(sent) / len(due):>6.1f} queries{used * 1000 / len(due):>8.1f} ms"
            print(f"  {name:<28}{each}, {len(due) / seconds:.0f}/s")
        if name == "commissions.compute":
            with brand_scope(brand):
                print(f"  {'':<28}{CommissionLine.objects.count() / seconds:.0f} lines/s", flush=True)


def _due(brand: Any, name: str) -> list[tuple[int, str, dict[str, Any]]]:
    from haat.core import clock, jobs
    from haat.core.models import Job
    from haat.tenancy.context import brand_scope

    with brand_scope(brand):
        found = Job.objects.filter(name=name, done_at=None, available_at__lte=clock.now())
        return [(row.pk, row.name, jobs.envelope_of(row)) for row in found.order_by("id")[:ORDERS_MAX]]


def _run(due: list[tuple[int, str, dict[str, Any]]]) -> None:
    from haat.core import jobs
    from haat.tenancy.context import public_scope

    for pk, name, envelope in due:
        with public_scope():
            jobs.execute(name, pk, envelope)

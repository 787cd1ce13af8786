"""What commission costs: lines a second that the worker's task pins, with one rule and with many that use every term.

`./haat bench commissions --orders 300` fills a brand of a database of its own with placed orders whose task is due.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from infra.bench import machine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TASK = "commissions.compute"
SELLERS, CATEGORIES, RULES = 20, 40, 40
UNIT, TAXABLE, TAX = 118_00, 100_00, 18_00
DELIVERY, DELIVERY_TAXABLE = 59_00, 50_00
BATCH = 2_000


def main() -> int:
    parser = argparse.ArgumentParser(prog="./haat bench commissions", description=__doc__)
    parser.add_argument("--orders", type=int, default=300, help="of each size")
    parser.add_argument("--json", type=Path, help="also write the figures into this file")
    options = parser.parse_args()
    import django

    django.setup()
    from haat.tenancy.context import brand_scope
    from infra.bench.brand import bench_brand

    brand, _ = bench_brand(keep=False)
    print(f"{machine.state()}; one worker, a task after the other:")
    figures: dict[str, float] = {}
    with brand_scope(brand):
        world = people()
    for words, count in (("one rule", 1), (f"{RULES} rules of every term", RULES)):
        with brand_scope(brand):
            put_rules(count, world)
        for parts, lines in ((1, 1), (2, 10)):
            with brand_scope(brand):
                place(options.orders, parts, lines, world)
            name = f"{words}, orders of {parts} x {lines} lines and their deliveries"
            figures[name] = run(brand, name)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n")
    return 0


def people() -> tuple[Any, Sequence[Any], Sequence[UUID]]:
    """A customer, sellers of whom some are in a tier, and a tree of categories two deep."""
    from haat.catalog.models import Category
    from haat.core import clock
    from haat.customers.models import Customer
    from haat.sellers.models import Seller

    at = clock.now()
    sellers = [
        Seller(
            slug=f"seller-{n}", name=f"Seller {n}", entity_id=uuid4(), entity_status="verified", applied_at=at, pan_last4="234F",
            holder_type="C", tier="gold" if n % 2 else "",
        )
        for n in range(SELLERS)
    ]  # fmt: skip
    Seller.objects.bulk_create(sellers)
    tree: list[Category] = []
    for n in range(CATEGORIES):
        above = tree[n // 4] if n >= CATEGORIES // 4 else None
        tree.append(Category.objects.create(slug=f"category-{n}", name=f"Category {n}", parent=above, position=n))
    customer = Customer.objects.create(user_id=uuid4(), name="Measured", joined_at=at)
    return customer, sellers, [one.pk for one in tree]


def put_rules(count: int, world: tuple[Any, Sequence[Any], Sequence[UUID]]) -> None:
    """Many that fit few, and one for everything at the end."""
    from haat.commissions import services
    from haat.commissions.types import RuleSpec
    from haat.core import clock

    _, sellers, categories = world
    first = "2025-01-01"
    narrow = [
        RuleSpec(
            name=f"Rule {n}", percent_bp=500 + n, valid_from=first, seller_id=str(sellers[n % SELLERS].pk) if n % 3 == 0 else None,
            seller_tier="gold" if n % 3 == 1 else "", category_id=str(categories[n]) if n % 2 else None,
            price_min_minor=UNIT + n, payment="cod" if n % 5 == 0 else "prepaid", basis="gross", cap_minor=500_00,
        )
        for n in range(count - 1)
    ]  # fmt: skip
    rest = RuleSpec(name="Everything", percent_bp=1_250, valid_from=first, floor_minor=5_00, with_shipping=count > 1)
    services.set_rules(specs=[*narrow, rest], at=clock.now())


def place(orders: int, parts: int, lines: int, world: tuple[Any, Sequence[Any], Sequence[UUID]]) -> None:
    """Orders as a checkout leaves them, written in bulk, each with its task in the outbox."""
    from haat.core import clock, jobs
    from haat.orders.models import Order, OrderLine, SellerOrder

    customer, sellers, categories = world
    at, mark = clock.now(), uuid4().hex[:6]
    goods = lines * UNIT
    made: list[Any] = []
    found_parts: list[Any] = []
    found_lines: list[Any] = []
    for n in range(orders):
        order = Order(
            number=f"B-{mark}-{n}", customer=customer, status="placed", payment_method="cod" if n % 2 else "razorpay", currency="INR",
            goods_minor=parts * goods, shipping_minor=parts * DELIVERY, total_minor=parts * (goods + DELIVERY), place_of_supply="27",
            address="{}", created_for=at, reserved_until=at, placed_at=at,
        )  # fmt: skip
        made.append(order)
        for letter in range(parts):
            part = SellerOrder(
                order=order, seller=sellers[(n + letter) % SELLERS], number=f"{order.number}-{letter}", status="placed", currency="INR",
                goods_minor=goods, shipping_minor=DELIVERY, shipping_taxable_minor=DELIVERY_TAXABLE, shipping_rate_bp=1_800,
                total_minor=goods + DELIVERY, placed_at=at,
            )  # fmt: skip
            found_parts.append(part)
            found_lines.extend(
                _line(part, position, categories[(n + position) % CATEGORIES]) for position in range(lines)
            )
    for model, rows in ((Order, made), (SellerOrder, found_parts), (OrderLine, found_lines)):
        model.objects.bulk_create(rows, batch_size=BATCH)
    for order in made:
        jobs.enqueue(TASK, order_id=order.pk)


def _line(part: Any, position: int, category_id: UUID) -> Any:
    from haat.orders.models import OrderLine

    return OrderLine(
        part=part, offer_id=uuid4(), product_id=uuid4(), category_id=category_id, position=position, title=f"Thing {position}",
        slug=f"thing-{position}", sku=f"T-{position}", hsn="70133700", quantity=1, unit_minor=UNIT, gross_minor=UNIT,
        taxable_minor=TAXABLE, rate_bp=1_800, rate_source="Measured", cgst_minor=TAX // 2, sgst_minor=TAX // 2, igst_minor=0,
        currency="INR",
    )  # fmt: skip


def run(brand: Any, name: str) -> float:
    """The task itself, as the worker calls it; the second half of the orders is counted."""
    from config.celery import app
    from haat.commissions.models import CommissionLine
    from haat.core import jobs
    from haat.core.models import Job
    from haat.tenancy.context import brand_scope, public_scope

    with brand_scope(brand):
        due = [(row.pk, jobs.envelope_of(row)) for row in Job.objects.filter(name=TASK, done_at=None).order_by("id")]
    app.loader.import_default_modules()
    task = app.tasks[TASK]

    def work(some: Sequence[tuple[int, Any]]) -> None:
        for pk, envelope in some:
            with public_scope():
                task(pk, envelope)

    warm, counted = due[: len(due) // 2], due[len(due) // 2 :]
    work(warm[1:])
    sent = statements(lambda: work(warm[:1]))
    with brand_scope(brand):
        before = CommissionLine.objects.count()
    began, used = time.perf_counter(), time.process_time()
    work(counted)
    seconds, used = time.perf_counter() - began, time.process_time() - used
    with brand_scope(brand):
        lines = CommissionLine.objects.count() - before
        assert not Job.objects.filter(name=TASK, done_at=None).exists()  # noqa: S101 - a bench of refusals says nothing
    print(
        f"{lines / seconds:>8.0f} lines/s, {len(counted) / seconds:>5.0f} tasks/s of {used * 1000 / len(counted):>4.1f} CPU ms "
        f"and {sent} statements: {name}",
        flush=True,
    )
    return lines / seconds


def statements(act: Callable[[], None]) -> int:
    from django.db import connection

    sent: list[str] = []

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        sent.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        act()
    return len(sent)


if __name__ == "__main__":
    raise SystemExit(main())

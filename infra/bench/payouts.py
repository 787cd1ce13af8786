"""What paying sellers costs: one look at all balances, writing the run down, starting every payout, the bank's file and its proof.

`./haat bench payouts --sellers 10000` fills a brand of a database of its own: each seller has some sales, ripe for the bank.
"""

from __future__ import annotations

import argparse
import json
import logging
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from infra.bench import machine

if TYPE_CHECKING:
    from collections.abc import Callable

NET = 100_00
EXPENSE, CODE = "seller_adjustments", "payout.adjusted"
BATCH = 5_000


def main() -> int:
    parser = argparse.ArgumentParser(prog="./haat bench payouts", description=__doc__)
    parser.add_argument("--sellers", type=int, default=10_000)
    parser.add_argument("--entries", type=int, default=3, help="entries of the books a seller")
    parser.add_argument("--json", type=Path, help="also write the figures into this file")
    options = parser.parse_args()
    import django

    django.setup()
    logging.getLogger("haat.ledger").setLevel(logging.WARNING)
    from haat.tenancy.context import brand_scope
    from infra.bench.brand import bench_brand

    brand, _ = bench_brand(keep=False)
    with brand_scope(brand):
        fill(options.sellers, options.entries)
        figures = pay(options.sellers)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n")
    return 0


def fill(sellers: int, entries: int) -> None:
    """Sellers with a verified account of their own, and what they earned, written in bulk with the hashes of posting."""
    from haat.core import clock
    from haat.ledger import canon
    from haat.ledger.models import Account, Posting, Transaction
    from haat.ledger.types import Leg
    from haat.payouts.models import Adjustment, PayoutPlan
    from haat.sellers.models import Seller

    at = clock.now()
    PayoutPlan.objects.create(off_rail="bank_file")
    people = [
        Seller(
            slug=f"seller-{n}", name=f"Seller {n}", entity_id=uuid4(), entity_status="verified", applied_at=at, legal_name=f"Seller {n} LLP"
        )
        for n in range(sellers)
    ]  # fmt: skip
    Seller.objects.bulk_create(people, batch_size=BATCH)
    accounts = [
        Account(code=f"seller_payable:{one.pk}", kind="liability", currency="INR", out_minor=NET * entries)
        for one in people
    ]
    Account.objects.bulk_create(accounts, batch_size=BATCH)
    given = Account.objects.create(code=EXPENSE, kind="expense", currency="INR", in_minor=NET * entries * sellers)
    given_by_hand: list[Adjustment] = []
    for first in range(0, sellers, 1_000):
        made, legs = [], []
        for account in accounts[first : first + 1_000]:
            for n in range(entries):
                leg = Leg(account.code, EXPENSE, NET)
                gift = Adjustment(
                    number=len(given_by_hand) + 1, seller_id=account.code.partition(":")[2], amount_minor=NET, currency="INR",
                    reason="Measured", status="booked", needs_second=False, proposed_by=uuid4(), proposed_at=at, decided_at=at,
                )  # fmt: skip
                given_by_hand.append(gift)
                row = Transaction(
                    key=f"adjust:{gift.pk}", code=CODE, reference=f"{account.code[-8:]}-{n}", at=at,
                    content_hash=canon.digest(CODE, "INR", [leg]),
                )  # fmt: skip
                row.mac = canon.content(row, [canon.Said(0, leg.source, leg.destination, NET, "INR")])
                made.append(row)
                legs.append(Posting(transaction=row, position=0, source=account, destination=given, amount_minor=NET))
        Transaction.objects.bulk_create(made)
        Posting.objects.bulk_create(legs)
    Adjustment.objects.bulk_create(given_by_hand, batch_size=BATCH)


def pay(sellers: int) -> dict[str, float]:
    from haat.books import services as books
    from haat.core import clock
    from haat.ledger import services as ledger
    from haat.payouts import queries, services
    from haat.payouts.models import Payout

    at = clock.now()
    print(machine.state())
    figures = {"preview_s": timed(lambda: queries.preview(at=at))}
    print(f"{figures['preview_s']:>10.1f} s what a run would pay {sellers} sellers")
    begin = time.perf_counter()
    services.release_due(at=at)
    figures["proposed_s"] = time.perf_counter() - begin
    print(f"{figures['proposed_s']:>10.1f} s the run, with its first payouts started")
    begin = time.perf_counter()
    while services.start_approved(at=at):
        pass
    figures["started_s"] = time.perf_counter() - begin
    started = Payout.objects.filter(status="in_transit").count()
    print(f"{figures['started_s']:>10.1f} s starting the rest: {started} payouts are on their way")
    while ledger.seal(everything=True):
        pass
    begin = time.perf_counter()
    verdict = books.verify(at=clock.now())
    figures["verify_s"] = time.perf_counter() - begin
    print(
        f"{figures['verify_s']:>10.1f} s verifying the books: {'whole' if not verdict.faults else verdict.faults[:3]}"
    )
    return figures


def timed(act: Callable[[], Any]) -> float:
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


if __name__ == "__main__":
    raise SystemExit(main())

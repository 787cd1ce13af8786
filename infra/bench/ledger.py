"""What the books cost: postings a second, the page and the whole of a long statement, sealing and verifying.

`./haat bench ledger --lines 100000` fills a brand of a database of its own: one seller with that many events.
"""

from __future__ import annotations

import argparse
import json
import logging
import time
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from infra.bench import machine

if TYPE_CHECKING:
    from collections.abc import Callable

AIM_SECONDS = 2.0
SELLER, OTHERS = "seller_payable:measured", 50
PAGE = 20


def main() -> int:
    parser = argparse.ArgumentParser(prog="./haat bench ledger", description=__doc__)
    parser.add_argument("--lines", type=int, default=100_000, help="events of the seller with the long statement")
    parser.add_argument("--seconds", type=float, default=5.0, help="how long postings are counted")
    parser.add_argument("--json", type=Path, help="also write the figures into this file")
    options = parser.parse_args()
    import django

    django.setup()
    logging.getLogger("haat.ledger").setLevel(logging.WARNING)  # each batch of seals is a line
    from haat.tenancy.context import brand_scope
    from infra.bench.brand import bench_brand

    brand, _ = bench_brand(keep=False)
    print(machine.state())
    with brand_scope(brand):
        figures = {"postings_per_second": posting(options.seconds)}
        print(
            f"{figures['postings_per_second']:>10.0f} postings a second, one after the other, each in its transaction"
        )
        fill(options.lines)
        figures |= statements()
        figures |= sealing()
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n")
    return 0


def posting(seconds: float) -> float:
    """Sales of two postings, as delivery books them, over many sellers."""
    from haat.core import clock
    from haat.ledger import services as ledger
    from haat.ledger.types import Leg

    made, end = 0, time.perf_counter() + seconds
    while time.perf_counter() < end:
        seller = f"seller_payable:{made % OTHERS}"
        legs = [Leg(seller, "order_holding", 10_000), Leg("commission_revenue", seller, 1_000)]
        ledger.post(
            key=f"bench:{made}", code="seller_order.delivered", legs=legs, at=clock.now(), reference=f"B-{made}"
        )
        made += 1
    return 2 * made / seconds


def fill(lines: int) -> None:
    """The long statement, written in bulk with the hashes that posting makes, and the balances that it keeps."""
    from datetime import timedelta

    from haat.core import clock
    from haat.ledger import canon
    from haat.ledger.models import Account, Posting, Transaction
    from haat.ledger.types import Leg

    names = {SELLER: "liability", "order_holding": "liability"}
    accounts = {
        code: Account.objects.get_or_create(code=code, currency="INR", defaults={"kind": kind})[0]
        for code, kind in names.items()
    }
    leg, begin = Leg(SELLER, "order_holding", 100), clock.now() - timedelta(days=365)
    digest = canon.digest("seller_order.delivered", "INR", [leg])
    said = [canon.Said(0, leg.source, leg.destination, leg.minor, "INR")]
    for start in range(0, lines, 5_000):
        made = [
            Transaction(
                key=f"long:{number}", code="seller_order.delivered", content_hash=digest, reference=f"L-{number}",
                at=begin + timedelta(minutes=number),
            )
            for number in range(start, min(start + 5_000, lines))
        ]  # fmt: skip
        for row in made:
            row.mac = canon.content(row, said)
        Transaction.objects.bulk_create(made)
        Posting.objects.bulk_create(
            Posting(
                transaction=row, position=0, source=accounts[SELLER], destination=accounts["order_holding"], amount_minor=100
            )
            for row in made
        )  # fmt: skip
    Account.objects.filter(code=SELLER).update(out_minor=100 * lines)
    holding = Account.objects.get(code="order_holding")
    Account.objects.filter(pk=holding.pk).update(in_minor=holding.in_minor + 100 * lines)


def statements() -> dict[str, float]:
    from haat.core.db import connection
    from haat.ledger import queries as ledger
    from haat.payouts import queries as payouts

    whose: Any = SimpleNamespace(pk=SELLER.partition(":")[2], slug="measured")
    connection.cursor().execute("SELECT 1")  # the connection is there before the first figure
    found = {
        "statement_first_page_s": timed(lambda: ledger.statement(SELLER, limit=PAGE)),
        "statement_last_page_s": timed(
            lambda: ledger.statement(SELLER, limit=PAGE, offset=ledger.statement(SELLER, limit=1).total - PAGE)
        ),
        "statement_1000_lines_s": timed(lambda: ledger.statement(SELLER, limit=1_000)),
        "statement_whole_file_s": timed(lambda: payouts.statement_file(seller=whose, since=None, until=None)),
    }
    total = ledger.statement(SELLER, limit=1).total
    for name, seconds in found.items():
        print(
            f"{seconds:>10.2f} s {name.removesuffix('_s').replace('_', ' ')} of {total} lines (aim {AIM_SECONDS:.0f} s)"
        )
    return found


def sealing() -> dict[str, float]:
    from haat.core import clock
    from haat.ledger import services as ledger

    def seal() -> None:
        while ledger.seal(everything=True):
            pass

    figures = {"seal_all_s": timed(seal)}
    begin = time.perf_counter()
    verdict = ledger.verify(at=clock.now())
    figures["verify_all_s"] = time.perf_counter() - begin
    print(f"{figures['seal_all_s']:>10.1f} s sealing {verdict.sealed} transactions")
    print(f"{figures['verify_all_s']:>10.1f} s verifying them: {'whole' if not verdict.faults else verdict.faults[:3]}")
    return figures


def timed(act: Callable[[], Any]) -> float:
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


if __name__ == "__main__":
    raise SystemExit(main())

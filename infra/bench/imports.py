"""`python -m infra.bench.imports <brand> [--listings FILE] [--rows N]`: import, public answers, reservations.

Run it with PYTHONPATH=backend:. against a scratch database (the environment of `./haat`): what it imports stays there.
Without a file it writes one of N rows itself, which also shows that memory does not grow with the file.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
HEADER = "uniq_id,pid,product_name,brand,product_category_tree,retail_price,discounted_price,product_rating,description"
TIMES = 30
BUYERS = 8
HOLDS = 50


def write_listings(path: Path, rows: int) -> None:
    """A file of listings with long descriptions, so that reading it whole would show."""
    with gzip.open(path, "wt", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream)
        out.writerow(HEADER.split(","))
        for n in range(rows):
            tree = f'["Bench {n % 12} >> Shelf {n % 60} >> Box {n % 300}"]'
            out.writerow(
                [f"bench{n}", f"BENCH{n}", f"Measured thing {n}", f"Maker {n % 90}", tree, 900, 700, "", "word " * 200]
            )


def bring_in(brand: str, file: Path) -> None:
    command = [sys.executable, str(ROOT / "backend" / "manage.py"), "brand", "import-catalogue", brand, str(file)]
    for turn in ("first", "again"):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        print(f"import, {turn}: {' '.join(done.stdout.split()) or done.stderr.strip()}")


def ask(brand: Any) -> None:
    """Milliseconds of public answers: made anew, and kept by generation."""
    from django.test import Client

    from haat.core import generation
    from haat.tenancy import hosts
    from haat.tenancy.context import brand_scope

    host = hosts.url("customer", brand, "").split("//")[1].split(":")[0]
    client = Client(HTTP_HOST=host)
    for path in (
        "storefront",
        "products",
        "products?q=sreum",
        "products?sort=price&in_stock=true",
        "search/suggestions?q=ro",
    ):
        made, kept = [], []
        for _ in range(TIMES):
            with brand_scope(brand):
                generation.bump()
            made.append(_timed(lambda: client.get(f"/api/v1/customer/{path}")))  # noqa: B023 - called at once
            kept.append(_timed(lambda: client.get(f"/api/v1/customer/{path}")))  # noqa: B023 - called at once
        print(f"{path}: {statistics.median(made):.1f} ms made anew, {statistics.median(kept):.2f} ms kept")


def hold(brand: Any) -> None:
    """Reservations a second of one offer that everybody wants."""
    from django.db import connection

    from haat.catalog.models import Offer
    from haat.core import clock, context
    from haat.core.ids import new_id
    from haat.inventory import services
    from haat.tenancy.context import brand_scope

    with brand_scope(brand):
        offer = Offer.objects.filter(status="active").order_by("created_at").first()
        if offer is None:
            return
        needed = BUYERS * HOLDS
        services.adjust(
            offer=offer, delta=needed, reason="received", note="bench", at=clock.now(), actor=context.SYSTEM
        )
    references = [[new_id() for _ in range(HOLDS)] for _ in range(BUYERS)]

    def buy(mine: list[Any]) -> None:
        with brand_scope(brand):
            for reference in mine:
                at = clock.now()
                until = at + timedelta(minutes=5)
                services.reserve(quantities={offer.pk: 1}, reference=reference, expires_at=until, at=at)
        connection.close()

    threads = [threading.Thread(target=buy, args=(mine,)) for mine in references]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"one offer, {BUYERS} buyers: {needed / (time.perf_counter() - began):.0f} reservations/s")
    with brand_scope(brand):
        for reference in (one for mine in references for one in mine):
            services.release(reference=reference, at=clock.now())
        services.adjust(
            offer=offer, delta=-needed, reason="corrected", note="bench", at=clock.now(), actor=context.SYSTEM
        )


def _timed(call: Any) -> float:
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("brand", help="short name of the brand to measure")
    parser.add_argument("--listings", type=Path, help="file to bring in; without it one is written")
    parser.add_argument("--rows", type=int, default=20_000)
    options = parser.parse_args()
    import django

    django.setup()
    from haat.tenancy.queries import brand_by_slug

    brand = brand_by_slug(options.brand)
    with tempfile.TemporaryDirectory() as folder:
        file = options.listings or Path(folder) / "listings.csv.gz"
        if options.listings is None:
            write_listings(file, options.rows)
        bring_in(options.brand, file)
    ask(brand)
    hold(brand)


if __name__ == "__main__":
    main()

"""What a shopper's requests cost: a list, its facets, a product, a search, a suggestion; made anew and kept.

`./haat bench catalogue --products 5000 [--listings FILE]` fills a brand of a database of its own and asks a real web
process. Processor time is that of web, database and cache, not of what asks.
"""

from __future__ import annotations

import argparse
import json
import random
import secrets
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from infra.bench import machine

if TYPE_CHECKING:
    from collections.abc import Callable

API = "/api/v1/customer"
AIMS = {"list": 3.5, "facets": 8.0, "detail": 4.0, "search": 8.0, "suggestion": 8.0}
KEPT_AIM = 0.5
Paths = "dict[str, Callable[[int], str]]"


def main() -> int:
    parser = argparse.ArgumentParser(prog="./haat bench catalogue", description=__doc__)
    parser.add_argument("--products", type=int, default=5_000)
    parser.add_argument(
        "--listings", type=Path, help="a file of listings whose words are used; without it words are made"
    )
    parser.add_argument("--seconds", type=float, default=6.0, help="for each kind of request, anew and kept")
    parser.add_argument("--json", type=Path, help="also write the figures into this file")
    parser.add_argument("--keep", action="store_true", help="measure the brand of the last run again")
    options = parser.parse_args()
    import django

    django.setup()
    from infra.bench.brand import bench_brand
    from infra.bench.goods import fill

    brand, is_new = bench_brand(keep=options.keep)
    if is_new:
        fill(brand, options.products, options.listings)
    figures = measure(brand, options.seconds)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n")
    return 0


def measure(brand: Any, seconds: float) -> dict[str, dict[str, float]]:
    from django.conf import settings
    from django.db import connection

    from infra.bench.load import ask
    from infra.bench.server import Meter, database, free_port, web

    port = free_port()
    host = f"{brand.slug}.{settings.HAAT_PLATFORM_DOMAIN}"
    paths, figures = paths_of(brand), dict[str, dict[str, float]]()
    print(f"{machine.state()}\n{HEADER}")
    with tempfile.TemporaryDirectory() as folder, web(port, Path(folder) / "web.log") as process:
        postmaster = database()
        connection.close()
        for name, path in paths.items():
            for kind in ("anew", "kept"):
                asked = path if kind == "anew" else (lambda _, path=path: path(0))
                ask(port, host, asked, seconds=1.0)  # plans, caches of the process, connections
                meter = Meter(process, postmaster)
                seen = ask(port, host, asked, seconds=seconds if kind == "anew" else seconds / 2)
                used = [spent * 1000 / len(seen.times_ms) for spent in meter.read()]
                queries = queries_of(brand, path) if kind == "anew" else 0
                figures[f"{name} {kind}"] = row = {
                    "per_second": seen.per_second, "p50_ms": seen.percentile(50), "p99_ms": seen.percentile(99),
                    "web_ms": used[0], "database_ms": used[1], "cpu_ms": sum(used), "queries": queries,
                    "aim_ms": AIMS[name] if kind == "anew" else KEPT_AIM,
                }  # fmt: skip
                print(LINE.format(name=f"{name}, {kind}", **row), flush=True)
    return figures


HEADER = (
    f"{'':<18}{'req/s':>8}{'p50 ms':>9}{'p99 ms':>9}{'web':>8}{'database':>10}{'CPU ms':>9}{'aim':>7}{'queries':>9}"
)
LINE = (
    "{name:<18}{per_second:>8.0f}{p50_ms:>9.1f}{p99_ms:>9.1f}{web_ms:>8.2f}{database_ms:>10.2f}"
    "{cpu_ms:>9.2f}{aim_ms:>7.1f}{queries:>9.0f}"
)


def paths_of(brand: Any) -> dict[str, Callable[[int], str]]:
    """Each number another address, so that nothing of it was kept; the questions are those of many people."""
    from haat.search.models import Count, Document
    from haat.search.types import NOWHERE
    from haat.search.words import words_of
    from haat.tenancy.context import brand_scope

    chance = random.Random(3)
    with brand_scope(brand):
        rows = list(Document.objects.order_by("pk").values_list("card", "title")[:2_000])
        slugs = [card["slug"] for card, _ in rows]
        largest = Count.objects.filter(scope=NOWHERE, facet__startswith="category=").order_by("-total", "facet")
        from haat.catalog.models import Category

        ids = [facet.partition("=")[2] for facet in largest.values_list("facet", flat=True)[:40]]
        places = list(Category.objects.filter(pk__in=ids).values_list("slug", flat=True))
    chance.shuffle(rows)
    titles = [[word for word in words_of(title) if len(word) > 2] for _, title in rows[:400]]
    asked = [" ".join(chance.sample(words, 2)) for words in titles if len(words) > 1]

    run = secrets.token_hex(3)  # what an earlier run left in the cache is not asked for

    def pick(some: list[str], n: int) -> str:
        return some[n % len(some)]

    return {
        "list": lambda n: f"{API}/products?category={pick(places, n)}&sort=newest&limit=24&n={run}{n}",
        "facets": lambda n: (
            f"{API}/products?category={pick(places, n)}&attr=colour:blue&attr=size:xl&limit=24&n={run}{n}"
        ),
        "detail": lambda n: f"{API}/products/{pick(slugs, n)}?n={run}{n}",
        "search": lambda n: f"{API}/products?q={quote(pick(asked, n))}&limit=24&n={run}{n}",
        "suggestion": lambda n: f"{API}/search/suggestions?q={quote(pick(asked, n)[:5])}&n={run}{n}",
    }


def queries_of(brand: Any, path: Callable[[int], str]) -> int:
    """The most that one of a few requests sends to the database, once what changes seldom is in the process."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client

    client = Client(HTTP_HOST=f"{brand.slug}.{settings.HAAT_PLATFORM_DOMAIN}")
    numbers = []
    for n in range(10_000, 10_006):
        sent: list[str] = []

        def count(execute: Any, sql: str, *rest: Any, sent: list[str] = sent) -> Any:
            sent.append(sql)
            return execute(sql, *rest)

        with connection.execute_wrapper(count):
            client.get(path(n))
        numbers.append(len(sent))
    return max(numbers[1:])


if __name__ == "__main__":
    raise SystemExit(main())

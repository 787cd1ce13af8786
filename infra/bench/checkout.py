"""What an order costs, from a guest's empty cart to placed: `./haat bench checkout [--listings FILE]`.

A real web process, its database and the simulator of the payment provider. Processor time and queries are those of the
customer's requests, in web and database; what jobs do afterwards is told by itself, a job at a time.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import statistics
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any

from infra.bench import afterwards, machine
from infra.bench.server import Meter, database, free_port, running, web
from infra.bench.shoppers import Shopper, Trip, World, people, wire
from infra.local.probes import http_ok

if TYPE_CHECKING:
    from collections.abc import Callable

PRODUCTS, STOCK = 300, 1_000_000
AIM_MS, AIM_QUERIES, AIM_CART_MS = 25.0, 45, 5.0
LIMITS = "anonymous_writes=1000000/60 signed_in_writes=1000000/60 checkout=1000000/60"


def main() -> int:
    parser = argparse.ArgumentParser(prog="./haat bench checkout", description=__doc__)
    parser.add_argument("--clients", type=int, nargs="+", default=[8, 32])
    parser.add_argument("--seconds", type=float, default=15.0, help="for each kind of order and number of clients")
    parser.add_argument("--listings", type=Path, help="a file of listings whose words are used")
    options = parser.parse_args()
    port, simulator = free_port(), free_port()
    os.environ |= {
        "HAAT_LIMITS": LIMITS, "RAZORPAY_SIMULATOR": "true", "RAZORPAY_BASE_URL": f"http://127.0.0.1:{simulator}",
        "RAZORPAY_CHECKOUT_URL": f"http://127.0.0.1:{simulator}/checkout",
    }  # fmt: skip
    with tempfile.TemporaryDirectory() as folder, _simulator(simulator, Path(folder)):
        import django

        django.setup()
        brand, world = _shop(options.listings)
        measure(brand, world, port, simulator, options, Path(folder) / "web.log")
    return 0


def measure(brand: Any, world: World, port: int, simulator: int, options: Any, log: Path) -> None:
    from django.db import connection

    print(f"{machine.state()}; of the customer's requests alone:\n{HEADER}")
    numbers = itertools.count(1)
    kinds: dict[str, Callable[[str], Any] | None] = {"cash": None, "online": lambda order: _paid(simulator, order)}
    with web(port, log) as process:
        postmaster = database()
        connection.close()
        for name, pay in kinds.items():
            queries = _queries(world, pay, numbers)
            for clients in options.clients:
                shoppers = [Shopper(world, wire(port, world.host), pay) for _ in range(clients)]
                _run(shoppers, numbers, 2.0)
                meter = Meter(process, postmaster)
                trips, seconds = _run(shoppers, numbers, options.seconds)
                used = [spent * 1000 / len(trips) for spent in meter.read()]
                _tell(f"{name}, {clients} clients", trips, seconds, used, queries)
        _tell_carts(world, port, numbers, Meter(process, postmaster))
    afterwards.tell(brand)


HEADER = f"{'':<22}{'orders/s':>9}{'p50 ms':>9}{'p99 ms':>9}{'web':>8}{'database':>10}{'CPU ms':>9}{'queries':>9}"


def _tell(name: str, trips: list[Trip], seconds: float, used: list[float], queries: dict[str, int]) -> None:
    times = [trip.ms for trip in trips]
    p50, p99 = statistics.median(times), statistics.quantiles(times, n=100)[98]
    figures = f"{len(trips) / seconds:>9.1f}{p50:>9.0f}{p99:>9.0f}{used[0]:>8.1f}{used[1]:>10.1f}{sum(used):>9.1f}"
    print(f"{name:<22}{figures}{sum(queries.values()):>9}   aims {AIM_MS:.0f} ms, {AIM_QUERIES} queries")
    steps = ", ".join(
        f"{step} {statistics.median(trip.steps_ms[step] for trip in trips):.0f} ms {queries[step]} q"
        for step in queries
    )
    print(f"{'':<22}  {steps}", flush=True)


def _tell_carts(world: World, port: int, numbers: Any, meter: Any) -> None:
    """A new cart with one line, by itself."""
    send, count = wire(port, world.host), 300
    for _ in range(count):
        line = {"offer_id": world.offers[next(numbers) % len(world.offers)], "quantity": 1}
        send("POST", "/api/v1/customer/cart/lines", line, {})
    used = sum(meter.read()) * 1000 / count
    print(f"{'a new cart, one line':<22}{used:>54.1f}{'':>9}   aim {AIM_CART_MS:.0f} ms")


def _run(shoppers: list[Shopper], numbers: Any, seconds: float) -> tuple[list[Trip], float]:
    until, trips, wrong = time.perf_counter() + seconds, list[Trip](), list[Exception]()

    def shop(shopper: Shopper) -> None:
        while time.perf_counter() < until and not wrong:
            try:
                trips.append(shopper.buy(next(numbers)))
            except Exception as error:
                wrong.append(error)

    began = time.perf_counter()
    threads = [threading.Thread(target=shop, args=[shopper]) for shopper in shoppers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise wrong[0]
    return trips, time.perf_counter() - began


def _queries(world: World, pay: Any, numbers: Any) -> dict[str, int]:
    """Statements of each step of an order, the third one of this process, by a client inside it."""
    from django.db import connection
    from django.test import Client

    sent: list[str] = []
    found: dict[str, int] = {}

    def count(execute: Any, sql: str, *rest: Any) -> Any:
        sent.append(sql)
        return execute(sql, *rest)

    def send(method: str, path: str, body: Any, headers: dict[str, str]) -> tuple[int, Any, str]:
        client = Client(HTTP_HOST=world.host)
        before = len(sent)
        answer = client.generic(
            method, path, json.dumps(body), "application/json", headers=headers | {"Sec-Fetch-Site": "same-origin"}
        )
        step = {"cart/lines": "cart", "addresses": "address", "checkout/quote": "quote", "orders": "order"}
        found[step.get(path.removeprefix("/api/v1/customer/"), "confirm")] = len(sent) - before
        if os.environ.get("HAAT_BENCH_STATEMENTS"):
            print(path, *(statement[:160] for statement in sent[before:]), sep="\n  ")
        return answer.status_code, answer.json(), answer.cookies.output(header="").strip()

    with connection.execute_wrapper(count):
        for _ in range(3):
            Shopper(world, send, pay).buy(next(numbers))
    return found


def _shop(listings: Path | None) -> tuple[Any, World]:
    from django.conf import settings

    from haat.catalog.models import Offer
    from haat.inventory.models import Stock
    from haat.payments import services as payments
    from haat.tenancy.context import brand_scope
    from infra.bench.brand import bench_brand
    from infra.bench.goods import fill

    brand, _ = bench_brand(keep=False)
    fill(brand, PRODUCTS, listings)
    with brand_scope(brand):
        payments.open_test_account(brand=brand)
        Stock.objects.update(on_hand=STOCK)
        offers = [str(pk) for pk in Offer.objects.filter(price_minor__lt=500_000).values_list("pk", flat=True)]
    return brand, World(f"{brand.slug}.{settings.HAAT_PLATFORM_DOMAIN}", offers, people(brand))


def _simulator(port: int, folder: Path) -> Any:
    argv = [sys.executable, "-m", "infra.razorpay_simulator", "--host", "127.0.0.1", "--port", str(port)]
    argv += ["--db", str(folder / "simulator.sqlite"), "--public-url", f"http://127.0.0.1:{port}"]
    return running(argv, folder / "simulator.log", http_ok(port, "/_sim/status"))


def _paid(port: int, order: str) -> Any:
    """The customer paid on the provider's page; what that page gives to the browser."""
    body = json.dumps({"order": order}).encode()
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/_sim/pay", body, {"Content-Type": "application/json"}, method="POST"
    )
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - this machine's own simulator
        callback: dict[str, Any] = json.loads(answer.read())["callback"]
    return callback


if __name__ == "__main__":
    raise SystemExit(main())

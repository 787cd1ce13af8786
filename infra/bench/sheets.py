"""`python -m infra.bench.sheets <brand> [--rows N]`: files of goods, checked, brought in, again, and taken back.

Run it with PYTHONPATH=backend:. against a scratch database: what it imports stays there as archived drafts. The work
is done in this process, as a worker would, so that its memory is what a worker needs.
"""

from __future__ import annotations

import argparse
import csv
import tempfile
import threading
import time
from pathlib import Path
from typing import Any, Self

import psutil

HEADER = [
    "handle",
    "title",
    "category",
    "seller",
    "sku",
    "option1_name",
    "option1_value",
    "price",
    "mrp",
    "stock",
    "hsn",
    "country_of_origin",
    "weight_g",
    "manufacturer",
    "tags",
    "specifications",
    "description",
]
VARIANTS = 4
MB = 1024 * 1024


def rows(count: int, seller: str, category: str, word: str, price: int = 700) -> Any:
    for n in range(count):
        product, variant = divmod(n, VARIANTS)
        yield [
            f"{word}-{product}", f"Measured thing {product}", category, seller, f"{word.upper()}-{n}", "Size", f"{variant + 1} l", f"{price}.00",
            "900.00", str(n % 90), "74181022", "IN", "420", "Tamra Works, 4 Mill Road, Pune 411001", "measured|thing",
            f"Material=Copper|Capacity={variant + 1} l", f"Thing {product} holds water. " * 12,
        ]  # fmt: skip


def write(path: Path, lines: Any) -> Path:
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as stream:
            out = csv.writer(stream)
            out.writerow(HEADER)
            out.writerows(lines)
        return path
    from openpyxl.workbook.workbook import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(HEADER)
    for line in lines:
        sheet.append(line)
    book.save(path)
    return path


class Memory:
    """The most that this process held while something was done, beyond what it held before."""

    def __enter__(self) -> Self:
        self.process = psutil.Process()
        self.before = self.most = self.process.memory_info().rss
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self._watch, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.ended.set()
        self.thread.join()

    def _watch(self) -> None:
        while not self.ended.wait(0.05):
            self.most = max(self.most, self.process.memory_info().rss)


def bring(brand: Any, path: Path, verbs: list[str]) -> None:
    """One file through its steps; each line says how fast it was and how much memory it took."""
    from haat.core import clock, context
    from haat.core.ids import new_id
    from haat.imports import queries, services
    from haat.tenancy.context import brand_scope

    with context.use(context.Context(request_id="bench", actor=context.SYSTEM)), brand_scope(brand):
        with path.open("rb") as source, Memory() as memory:
            row = services.begin(
                source=source,
                announced=path.stat().st_size,
                name=path.name,
                seller=None,
                user_id=new_id(),
                at=clock.now(),
            )
        _tell("looked at", row, 0, 0, memory)
        services.set_mapping(row=row, names=row.columns, options={})
        for verb in verbs:
            began = time.perf_counter()
            with Memory() as memory:
                services.move(row=row, verb=verb, at=clock.now())
                while (row := queries.one(seller=None, import_id=row.pk)).status in {"checking", "running", "undoing"}:
                    services.work(import_id=row.pk)
            counts = {"check": row.checked, "run": row.done, "undo": row.undone}[verb]
            _tell(verb, row, row.done_rows, time.perf_counter() - began, memory, counts)


def _tell(what: str, row: Any, done: int, seconds: float, memory: Memory, counts: Any = "") -> None:
    rate = f"{done / seconds:.0f} rows/s, {seconds:.1f} s, " if seconds else ""
    grown = f"memory {memory.most / MB:.0f} MB, {(memory.most - memory.before) / MB:.0f} MB more than before"
    print(f"{row.file_name} {what}: {rate}{grown} {counts or ''}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("brand", help="short name of the brand to measure")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--brief", action="store_true", help="leave out new prices and taking back")
    options = parser.parse_args()
    import django

    django.setup()
    from haat.catalog import queries as catalog
    from haat.sellers import queries as sellers
    from haat.tenancy.context import brand_scope
    from haat.tenancy.queries import brand_by_slug

    brand = brand_by_slug(options.brand)
    with brand_scope(brand):
        seller, category = str(sellers.active_sellers()[0].slug), str(catalog.categories()[0].slug)
    word = f"b{int(time.time()):x}"
    with tempfile.TemporaryDirectory() as folder:
        for form in ("csv", "xlsx"):
            mark = f"{word}{form[0]}"
            first = write(Path(folder) / f"first.{form}", rows(options.rows, seller, category, mark))
            bring(brand, first, ["check", "run"])
            bring(brand, first, ["check"])
            if options.brief:
                continue
            repriced = rows(options.rows, seller, category, mark, 650)
            bring(brand, write(Path(folder) / f"repriced.{form}", repriced), ["check", "run", "undo"])


if __name__ == "__main__":
    main()

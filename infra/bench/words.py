"""Titles, brands, trees and texts of goods: from a file of listings when there is one, else put together here."""

from __future__ import annotations

import csv
import gzip
import json
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KINDS = [
    "kurta",
    "saree",
    "shirt",
    "jacket",
    "tumbler",
    "bowl",
    "lamp",
    "ring",
    "necklace",
    "watch",
    "serum",
    "soap",
    "cushion",
    "curtain",
    "backpack",
    "wallet",
]
MANNERS = [
    "printed",
    "ribbed",
    "woven",
    "embroidered",
    "floral",
    "striped",
    "solid",
    "classic",
    "slim",
    "festive",
    "handmade",
    "brass",
    "silk",
    "cotton",
]


@dataclass(frozen=True, slots=True)
class Listing:
    key: str
    title: str
    brand: str
    tree: tuple[str, ...]
    price_minor: int
    mrp_minor: int
    text: str


def listings(path: Path | None) -> list[Listing]:
    return list(_read(path)) if path else list(_made(5_000))


def many(path: Path | None, count: int, *, seed: int = 7) -> Iterator[Listing]:
    """So many listings: first those of the file, then new ones of their words, so that titles stay all different."""
    real = listings(path)
    chance = random.Random(seed)
    for n in range(count):
        one = real[n % len(real)]
        if n < len(real):
            yield one
            continue
        other, third = chance.choice(real), chance.choice(real)
        words = [*one.title.split()[:4], *other.title.split()[-3:]]
        text = f"{one.text[:300]} {third.text[:300]}"
        yield Listing(f"{one.key}-{n}", " ".join(words), other.brand, one.tree, one.price_minor, one.mrp_minor, text)


def _read(path: Path) -> Iterator[Listing]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            tree = tuple(part.strip() for part in json.loads(row["product_category_tree"])[0].split(">>"))
            price = int(row["discounted_price"] or row["retail_price"] or 499)
            mrp = max(price, int(row["retail_price"] or price))
            title = " ".join(row["product_name"].split())[:240]
            if title and price > 0:
                yield Listing(
                    row["uniq_id"],
                    title,
                    row["brand"],
                    tree[:-1][:4] or tree,
                    price * 100,
                    mrp * 100,
                    row["description"],
                )


def _made(count: int) -> Iterator[Listing]:
    chance = random.Random(1)
    for n in range(count):
        kind, words = chance.choice(KINDS), chance.sample(MANNERS, 3)
        price = chance.randrange(99, 4_999) * 100
        title = f"{' '.join(words)} {kind} {n}".title()
        yield Listing(
            f"made-{n}", title, f"Maker {n % 90}", ("Shop", kind.title()), price, price * 2, " ".join(MANNERS * 4)
        )

"""`./haat bench search --listings FILE [--show]`: recall@10 and MRR of each kind of question.

recall@10 is the share of ten places (or of all answers, if there are fewer) that hold a listing that was meant; MRR is
one over the place of the first one.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from infra.bench.search.labels import Question

PLACES = 10
AIMS = {"exact": 0.98, "typo": 0.9}


def main() -> int:
    parser = argparse.ArgumentParser(prog="./haat bench search", description=__doc__)
    parser.add_argument("--listings", type=Path, required=True, help="the file that the labelled set was made of")
    parser.add_argument("--show", action="store_true", help="also say which questions lost places")
    parser.add_argument("--keep", action="store_true", help="ask the brand of the last run again")
    options = parser.parse_args()
    import django

    django.setup()
    from infra.bench.brand import bench_brand
    from infra.bench.goods import fill
    from infra.bench.search.labels import questions
    from infra.bench.words import listings

    rows = listings(options.listings)
    brand, is_new = bench_brand(keep=options.keep)
    if is_new:
        fill(brand, len(rows), options.listings)
    scores = score(brand, questions(rows), show=options.show)
    print(f"{'':<10}{'questions':>10}{'recall@10':>11}{'MRR':>8}{'aim':>7}")
    for kind, (number, recall, rank) in scores.items():
        print(f"{kind:<10}{number:>10}{recall:>11.3f}{rank:>8.3f}{AIMS.get(kind, ''):>7}")
    return int(any(scores[kind][1] < aim for kind, aim in AIMS.items()))


def score(brand: Any, asked: list[Question], *, show: bool) -> dict[str, tuple[int, float, float]]:
    """Number of questions, mean recall and mean reciprocal rank by kind."""
    from haat.catalog.models import Product
    from haat.search import queries
    from haat.tenancy.context import brand_scope

    recalls, ranks = defaultdict[str, list[float]](list), defaultdict[str, list[float]](list)
    with brand_scope(brand):
        keys = dict(Product.objects.values_list("pk", "import_key"))
        for question in asked:
            wanted = queries.Wanted(queries.read_words(question.text))
            page = queries.find(wanted, sort="relevance", descending=False, offset=0, limit=PLACES, currency="INR")
            got = [str(keys[_uuid(card["id"])]).removeprefix("bench:") in question.wanted for card in page.cards]
            recall = sum(got) / min(PLACES, len(question.wanted))
            recalls[question.kind].append(recall)
            ranks[question.kind].append(1 / (got.index(True) + 1) if True in got else 0.0)
            if show and recall < 1:
                words = wanted.reading.corrected or [group.meanings for group in wanted.reading.groups]
                print(f"{question.kind:<9} {recall:.2f} {question.text!r} read as {words}, {page.total} found")
                for card, right in zip(page.cards, got, strict=True):
                    if not right:
                        print(f"               ✗ {card['title'][:90]}")
    return {
        kind: (len(values), sum(values) / len(values), sum(ranks[kind]) / len(values))
        for kind, values in recalls.items()
    }


def _uuid(text: str) -> Any:
    from uuid import UUID

    return UUID(text)


if __name__ == "__main__":
    raise SystemExit(main())

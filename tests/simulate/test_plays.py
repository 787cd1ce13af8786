"""Months of a market, at random, against the model: see docs/guides/how-to-simulate.md."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING

from infra.simulate.machine import Play, play

if TYPE_CHECKING:
    from infra.simulate.stage import Stage


def test_try(stage: Stage) -> None:
    import os

    figures: Counter[str] = Counter()
    begin = time.process_time()
    try:
        play(
            stage,
            number=int(os.environ.get("SEED", "1")),
            steps=int(os.environ.get("STEPS", "100")),
            runs=int(os.environ.get("RUNS", "3")),
            figures=figures,
            shorten=bool(os.environ.get("SHORTEN")),
        )
    finally:
        print("\n".join(Play.trace))
        print(dict(figures))
        print(time.process_time() - begin)

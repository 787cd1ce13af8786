"""`./haat simulate`: many plays of the state machine in a database of its own, with figures and, when one fails, its story."""

from __future__ import annotations

import argparse
import contextlib
import io
import itertools
import logging
import secrets
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from infra.simulate.report import failure, totals

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from infra.simulate.stage import Stage

BRANDS_MAX = 26


@dataclass(slots=True)
class Tally:
    """What all plays together did."""

    figures: Counter[str] = field(default_factory=Counter)
    plays: int = 0
    failures: list[str] = field(default_factory=list)
    begun: float = field(default_factory=time.monotonic)
    cpu: float = field(default_factory=time.process_time)


def arguments(words: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./haat simulate", description=__doc__)
    parser.add_argument("--seeds", type=int, default=20, help="how many plays, each with a seed of its own")
    parser.add_argument("--steps", type=int, default=100, help="acts in a play")
    parser.add_argument("--seed", type=int, help="the first seed; the others follow it")
    parser.add_argument("--hours", type=float, help="play for so long instead of so many seeds")
    parser.add_argument("--brand-count", type=int, default=1, help="play in turn in so many brands")
    parser.add_argument("--keep-going", action="store_true", help="do not stop at the first play that fails")
    parser.add_argument("--as-it-was", action="store_true", help="do not make a failing play short: quicker")
    found = parser.parse_args(words)
    if found.seed is None:
        found.seed = 1 if found.hours is None else secrets.randbelow(10**6)
    return found


def main() -> int:
    options = arguments()
    import django

    django.setup()
    logging.disable(logging.CRITICAL)  # faults of the provider are what is played, and each is logged
    tally = Tally()
    print(f"playing from seed {options.seed}, {options.steps} steps a play", flush=True)
    with contextlib.ExitStack() as stack:
        stages = [stack.enter_context(stage) for stage in _stages(options.brand_count)]
        for number in _seeds(options, tally):
            _play(stages[number % len(stages)], number, options, tally)
            if tally.failures and not options.keep_going:
                break
    print(totals(tally))
    return 1 if tally.failures else 0


def _seeds(options: argparse.Namespace, tally: Tally) -> Iterator[int]:
    numbers = itertools.count(options.seed)
    if options.hours is None:
        return itertools.islice(numbers, options.seeds)
    return itertools.takewhile(lambda _: time.monotonic() - tally.begun < options.hours * 3600, numbers)


def _stages(count: int) -> Iterator[Any]:
    from infra.simulate.brand import new_brand
    from infra.simulate.opening import open_stage

    return (open_stage(new_brand()) for _ in range(min(count, BRANDS_MAX)))


def _play(stage: Stage, number: int, options: argparse.Namespace, tally: Tally) -> None:
    from infra.simulate.machine import Play, play

    begun, before = time.monotonic(), tally.figures["steps"]
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # the provider's SDK prints what it cannot read
            play(stage, number=number, steps=options.steps, figures=tally.figures, shorten=not options.as_it_was)
    except Exception as error:
        words = failure(number, options.steps, error, Play.trace)
        tally.failures.append(words)
        print(words, flush=True)
    tally.plays += 1
    took = time.monotonic() - begun
    print(f"seed {number}: {tally.figures['steps'] - before} steps in {took:.1f} s", flush=True)


if __name__ == "__main__":
    sys.exit(main())

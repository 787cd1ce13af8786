"""What a simulation says at its end, and of a play that failed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from infra.simulate.acts import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from infra.simulate.__main__ import Tally

SHOWN = (
    "steps", "orders", "refused", "payments", "late or double payments", "placed", "expired", "delivered", "completed", "called off",
    "lines called off", "lines not called off", "lines called off again", "parts called off by lines",
    "cards", "orders with a card", "orders that a card covers", "cards changed", "cards refused", "cards lapsed",
    "messages", "messages lost", "faults", "jobs", "repeated jobs", "deaths", "refunds", "shares paid out", "debts written off", "taxes deposited", "postings",
    "sums compared", "verified", "facts looked at",
)  # fmt: skip
TRACE_MOST = 120


def totals(tally: Tally) -> str:
    seconds, cpu = time.monotonic() - tally.begun, time.process_time() - tally.cpu
    rows = [
        ("plays", tally.plays),
        *((name, tally.figures[name]) for name in SHOWN),
        ("plays that failed", len(tally.failures)),
    ]
    lines = [f"{count:>12,}  {name}" for name, count in rows]
    return "\n".join([*lines, *_acts(tally), f"{seconds:>12,.0f}  seconds, {cpu:,.0f} of them of this process's CPU"])


def _acts(tally: Tally) -> list[str]:
    """How often each act came up, and those that never did."""
    counts = {name: tally.figures[f"act {name}"] for name in load()}
    reached = ", ".join(f"{name} {count:,}" for name, count in sorted(counts.items(), key=lambda one: -one[1]) if count)
    missed = ", ".join(name for name, count in counts.items() if not count)
    return [f"acts: {reached}", *([f"acts that no play reached: {missed}"] if missed else [])]


def failure(number: int, steps: int, error: BaseException, trace: Sequence[str]) -> str:
    """The shortest story that was found, what went wrong, and how to see it again."""
    story = "\n".join(f"  {line}" for line in trace[-TRACE_MOST:])
    return (
        f"\nFAIL  seed {number}: {type(error).__name__}: {error}\n{story}\n"
        f"again: ./haat simulate --seed {number} --seeds 1 --steps {steps}\n"
    )

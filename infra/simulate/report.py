"""What a simulation says at its end, and of a play that failed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from infra.simulate.__main__ import Tally

SHOWN = (
    "steps", "orders", "refused", "payments", "late or double payments", "placed", "expired", "delivered", "completed", "called off",
    "messages", "messages lost", "faults", "jobs", "repeated jobs", "deaths", "refunds", "shares paid out", "postings",
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
    return "\n".join([*lines, f"{seconds:>12,.0f}  seconds, {cpu:,.0f} of them of this process's CPU"])


def failure(number: int, steps: int, error: BaseException, trace: Sequence[str]) -> str:
    """The shortest story that was found, what went wrong, and how to see it again."""
    story = "\n".join(f"  {line}" for line in trace[-TRACE_MOST:])
    return (
        f"\nFAIL  seed {number}: {type(error).__name__}: {error}\n{story}\n"
        f"again: ./haat simulate --seed {number} --seeds 1 --steps {steps}\n"
    )

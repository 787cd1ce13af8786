"""The state machine that Hypothesis drives: it chooses acts and their choices, and makes a failing run short."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from infra.simulate.run import end, is_untouched, step, undone

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence

    from infra.simulate.stage import Stage

T = TypeVar("T")


class Drawn:
    """Dice whose throws Hypothesis makes, remembers and lowers."""

    def __init__(self, data: Any) -> None:
        self.data = data

    def one(self, of: Sequence[T]) -> T:
        return of[self.number(0, len(of) - 1)]

    def number(self, least: int, most: int) -> int:
        found: int = self.data.draw(st.integers(least, most))
        return found


class Play(RuleBasedStateMachine):
    stage: ClassVar[Stage]
    figures: ClassVar[Counter[str]]
    trace: ClassVar[list[str]]

    def __init__(self) -> None:
        super().__init__()
        self.held = undone(self.stage)
        self.market = self.held.__enter__()
        self.number, self.failed = 0, False
        type(self).trace = self.market.trace

    @rule(data=st.data())
    def step(self, data: Any) -> None:
        try:
            step(self.market, Drawn(data), self.number)
        except BaseException:
            self.failed = True
            raise
        self.number += 1

    def teardown(self) -> None:
        try:
            if not self.failed:
                end(self.market)
        finally:
            if not is_untouched(self.market):
                self.figures.update(self.market.figures)
            self.held.__exit__(None, None, None)


def play(stage: Stage, *, number: int, steps: int, figures: Counter[str], shorten: bool = True) -> None:
    """One play of `steps` acts under a seed. Raises what it raised; `Play.trace` says what led to it, made short.

    The first of Hypothesis' examples is the one of the least choices, in which only time passes; the second is the play.
    """
    phases = [Phase.generate, *([Phase.shrink] if shorten else [])]
    wanted = settings(
        max_examples=2, stateful_step_count=steps, deadline=None, database=None, phases=phases, print_blob=False,
        suppress_health_check=list(HealthCheck), report_multiple_bugs=False,
    )  # fmt: skip

    class Seeded(Play):
        pass

    Seeded.stage, Seeded.figures, Seeded.trace = stage, figures, []
    try:
        run_state_machine_as_test(seed(number)(Seeded), settings=wanted)
    finally:
        Play.trace = Seeded.trace

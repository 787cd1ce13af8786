"""Jobs of returns."""

from haat.core import clock
from haat.core.jobs import job
from haat.returns import services


@job("returns.answer_overdue")
def answer_overdue() -> None:
    services.answer_overdue(at=clock.now())

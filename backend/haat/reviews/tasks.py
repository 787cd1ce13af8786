"""Jobs of reviews."""

from __future__ import annotations

from haat.core import clock
from haat.core.jobs import job
from haat.reviews import services


@job("reviews.score_sellers")
def score_sellers() -> None:
    services.score_sellers(at=clock.now())

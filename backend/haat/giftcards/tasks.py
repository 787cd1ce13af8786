"""Jobs of gift cards."""

from haat.core import clock
from haat.core.jobs import job
from haat.giftcards import services


@job("giftcards.expire")
def expire() -> None:
    services.expire(at=clock.now())

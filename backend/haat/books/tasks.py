"""Jobs of the books."""

from haat.books import services
from haat.core import clock
from haat.core.jobs import job


@job("books.prove", external=True)
def prove() -> None:
    """Add everything up. It only reads until its end, so it holds no transaction open that others wait for."""
    services.prove(at=clock.now())

"""Jobs of the ledger: sealing what was posted."""

from haat.core.jobs import job
from haat.ledger import services


@job("ledger.seal")
def seal() -> None:
    services.seal()


@job("ledger.seal_late")
def seal_late() -> None:
    """Look through all of the books, for what a transaction of more than an hour left behind."""
    services.seal(everything=True)

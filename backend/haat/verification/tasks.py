"""Jobs of verification. They belong to no brand: an entity is checked once for all of them."""

from haat.core import clock
from haat.core.jobs import job
from haat.verification import services


@job("verification.check", platform=True, external=True)
def check(entity_id: str, kind: str) -> None:
    """Settle one requirement of an entity; without an answer from the provider the job tries again."""
    services.check(entity_id=entity_id, kind=kind, at=clock.now())

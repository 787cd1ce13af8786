"""Jobs of sellers."""

from haat.core.jobs import job
from haat.sellers import services


@job("sellers.follow_entity")
def follow_entity(entity_id: str) -> None:
    """An entity changed: bring the brand's copy in line."""
    services.follow_entity(entity_id=entity_id)

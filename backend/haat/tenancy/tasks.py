"""Jobs of tenancy."""

from haat.core.jobs import job
from haat.tenancy import services


@job("tenancy.refill_pool", platform=True, external=True)
def refill_pool(brand_id: str | None = None) -> None:  # noqa: ARG001 - the event that asked carries it
    """Keep prepared schemas in stock, so that the next brand is live in a moment."""
    services.refill_pool()

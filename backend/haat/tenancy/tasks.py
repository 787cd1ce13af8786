"""Jobs of tenancy."""

from haat.core import clock, generation
from haat.core.jobs import job
from haat.tenancy import domains, services
from haat.tenancy.context import brand_scope


@job("tenancy.refill_pool", platform=True, external=True)
def refill_pool(brand_id: str | None = None) -> None:  # noqa: ARG001 - the event that asked carries it
    """Keep prepared schemas in stock, so that the next brand is live in a moment."""
    services.refill_pool()


@job("tenancy.check_domains", platform=True, external=True)
def check_domains() -> None:
    """Look at the claimed and the live domains that are due."""
    domains.check_due(at=clock.now())


@job("tenancy.forget_pages", platform=True)
def forget_pages(brand_id: str) -> None:
    """The brand's name, rules or theme changed: its public answers are made anew."""
    with brand_scope(brand_id):
        generation.bump_after_commit()

"""Jobs of search: the catalogue changed, so its words do."""

from uuid import UUID

from haat.core import generation
from haat.core.jobs import job
from haat.search import services


@job("search.index_product")
def index_product(product_id: str, **_: object) -> None:
    """Write one product anew; lists were cached from the old words, so they are forgotten once more."""
    services.index([UUID(product_id)])
    generation.bump_after_commit()


@job("search.index_seller")
def index_seller(seller_id: str, **_: object) -> None:
    services.index_seller(UUID(seller_id))
    generation.bump_after_commit()

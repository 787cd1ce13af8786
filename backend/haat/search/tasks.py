"""Jobs of search: the catalogue changed, so its words do; and what the beat asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from haat.core import clock, generation
from haat.core.jobs import job
from haat.search import services

if TYPE_CHECKING:
    from collections.abc import Sequence

    from haat.core.events import Event


@job("search.index_product")
def index_product(product_id: str, **_: object) -> None:
    """Write one product anew; lists were cached from the old words, so they are forgotten once more."""
    services.index([UUID(product_id)])
    generation.bump_after_commit()


def index_now(events: Sequence[Event]) -> None:
    """The same at once after the commit, so that the next request sees it; the job stays as the guarantee."""
    services.index({UUID(event.product_id) for event in events})  # type: ignore[attr-defined]  # events of products


@job("search.index_products")
def index_products(product_ids: list[str]) -> None:
    services.index([UUID(one) for one in product_ids])
    generation.bump_after_commit()


def index_all_now(events: Sequence[Event]) -> None:
    services.index({UUID(one) for event in events for one in event.product_ids})  # type: ignore[attr-defined]  # of many


@job("search.index_seller")
def index_seller(seller_id: str, **_: object) -> None:
    services.index_seller(UUID(seller_id))
    generation.bump_after_commit()


@job("search.reshape")
def reshape(after: str | None = None, **_: object) -> None:
    """Every document, in batches: names and filters follow from attributes and categories."""
    services.reshape(after=UUID(after) if after else None)
    generation.bump_after_commit()


@job("search.follow_collection")
def follow_collection(collection_id: str, turn: int = 0, **_: object) -> None:
    services.follow_collection(collection_id=UUID(collection_id), at=clock.now(), turn=turn)
    generation.bump_after_commit()


def follow_now(events: Sequence[Event]) -> None:
    """The first batch at once, which is the whole of most collections; the job sees to the rest."""
    for pk in {UUID(event.collection_id) for event in events}:  # type: ignore[attr-defined]  # events of collections
        services.follow_collection(collection_id=pk, at=clock.now())


@job("search.follow_days")
def follow_days() -> None:
    if services.follow_days(at=clock.now()):
        generation.bump_after_commit()


@job("search.catch_up")
def catch_up() -> None:
    """After an update of Haat: documents that the version before wrote."""
    if services.catch_up():
        generation.bump_after_commit()


@job("search.listen")
def listen() -> None:
    services.write_down()


@job("search.weigh")
def weigh() -> None:
    services.weigh(at=clock.now())


@job("search.warm", external=True)
def warm() -> None:
    """Outside a transaction: it only reads, and what it reads is kept for others."""
    services.warm(at=clock.now())

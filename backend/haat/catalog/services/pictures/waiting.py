"""Pictures of what is in the shop, where the brand looks first: the row of them waits as it would be."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.catalog.models import Media, ProductChange
from haat.catalog.queries import states
from haat.catalog.queries.pictures import wanted
from haat.catalog.services.changes import join, waiting_change
from haat.core import jobs

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from haat.catalog.models import Product

Row = list[dict[str, Any]]
UNSEEN_KEPT = timedelta(days=30)  # much longer than a decision can be taken back
FILES_KEPT = timedelta(days=1)  # pages that were written before still show it


def pictures_of(product: Product, *, waits: bool) -> list[Media]:
    """Those that an edit is about: as they would be where edits wait, else those in the shop."""
    return wanted(product) if waits else list(product.media.all())


def rearrange(product: Product, change: Callable[[Row], Row]) -> None:
    """Let the row of pictures wait as `change` makes it. Call it with the product locked."""
    waiting = waiting_change(product)
    later = waiting.after.get("media") if waiting else None
    row = change([dict(one) for one in (states.media_state(product) if later is None else later)])
    join(product=product, waiting=waiting, after={"media": row})


def put_last(product: Product, picture: Media) -> None:
    """A picture more, unless it is there already."""
    state = states.picture_state(picture)

    def add(row: Row) -> Row:
        return row if any(one["id"] == state["id"] for one in row) else [*row, state]

    rearrange(product, add)


def forget_files(picture: Media, *, was_seen: bool, at: datetime) -> None:
    """Let the files follow a day later, unless something still shows them; orders keep showing what was bought."""
    if picture.digest:
        jobs.enqueue(
            "catalog.drop_picture_files", at=at + FILES_KEPT,
            digest=picture.digest, original=picture.original, sizes=[] if was_seen else picture.widths,
        )  # fmt: skip


def forget_unseen(*, at: datetime) -> int:
    """Delete pictures that were refused or taken away long ago, and that no change names. Returns how many."""
    waiting = ProductChange.objects.filter(status=ProductChange.Status.PENDING, after__has_key="media")
    rows = [row for change in waiting for state in (change.before, change.after) for row in state["media"]]
    old = Media.everything.filter(is_live=False, updated_at__lt=at - UNSEEN_KEPT).exclude(
        pk__in=[row["id"] for row in rows]
    )
    pictures = list(old.select_related("product"))
    with transaction.atomic():
        for picture in pictures:
            forget_files(picture, was_seen=picture.product.published_at is not None, at=at)
            picture.delete()
    return len(pictures)

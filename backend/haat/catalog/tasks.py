"""Jobs of the catalogue: sizes of pictures, and their files when nothing needs them."""

from __future__ import annotations

from uuid import UUID

from haat.catalog.services import pictures
from haat.core import clock
from haat.core.jobs import job


@job("catalog.process_picture", external=True)
def process_picture(media_id: str) -> None:
    pictures.process_picture(media_id=UUID(media_id))


@job("catalog.drop_picture_files", external=True)
def drop_picture_files(digest: str, original: str, sizes: list[int]) -> None:
    pictures.drop_files(digest=digest, original=original, sizes=sizes)


@job("catalog.sweep_pictures", external=True)
def sweep_pictures() -> None:
    pictures.forget_unseen(at=clock.now())
    pictures.sweep(at=clock.now())

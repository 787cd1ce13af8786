"""What the worker does for a picture: write its sizes, or say why there are none; and throw away what nothing needs."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image

from haat.catalog.models import Media, Product
from haat.catalog.services.pictures.encoding import SAVING, encoded, path_of
from haat.catalog.services.pictures.upload import ORIGINALS, make_ready
from haat.core.jobs import RetryLater
from haat.tenancy import media, private

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

log = logging.getLogger(__name__)
STRAY = timedelta(days=2)  # an original whose row was never written; long after every request is over


def process_picture(*, media_id: UUID) -> None:
    """Write the sizes of an upload. Again, it does nothing. Outside transactions: encoding and storing take seconds.

    Raises RetryLater when the files cannot be reached.
    """
    row = Media.everything.filter(pk=media_id, status=Media.Status.PROCESSING).first()
    if row is None:
        return
    try:
        problem = _write_sizes(row)
    except media.StorageOut as error:
        raise RetryLater(error.message) from error
    with transaction.atomic():
        Product.objects.select_for_update(of=("self",)).get(pk=row.product_id)
        there = Media.everything.select_related("product").filter(pk=media_id, status=Media.Status.PROCESSING).first()
        if there is None:
            return
        if problem:
            there.status, there.problem = Media.Status.FAILED, problem
            there.save(update_fields=["status", "problem", "updated_at"])
        else:
            make_ready(there)


def _write_sizes(row: Media) -> str:
    """Returns why it cannot be done, or nothing."""
    kind = row.original.rpartition(".")[2]
    try:
        content = private.storage().fetch(row.original)
        for width, name, body in encoded(content, kind, row.width or 0, row.steps):
            media.store().replace(path_of(row.digest, width, name), body)
    except FileNotFoundError:
        return _("The file is not there any more. Upload the picture again.")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, MemoryError) as error:
        log.info("A picture cannot be read: %s", type(error).__name__)
        return _("This picture is damaged and cannot be read. Save it anew and upload it again.")
    return ""


def drop_files(*, digest: str, original: str, sizes: Sequence[int]) -> None:
    """Delete the files of a picture that no product has any more. Raises RetryLater when they cannot be reached."""
    if Media.everything.filter(digest=digest).exists():
        return
    try:
        if not Media.everything.filter(original=original).exists():  # other cuts of it may be shown
            private.storage().forget(original)
        for width in sizes:
            for kind in SAVING:
                media.store().forget(path_of(digest, width, kind))
    except media.StorageOut as error:
        raise RetryLater(error.message) from error


def sweep(*, at: datetime) -> int:
    """Delete originals that no row names: their request ended between the two. Returns how many."""
    try:
        old = [name for name, written in private.storage().names(ORIGINALS) if written < at - STRAY]
        strays = [name for name in old if not Media.everything.filter(original=f"{ORIGINALS}/{name}").exists()]
        for name in strays:
            private.storage().forget(f"{ORIGINALS}/{name}")
    except media.StorageOut as error:
        raise RetryLater(error.message) from error
    return len(strays)

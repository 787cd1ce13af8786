"""Taking a picture in: looked at, its original put away, its row written, its sizes left to a job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from haat.audit import services as audit
from haat.catalog.models import Media
from haat.catalog.queries.pictures import wanted as wanted_pictures
from haat.catalog.services.announce import product_changed
from haat.catalog.services.missing import refresh_missing
from haat.catalog.services.pictures.encoding import fallback_of, widths_of
from haat.catalog.services.pictures.inspection import inspected
from haat.catalog.services.pictures.places import lock_for_pictures, variant_of
from haat.catalog.services.pictures.waiting import put_last
from haat.catalog.types import PICTURES, PICTURES_MAX, PUBLISHED
from haat.core import jobs
from haat.core.errors import DomainError
from haat.tenancy import private

if TYPE_CHECKING:
    from uuid import UUID

    from haat.catalog.models import Product
    from haat.catalog.services.pictures.inspection import Looked

ORIGINALS = "originals"


class TooManyPictures(DomainError):
    code = "too_many_pictures"


def add_picture(
    *, product: Product, content: bytes, alt: str = "", variant_id: UUID | None = None, auto_approve: bool
) -> Media:
    """Put a picture at the end of a product's. The same one again is the one that is there.

    Raises PictureRefused, TooManyPictures, NotNow for a product that may not be changed, StorageOut.
    """
    looked = inspected(content)
    original = f"{ORIGINALS}/{looked.digest}.{looked.kind}"
    _check_room(product, looked.digest)
    store = private.storage()
    if store.stamp(original) is None:
        store.replace(original, looked.content)
    with transaction.atomic():
        product, waits = lock_for_pictures(product, auto_approve=auto_approve)
        there = Media.everything.filter(product=product, digest=looked.digest).first()
        _check_room(product, looked.digest)
        if there is None:
            row = _placed(product, looked, original, alt, variant_id, is_live=not waits)
        else:
            row = _again(there, is_live=there.is_live or not waits)
        if waits:
            put_last(product, row)
        return row


def _placed(
    product: Product, looked: Looked, original: str, alt: str, variant_id: UUID | None, *, is_live: bool
) -> Media:
    known = Media.everything.filter(digest=looked.digest, status=Media.Status.READY).first()
    last = product.media.order_by("-position").values_list("position", flat=True).first()
    row = Media.objects.create(
        product=product, variant=variant_of(product, variant_id), alt=alt, position=0 if last is None else last + 1,
        digest=looked.digest, original=original, width=looked.width, height=looked.height,
        path=known.path if known else f"{PICTURES}{looked.digest}", widths=known.widths if known else [],
        status=Media.Status.READY if known else Media.Status.PROCESSING, is_live=is_live,
    )  # fmt: skip
    audit.record("product.picture_added", product, after={"picture": str(row.pk)})
    if known:
        show(row)
    else:
        ask_for_sizes(row)
    return row


def make_ready(row: Media) -> None:
    """Its sizes are there. Call it with the product locked."""
    row.path, row.widths = fallback_of(row.digest, row.width or 0), widths_of(row.width or 0)
    row.status, row.problem = Media.Status.READY, ""
    row.save(update_fields=["path", "widths", "status", "problem", "updated_at"])
    show(row)


def show(row: Media) -> None:
    refresh_missing(row.product)
    if row.product.status == PUBLISHED:
        product_changed(row.product)


def _again(row: Media, *, is_live: bool) -> Media:
    """The one that is there, back in the shop if it may be."""
    if row.is_live != is_live:
        row.is_live = is_live
        row.save(update_fields=["is_live", "updated_at"])
        show(row)
    if row.status == Media.Status.FAILED:
        row.status, row.problem = Media.Status.PROCESSING, ""
        row.save(update_fields=["status", "problem", "updated_at"])
        ask_for_sizes(row)
    return row


def ask_for_sizes(row: Media) -> None:
    jobs.enqueue("catalog.process_picture", media_id=row.pk, unique_key=str(row.pk))


def _check_room(product: Product, digest: str) -> None:
    if len([row for row in wanted_pictures(product) if row.digest != digest]) >= PICTURES_MAX:
        raise TooManyPictures(
            _("A product has %(most)d pictures at most. Remove one before you add another.") % {"most": PICTURES_MAX}
        )

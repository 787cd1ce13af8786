"""Order, words and variant of pictures that are there, and taking one away."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from haat.audit import services as audit
from haat.catalog.models import Media, Product
from haat.catalog.services.announce import product_changed
from haat.catalog.services.missing import refresh_missing
from haat.catalog.types import EDITABLE, PUBLISHED
from haat.core import jobs
from haat.core.errors import InvalidInput, NotFound, NotNow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from haat.catalog.models import Variant

FILES_KEPT = timedelta(days=1)  # pages that were written before still show it


def lock_for_pictures(product: Product, *, auto_approve: bool) -> Product:
    """The product's row, locked. Raises NotNow where it may not be changed now."""
    locked = Product.objects.select_for_update(of=("self",)).get(pk=product.pk)
    if locked.status not in EDITABLE and not (locked.status == PUBLISHED and auto_approve):
        raise NotNow(f"“{locked.title}” is {locked.status}; ask the brand to change it.")
    return locked


def variant_of(product: Product, variant_id: UUID | None) -> Variant | None:
    """Raises InvalidInput for a variant of another product."""
    if variant_id is None:
        return None
    found = product.variants.filter(pk=variant_id).first()
    if found is None:
        raise InvalidInput("This variant is not of this product.", details={"variant": ["Unknown variant."]})
    return found


def change_picture(*, product: Product, picture_id: UUID, changes: dict[str, Any], auto_approve: bool) -> Media:
    """Change `alt`, or the `variant` by its id. Raises NotFound, NotNow, InvalidInput."""
    with transaction.atomic():
        product = lock_for_pictures(product, auto_approve=auto_approve)
        row = _picture(product, picture_id)
        before = {"alt": row.alt, "variant": str(row.variant_id or "")}
        if "alt" in changes:
            row.alt = changes["alt"]
        if "variant" in changes:
            row.variant = variant_of(product, changes["variant"])
        row.save(update_fields=["alt", "variant", "updated_at"])
        after = {"alt": row.alt, "variant": str(row.variant_id or "")}
        audit.record("product.picture_changed", product, before=before, after=after)
        _tell(product)
    return row


def order_pictures(*, product: Product, ids: Sequence[UUID], auto_approve: bool) -> None:
    """Put them in this order; those that are not named follow in theirs. Raises InvalidInput for a stranger's."""
    with transaction.atomic():
        product = lock_for_pictures(product, auto_approve=auto_approve)
        rows = {row.pk: row for row in product.media.all()}
        if unknown := [one for one in ids if one not in rows]:
            raise InvalidInput("A picture is not of this product.", details={"ids": [str(one) for one in unknown]})
        wanted = list(dict.fromkeys([*ids, *rows]))
        for position, pk in enumerate(wanted):
            rows[pk].position = position
        Media.objects.bulk_update(rows.values(), ["position"])
        audit.record("product.pictures_ordered", product, after={"pictures": [str(pk) for pk in wanted]})
        _tell(product)


def remove_picture(*, product: Product, picture_id: UUID, auto_approve: bool, at: datetime) -> None:
    """Take a picture away; its files follow a day later, unless something still shows them. Raises NotFound, NotNow."""
    with transaction.atomic():
        product = lock_for_pictures(product, auto_approve=auto_approve)
        row = _picture(product, picture_id)
        if row.digest:
            was_seen = product.published_at is not None  # orders keep showing what was bought
            jobs.enqueue(
                "catalog.drop_picture_files", at=at + FILES_KEPT,
                digest=row.digest, original=row.original, sizes=[] if was_seen else row.widths,
            )  # fmt: skip
        audit.record("product.picture_removed", product, before={"picture": str(row.pk), "alt": row.alt})
        row.delete()
        refresh_missing(product)
        _tell(product)


def _picture(product: Product, picture_id: UUID) -> Media:
    found: Media | None = product.media.filter(pk=picture_id).first()
    if found is None:
        raise NotFound(_("There is no such picture of this product."))
    return found


def _tell(product: Product) -> None:
    if product.status == PUBLISHED:
        product_changed(product)

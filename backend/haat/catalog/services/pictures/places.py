"""Order, words and variant of pictures that are there, and taking one away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from haat.audit import services as audit
from haat.catalog.models import Media, Product
from haat.catalog.queries import states
from haat.catalog.services.announce import product_changed
from haat.catalog.services.missing import refresh_missing
from haat.catalog.services.pictures.waiting import forget_files, pictures_of, rearrange
from haat.catalog.types import EDITABLE, PUBLISHED
from haat.core.errors import InvalidInput, NotFound, NotNow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from haat.catalog.models import Variant


def lock_for_pictures(product: Product, *, auto_approve: bool) -> tuple[Product, bool]:
    """The product's row, locked, and whether its edits wait. Raises NotNow where it may not be changed now."""
    locked = Product.objects.select_for_update(of=("self",)).select_related("seller").get(pk=product.pk)
    if locked.status not in EDITABLE and locked.status != PUBLISHED:
        raise NotNow(f"“{locked.title}” is {locked.status}; ask the brand to change it.")
    return locked, locked.status == PUBLISHED and not auto_approve


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
        product, waits = lock_for_pictures(product, auto_approve=auto_approve)
        row = picture_of_product(product, picture_id, waits=waits)
        before = {"alt": row.alt, "variant": str(row.variant_id or "")}
        if "alt" in changes:
            row.alt = changes["alt"]
        if "variant" in changes:
            row.variant = variant_of(product, changes["variant"])
        if waits:
            later = states.picture_state(row)
            rearrange(product, lambda all_: [later if one["id"] == later["id"] else one for one in all_])
            return row
        row.save(update_fields=["alt", "variant", "updated_at"])
        after = {"alt": row.alt, "variant": str(row.variant_id or "")}
        audit.record("product.picture_changed", product, before=before, after=after)
        _tell(product)
    return row


def order_pictures(*, product: Product, ids: Sequence[UUID], auto_approve: bool) -> None:
    """Put them in this order; those that are not named follow in theirs. Raises InvalidInput for a stranger's."""
    with transaction.atomic():
        product, waits = lock_for_pictures(product, auto_approve=auto_approve)
        rows = {row.pk: row for row in pictures_of(product, waits=waits)}
        if unknown := [one for one in ids if one not in rows]:
            raise InvalidInput("A picture is not of this product.", details={"ids": [str(one) for one in unknown]})
        wanted = list(dict.fromkeys([*ids, *rows]))
        if waits:
            places = {str(pk): place for place, pk in enumerate(wanted)}
            rearrange(product, lambda all_: sorted(all_, key=lambda one: places[one["id"]]))
            return
        for position, pk in enumerate(wanted):
            rows[pk].position = position
        Media.objects.bulk_update(rows.values(), ["position"])
        audit.record("product.pictures_ordered", product, after={"pictures": [str(pk) for pk in wanted]})
        _tell(product)


def remove_picture(*, product: Product, picture_id: UUID, auto_approve: bool, at: datetime) -> None:
    """Take a picture away; its files follow a day later, unless something still shows them. Raises NotFound, NotNow."""
    with transaction.atomic():
        product, waits = lock_for_pictures(product, auto_approve=auto_approve)
        row = picture_of_product(product, picture_id, waits=waits)
        if waits:
            gone = str(row.pk)
            rearrange(product, lambda all_: [one for one in all_ if one["id"] != gone])
            return
        forget_files(row, was_seen=product.published_at is not None, at=at)
        audit.record("product.picture_removed", product, before={"picture": str(row.pk), "alt": row.alt})
        row.delete()
        refresh_missing(product)
        _tell(product)


def picture_of_product(product: Product, picture_id: UUID, *, waits: bool) -> Media:
    """One of those that an edit is about. Raises NotFound."""
    found = next((row for row in pictures_of(product, waits=waits) if row.pk == picture_id), None)
    if found is None:
        raise NotFound(_("There is no such picture of this product."))
    return found


def _tell(product: Product) -> None:
    if product.status == PUBLISHED:
        product_changed(product)

"""Turning and cropping a picture that is there. The original stays; what is shown is made of it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from haat.audit import services as audit
from haat.catalog.models import Media
from haat.catalog.queries import states
from haat.catalog.services.pictures.cuts import WHOLE, Size, Step, digest_of, size_after, step_of
from haat.catalog.services.pictures.inspection import RATIO_MAX, SIDE_MIN
from haat.catalog.services.pictures.places import lock_for_pictures, picture_of_product
from haat.catalog.services.pictures.upload import ask_for_sizes, show
from haat.catalog.services.pictures.waiting import forget_files, rearrange
from haat.catalog.types import PICTURES
from haat.core.errors import InvalidInput, NotNow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from haat.catalog.models import Product

STEPS_MAX = 12


def cut_picture(
    *, product: Product, picture_id: UUID, turn: int, crop: Sequence[int], anew: bool, auto_approve: bool, at: datetime
) -> Media:
    """Turn it to the right by quarters, then keep `crop` of it: left, top, width, height in thousandths of what is seen.

    `anew` begins at the original; with it alone all cuts are taken back. What comes out is another picture in the place
    of this one, with its words and its variant; where edits wait, the exchange waits. Raises NotFound, NotNow for one
    that cannot be cut now, InvalidInput for a cut that is too small or leaves the picture.
    """
    with transaction.atomic():
        product, waits = lock_for_pictures(product, auto_approve=auto_approve)
        row = picture_of_product(product, picture_id, waits=waits)
        size, steps = _steps(row, turn=turn, crop=crop, anew=anew)
        if steps == row.steps:
            return row
        new = _made(row, size, steps, is_live=not waits)
        audit.record(
            "product.picture_cut",
            product,
            before={"picture": str(row.pk)},
            after={"picture": str(new.pk), "steps": steps},
        )
        if waits:
            gone, later = str(row.pk), states.picture_state(new)
            rearrange(product, lambda all_: [later if one["id"] == gone else one for one in all_])
        else:
            forget_files(row, was_seen=product.published_at is not None, at=at)
            row.delete()
            show(new)
    return new


def _steps(row: Media, *, turn: int, crop: Sequence[int], anew: bool) -> tuple[Size, list[Step]]:
    if not row.digest:
        raise NotNow(_("This drawing came with the shop's look and cannot be cut."))
    if not row.is_shown:
        raise NotNow(_("The sizes of this picture are still being made. Try again in a moment."))
    steps = [] if anew else list(row.steps)
    size: Size = (row.width or 0, row.height or 0)
    if anew and row.steps:
        size = (row.steps[0]["of"][0], row.steps[0]["of"][1])
    wanted: dict[str, Any] = {"turn": turn, "crop": list(crop)}
    for name, value in wanted.items():
        if value:
            steps.append(step_of(size, **{name: value}))
            size = size_after(size, steps[-1])
    if len(steps) > STEPS_MAX:
        raise NotNow(
            _("This picture was cut %(most)d times. Go back to the original and cut that.") % {"most": STEPS_MAX}
        )
    _check(size, crop)
    return size, steps


def _check(size: Size, crop: Sequence[int]) -> None:
    if crop and (crop[0] + crop[2] > WHOLE or crop[1] + crop[3] > WHOLE):
        raise _refused(_("This cut is wider than the picture."))
    if min(size) < SIDE_MIN:
        raise _refused(
            _("Too little is left: %(width)d × %(height)d pixels. Each side needs %(least)d.")
            % {"width": size[0], "height": size[1], "least": SIDE_MIN}
        )
    if max(size) > min(size) * RATIO_MAX:
        raise _refused(_("What is left is a narrow strip. Its longer side may be four times the shorter one."))


def _refused(sentence: str) -> InvalidInput:
    return InvalidInput(sentence, details={"crop": [sentence]})


def _made(row: Media, size: Size, steps: list[Step], *, is_live: bool) -> Media:
    """The new one; the same cut of the same picture again is the one that is there."""
    digest = digest_of(row.original, steps)
    known = Media.everything.filter(digest=digest, status=Media.Status.READY).first()
    shared: dict[str, Any] = {
        "alt": row.alt,
        "variant_id": row.variant_id,
        "position": row.position,
        "is_live": is_live,
    }
    there = Media.everything.filter(product=row.product_id, digest=digest).first()
    if there is None:
        there = Media(
            product=row.product, digest=digest, original=row.original, steps=steps, width=size[0], height=size[1],
            path=known.path if known else f"{PICTURES}{digest}", widths=known.widths if known else [],
            status=Media.Status.READY if known else Media.Status.PROCESSING,
        )  # fmt: skip
    elif there.is_live:
        raise NotNow(_("This product shows the picture cut like this already."))
    for name, value in shared.items():
        setattr(there, name, value)
    there.save()
    if there.status != Media.Status.READY:
        ask_for_sizes(there)
    return there

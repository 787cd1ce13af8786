"""Pictures as answers give them: an address, words, the size, and what a browser may choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from haat.catalog.models import Media, ProductChange
from haat.tenancy.media import address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from haat.catalog.models import Product

Kept = dict[str, Any]
KINDS = ("avif", "webp")  # the smaller first: a browser takes the first that it knows
CARD_WIDTH_MAX = 800


def shown(media: Iterable[Media]) -> list[Media]:
    """Those that there is something to see of, in their order."""
    return [row for row in media if row.is_shown]


def wanted(product: Product) -> list[Media]:
    """As its seller wants them: what waits for the brand, in its order and words, or else what is live."""
    change = ProductChange.objects.filter(product=product, status=ProductChange.Status.PENDING).first()
    if change is None or "media" not in change.after:
        return list(product.media.all())
    rows = {str(row.pk): row for row in Media.everything.filter(product=product)}
    found = [(rows[one["id"]], one) for one in change.after["media"] if one["id"] in rows]
    for row, one in found:
        row.alt, row.variant_id = one["alt"], one["variant"] and UUID(one["variant"])
    return [row for row, _ in found]


def kept(row: Media) -> Kept:
    """What is written down of a picture in ready cards; addresses are the reader's to make."""
    found: Kept = {"path": row.path, "alt": row.alt}
    return found | ({"width": row.width, "height": row.height, "widths": row.widths} if row.widths else {})


def picture(found: Kept, *, widest: int = 0) -> dict[str, Any]:
    """A kept picture as answers have it. Pictures of a theme have one file and no known size."""
    return {
        "url": address(found["path"]),
        "alt": found["alt"],
        "width": found.get("width"),
        "height": found.get("height"),
        "sources": _sources(found, widest) if found.get("widths") else [],
    }


def picture_of(row: Media) -> dict[str, Any]:
    return picture(kept(row))


def small(media: Iterable[Media], *, width: int = 160) -> str | None:
    """The address of the first picture that is shown, in a size for lists."""
    first = next(iter(shown(media)), None)
    return address(first.path_at(width)) if first else None


def _sources(found: Kept, widest: int) -> list[dict[str, str]]:
    folder = address(found["path"].rpartition("/")[0])
    widths = [one for one in found["widths"] if not widest or one <= widest] or found["widths"][:1]
    return [
        {"type": f"image/{kind}", "srcset": ", ".join(f"{folder}/{one}.{kind} {one}w" for one in widths)}
        for kind in KINDS
    ]

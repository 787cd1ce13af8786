"""How well a product is described, and what would help most. Nothing here stops it from being sold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from haat.catalog.models import Product

TITLE_MIN, DESCRIPTION_MIN, PICTURES_GOOD, SIDE_GOOD, SPECIFICATIONS_GOOD, TAGS_GOOD = 20, 150, 3, 1000, 3, 3


@dataclass(frozen=True, slots=True)
class Tip:
    """`code` stays the same; `field` is where to mend it; `points` are what it adds."""

    code: str
    field: str
    text: str
    points: int


@dataclass(frozen=True, slots=True)
class Quality:
    """`score` of 100; tips worth most come first."""

    score: int
    tips: list[Tip]


def quality_of(product: Product) -> Quality:
    """Read it on products of `queries.products`."""
    tips = sorted(_tips(product), key=lambda tip: -tip.points)
    return Quality(100 - sum(tip.points for tip in tips), tips)


def _tips(product: Product) -> Iterator[Tip]:
    if len(product.title) < TITLE_MIN:
        yield Tip("title", "title", "Say in the name what it is, of what, and in which size.", 10)
    if (length := len(product.description.strip())) < DESCRIPTION_MIN:
        sentence = (
            f"Describe it in {DESCRIPTION_MIN} letters or more; {length} are there. Say for whom, and how it is used."
        )
        yield Tip("description", "description", sentence, 20)
    if len(product.specifications) < SPECIFICATIONS_GOOD:
        sentence = (
            f"Give {SPECIFICATIONS_GOOD} specifications or more, such as material and size: people filter by them."
        )
        yield Tip("specifications", "specifications", sentence, 10)
    if len(product.tags) < TAGS_GOOD:
        yield Tip("tags", "tags", f"Give {TAGS_GOOD} tags that people would search by.", 5)
    if not product.manufacturer.strip():
        yield Tip("manufacturer", "manufacturer", "Name the manufacturer with their address.", 5)
    yield from _of_pictures(product)
    yield from _of_variants(product)


def _of_pictures(product: Product) -> Iterator[Tip]:
    shown = [row for row in product.media.all() if row.is_shown]
    if not shown:
        yield Tip("picture", "pictures", "Add a picture: goods without one are hardly bought.", 15)
    if len(shown) < PICTURES_GOOD:
        sentence = f"Show it from {PICTURES_GOOD} sides or more; one picture in use, one of a detail."
        yield Tip("more_pictures", "pictures", sentence, 10)
    if not shown or any(min(row.width or SIDE_GOOD, row.height or SIDE_GOOD) < SIDE_GOOD for row in shown[:1]):
        sentence = f"Let the first picture have {SIDE_GOOD:,} pixels on each side, so that it can be looked at closely."
        yield Tip("sharp_picture", "pictures", sentence, 10)
    if not shown or not all(row.alt.strip() for row in shown):
        yield Tip("alt", "pictures", "Say in words what each picture shows, for those who cannot see it.", 5)


def _of_variants(product: Product) -> Iterator[Tip]:
    variants = product.live_variants
    if not variants or not all(variant.weight_g for variant in variants):
        yield Tip("weight", "variants", "Give the packed weight of each variant: delivery is reckoned with it.", 5)
    if not variants or not all(variant.net_quantity for variant in variants):
        yield Tip("net_quantity", "variants", "Give the net quantity of each variant, such as 1 piece or 100 ml.", 5)

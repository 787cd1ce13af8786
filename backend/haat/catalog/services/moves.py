"""Addresses that were given up lead on to what has moved, until something new takes them knowingly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.audit import services as audit
from haat.catalog.models import Category, Collection, OldSlug, Product
from haat.catalog.services.announce import shape_changed
from haat.core.errors import InvalidInput

if TYPE_CHECKING:
    from uuid import UUID

MOVED = {"product": "product.moved", "category": "category.moved", "collection": "collection.moved"}
MODELS: dict[str, Any] = {"product": Product, "category": Category, "collection": Collection}


def is_taken(kind: str, slug: str) -> bool:
    """By something of this kind, or by the way to what was there."""
    gone = OldSlug.objects.filter(kind=kind, slug=slug).exists()
    return gone or bool(MODELS[kind].objects.filter(slug=slug).exists())


def take_slug(kind: str, slug: str, *, for_id: UUID | None, take_old: bool) -> None:
    """Make sure that a thing may be found under this slug now.

    Raises InvalidInput when another is, and, unless `take_old`, when it leads on to what was there.
    """
    if MODELS[kind].objects.filter(slug=slug).exclude(pk=for_id).exists():
        raise InvalidInput(f"The address “{slug}” is used already.", details={"slug": ["In use."]})
    old = OldSlug.objects.filter(kind=kind, slug=slug).first()
    if old is None:
        return
    if old.target_id != for_id and not take_old:
        sentence = f"“{slug}” still leads to what used to be there. Take it over only if nobody should get there again."
        raise InvalidInput(sentence, details={"slug": [sentence], "take_old": ["Say yes to take it over."]})
    old.delete()


def move(kind: str, thing: Any, slug: str, *, take_old: bool) -> None:
    """Change a thing's slug and keep the way from the old one. The caller saves the thing and holds its lock."""
    if slug == thing.slug:
        return
    take_slug(kind, slug, for_id=thing.pk, take_old=take_old)
    OldSlug.objects.update_or_create(kind=kind, slug=thing.slug, defaults={"target_id": thing.pk})
    before, thing.slug = thing.slug, slug
    audit.record(MOVED[kind], thing, before={"slug": before}, after={"slug": slug})
    if kind == "category":
        shape_changed()

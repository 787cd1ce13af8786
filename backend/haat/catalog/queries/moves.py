"""Where something that used to be at an address is now."""

from __future__ import annotations

from typing import Any, NoReturn

from haat.catalog.models import Category, Collection, OldSlug, Product
from haat.core.errors import NotFound


class Moved(NotFound):
    """`details.slug` is the address of today. Pages send their visitors there for good."""

    code = "moved"


def raise_not_found(kind: str, slug: str, sentence: str) -> NoReturn:
    """Raises Moved when the thing is in the shop under another slug, else NotFound."""
    if (now := now_at(kind, slug)) is not None:
        raise Moved(f"It is at “{now}” now.", details={"slug": now})
    raise NotFound(sentence)


def now_at(kind: str, slug: str) -> str | None:
    """The slug of today of what customers may see; None when nothing leads on."""
    old = OldSlug.objects.filter(kind=kind, slug=slug).first()
    if old is None:
        return None
    shown: Any = {
        "product": Product.objects.filter(status=Product.Status.PUBLISHED),
        "category": Category.objects.filter(archived_at=None),
        "collection": Collection.objects.filter(is_shown=True),
    }[kind]
    now: str | None = shown.filter(pk=old.target_id).values_list("slug", flat=True).first()
    return now

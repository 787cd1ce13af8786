"""Staff shape the tree: make, rename, move, order and archive categories. Few people do, so the whole tree is locked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.utils.text import slugify

from haat.audit import services as audit
from haat.catalog.models import Category, Product
from haat.catalog.services.announce import shape_changed
from haat.catalog.services.moves import move, take_slug
from haat.core.errors import InvalidInput, NotNow

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

DEPTH_MAX = 6
CATEGORIES_MAX = 5_000
WORDS = ("name", "description", "image", "hsn", "needs_month", "seo_title", "seo_description")


def save_category(*, category: Category | None, changes: dict[str, Any], take_old: bool = False) -> Category:
    """Make a category or change one. `parent_id` and `position` move it among its new siblings.

    Raises InvalidInput for a ring, a tree that is too deep, an address in use, a picture that is not there.
    """
    with transaction.atomic():
        _lock()
        row = category or Category(name=changes["name"], position=Category.objects.count())
        before = {} if category is None else _seen(row)
        slug = changes.get("slug") or ("" if category else slugify(changes["name"])[:80])
        for name in WORDS:
            if name in changes:
                setattr(row, name, changes[name])
        _check_image(row.image)
        if "parent_id" in changes:
            row.parent = _parent(row, changes["parent_id"])
        if category is None:
            _check_room(slug)
            take_slug("category", slug, for_id=None, take_old=take_old)
            row.slug = slug
        elif slug:
            move("category", row, slug, take_old=take_old)
        row.save()
        if "position" in changes:
            _order(row, changes["position"])
        row.refresh_from_db()
        audit.record("category.saved" if category else "category.made", row, before=before or None, after=_seen(row))
        shape_changed()
    return row


def archive_category(*, category: Category, at: datetime) -> None:
    """Take it out of the tree. Raises NotNow while it has goods or categories below it."""
    with transaction.atomic():
        _lock()
        if Category.objects.filter(parent=category, archived_at=None).exists():
            raise NotNow(f"“{category.name}” has categories below it; move or archive those first.")
        goods = Product.objects.filter(category=category).exclude(status=Product.Status.ARCHIVED).count()
        if goods:
            raise NotNow(f"“{category.name}” has {goods} products; move those first.")
        category.archived_at = at
        category.save(update_fields=["archived_at", "updated_at"])
        audit.record("category.archived", category)
        shape_changed()


def _lock() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('catalog.tree:' || current_schema(), 0))")


def _parent(row: Category, parent_id: UUID | None) -> Category | None:
    if parent_id is None:
        return None
    tree = {one.pk: one for one in Category.objects.filter(archived_at=None)}
    parent = tree.get(parent_id)
    if parent is None:
        raise InvalidInput("There is no such category.", details={"parent_id": ["Unknown category."]})
    depth = 1
    above: Category | None = parent
    while above is not None:
        if above.pk == row.pk:
            sentence = f"“{row.name}” cannot be put below itself."
            raise InvalidInput(sentence, details={"parent_id": [sentence]})
        depth, above = depth + 1, tree.get(above.parent_id) if above.parent_id else None
    if depth + _height(row, tree) - 1 > DEPTH_MAX:
        sentence = f"The tree may be {DEPTH_MAX} levels deep."
        raise InvalidInput(sentence, details={"parent_id": [sentence]})
    return parent


def _height(row: Category, tree: dict[UUID, Category]) -> int:
    """Levels from this category down."""
    below = [one for one in tree.values() if one.parent_id == row.pk]
    return 1 + max((_height(one, tree) for one in below), default=0)


def _order(row: Category, position: int) -> None:
    """Put it at this place among its siblings, from 0; numbers are of the whole tree, so theirs are shared out anew."""
    siblings = list(Category.objects.filter(parent=row.parent_id, archived_at=None).order_by("position", "name"))
    numbers = sorted({one.position for one in siblings})
    if len(numbers) < len(siblings):
        numbers = list(range(min(numbers, default=0), min(numbers, default=0) + len(siblings)))
    others = [one for one in siblings if one.pk != row.pk]
    others.insert(min(position, len(others)), row)
    for number, one in zip(numbers, others, strict=True):
        Category.objects.filter(pk=one.pk).update(position=number)


def _check_room(slug: str) -> None:
    if not slug:
        raise InvalidInput("Give an address in Latin letters.", details={"slug": ["Give an address."]})
    if Category.objects.filter(archived_at=None).count() >= CATEGORIES_MAX:
        raise NotNow(f"{CATEGORIES_MAX} categories are the most.")


def _check_image(path: str) -> None:
    if path and (".." in path or not default_storage.exists(path)):
        raise InvalidInput("There is no such picture among the brand's files.", details={"image": ["Not there."]})


def _seen(row: Category) -> dict[str, Any]:
    return {name: getattr(row, name) for name in WORDS} | {
        "slug": row.slug, "parent": str(row.parent_id) if row.parent_id else None, "position": row.position,
    }  # fmt: skip

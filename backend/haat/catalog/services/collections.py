"""Making and changing collections. Who is in one by rule, the search side sees to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.text import slugify

from haat.audit import services as audit
from haat.catalog.models import Collection, CollectionItem, Product
from haat.catalog.services.announce import collection_changed
from haat.catalog.services.moves import move, take_slug
from haat.catalog.services.rules import clean_rule
from haat.core.errors import InvalidInput, NotNow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

COLLECTIONS_MAX = 200  # each rule is asked of every product that is written anew
ITEMS_MAX = 500
WORDS = ("title", "description", "image", "sort", "is_shown", "position", "seo_title", "seo_description")


@dataclass(frozen=True, slots=True)
class CollectionSpec:
    """One of a manifest: by rule, or the products with these slugs."""

    slug: str
    title: str
    description: str = ""
    image: str = ""
    sort: str = "featured"
    rule: dict[str, Any] | None = None
    products: Sequence[str] = ()
    seo_title: str = ""
    seo_description: str = ""


def save_collection(*, collection: Collection | None, changes: dict[str, Any], take_old: bool = False) -> Collection:
    """Make a collection or change one. Its kind stays. Raises InvalidInput, NotNow at the limit."""
    with transaction.atomic():
        row = collection or Collection(kind=changes["kind"])
        before = _seen(row) if collection else None
        for name in WORDS:
            if name in changes:
                setattr(row, name, changes[name])
        if row.kind == Collection.Kind.RULE and (collection is None or "rule" in changes):
            row.rule = clean_rule(changes.get("rule"))
        elif changes.get("rule"):
            raise InvalidInput("A collection made by hand has no rule.", details={"rule": ["Not here."]})
        if row.image and (".." in row.image or not default_storage.exists(row.image)):
            raise InvalidInput("There is no such picture among the brand's files.", details={"image": ["Not there."]})
        _address(row, changes, take_old=take_old, is_new=collection is None)
        row.save()
        if "products" in changes:
            _fill(row, changes["products"])
        audit.record("collection.saved" if collection else "collection.made", row, before=before, after=_seen(row))
        collection_changed(row)
    return row


def remove_collection(*, collection: Collection) -> None:
    """For good; its products stay what they are."""
    with transaction.atomic():
        audit.record("collection.removed", collection, before=_seen(collection))
        collection_changed(collection)
        collection.delete()


def put_collections(*, specs: Sequence[CollectionSpec]) -> None:
    """Those of a manifest; one that came with an earlier one and is not in it goes. The portal's own stay."""
    kept = []
    for position, spec in enumerate(specs):
        key = f"manifest:{spec.slug}"
        kept.append(key)
        known = Collection.objects.filter(import_key=key).first()
        changes = {name: getattr(spec, name) for name in WORDS if hasattr(spec, name)} | {"position": position}
        if spec.rule is not None:
            changes |= {"kind": "rule", "rule": spec.rule}
        else:
            ids = dict(Product.objects.filter(slug__in=spec.products).values_list("slug", "pk"))
            changes |= {"kind": "hand", "products": [ids[slug] for slug in spec.products if slug in ids]}
        if known is not None and known.kind != changes["kind"]:
            remove_collection(collection=known)
            known = None
        row = save_collection(collection=known, changes=changes | ({} if known else {"slug": spec.slug}), take_old=True)
        Collection.objects.filter(pk=row.pk).update(import_key=key)
    for gone in Collection.objects.filter(import_key__startswith="manifest:").exclude(import_key__in=kept):
        remove_collection(collection=gone)


def _address(row: Collection, changes: dict[str, Any], *, take_old: bool, is_new: bool) -> None:
    slug = changes.get("slug", "")
    if not is_new:
        if slug:
            move("collection", row, slug, take_old=take_old)
        return
    if Collection.objects.count() >= COLLECTIONS_MAX:
        raise NotNow(f"{COLLECTIONS_MAX} collections are the most.")
    slug = slug or slugify(row.title)[:80].strip("-")
    if not slug:
        raise InvalidInput("Give an address in Latin letters.", details={"slug": ["Give an address."]})
    take_slug("collection", slug, for_id=None, take_old=take_old)
    row.slug = slug


def _fill(row: Collection, product_ids: Sequence[UUID]) -> None:
    """The items in this order."""
    if row.kind != Collection.Kind.HAND:
        raise InvalidInput("A rule decides what is in this collection.", details={"products": ["Not here."]})
    wanted = list(dict.fromkeys(product_ids))
    if len(wanted) > ITEMS_MAX:
        raise InvalidInput(f"{ITEMS_MAX} products are the most.", details={"products": ["Too many."]})
    if Product.objects.filter(pk__in=wanted).count() < len(wanted):
        raise InvalidInput("One of these products is not there.", details={"products": ["Unknown product."]})
    CollectionItem.objects.filter(collection=row).exclude(product__in=wanted).delete()
    items = [CollectionItem(collection=row, product_id=pk, position=place) for place, pk in enumerate(wanted)]
    CollectionItem.objects.bulk_create(
        items, update_conflicts=True, unique_fields=["collection", "product"], update_fields=["position"]
    )


def _seen(row: Collection) -> dict[str, Any]:
    return {name: getattr(row, name) for name in WORDS} | {"slug": row.slug, "kind": row.kind, "rule": row.rule}

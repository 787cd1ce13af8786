"""What is there already of the goods that a batch of rows names."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.utils.text import slugify

from haat.catalog.models import Offer, Product, Variant
from haat.core.ids import new_token

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from haat.catalog.services.sheet.rows import By, Wanted

SLUG_MAX = 110


def key_of(handle: str, by: By) -> str:
    """The name for ever of a product that came under a handle: one seller's handles are not another's."""
    whose = by.seller_id.hex if by.seller_id else "brand"
    return f"sheet:{whose}:{hashlib.sha256(handle.encode()).hexdigest()[:32]}"


class Shelf:
    """Products, variants and offers by the names that rows have for them. Locked in the order of ids when asked."""

    def __init__(self, rows: Sequence[Wanted], by: By, *, lock: bool) -> None:
        self.by = by
        skus = {row.sku for row in rows}
        handles = {row.handle for row in rows if row.handle}
        keys = [key_of(handle, by) for handle in handles]
        variants = list(Variant.objects.filter(sku__in=skus))
        ids = {one.product_id for one in variants}
        named = Product.objects.filter(import_key__in=keys) | Product.objects.filter(slug__in=handles)
        ids |= set(named.values_list("pk", flat=True))
        wanted = Product.objects.filter(pk__in=ids).order_by("pk")
        products = {one.pk: one for one in (wanted.select_for_update(of=("self",)) if lock else wanted)}
        self.by_key = {one.import_key: one for one in products.values() if one.import_key}
        self.by_slug = {one.slug: one for one in products.values()}
        for one in variants:
            one.product = products[one.product_id]
        self.variants = {one.sku: one for one in variants}
        self.offers = {(one.variant_id, one.seller_id): one for one in Offer.objects.filter(variant__in=variants)}
        self.said: dict[UUID, set[str]] = {}
        self._counts: dict[UUID, int] = {}
        for pk in Variant.objects.filter(product__in=products.values()).values_list("product_id", flat=True):
            self._counts[pk] = self._counts.get(pk, 0) + 1
        bases = {slugify(handle)[:SLUG_MAX].strip("-") for handle in handles}
        bases |= {base_of(row.words.get("title", "")) for row in rows}
        self._taken = set(Product.objects.filter(slug__in=bases).values_list("slug", flat=True))

    def product_of(self, handle: str) -> Product | None:
        """By the file's name of it, else by its address in the shop; a rival's address is no answer."""
        found = self.by_key.get(key_of(handle, self.by))
        if found is None and (at := self.by_slug.get(handle)) is not None and self.owns(at):
            found = at
        return found

    def owns(self, product: Product) -> bool:
        return self.by.seller_id is None or product.seller_id == self.by.seller_id

    def add(self, product: Product, handle: str) -> None:
        if handle:
            product.import_key = key_of(handle, self.by)
            self.by_key[product.import_key] = product

    def place(self, product: Product) -> int:
        """The position of one more variant."""
        self._counts[product.pk] = self._counts.get(product.pk, 0) + 1
        return self._counts[product.pk] - 1

    def free_slug(self, handle: str, title: str) -> str:
        base = slugify(handle)[:SLUG_MAX].strip("-") or base_of(title)
        slug = base
        while slug in self._taken:
            slug = f"{base}-{new_token(5).lower().replace('_', 'x').strip('-')}"
        self._taken.add(slug)
        return slug


def base_of(title: str) -> str:
    return slugify(title)[:SLUG_MAX].strip("-") or "product"

"""How staff of the brand let a product be found: its address, and what search engines are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.audit import services as audit
from haat.catalog.models import Product
from haat.catalog.services.announce import product_changed
from haat.catalog.services.moves import move

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS = ("seo_title", "seo_description")


def describe_product(*, product: Product, changes: Mapping[str, str], take_old: bool = False) -> Product:
    """Change slug, seo_title or seo_description; the old address leads on. Raises InvalidInput for a slug in use."""
    with transaction.atomic():
        row = Product.objects.select_for_update(of=("self",)).get(pk=product.pk)
        before = {name: getattr(row, name) for name in WORDS}
        for name in WORDS:
            setattr(row, name, changes.get(name, before[name]))
        if "slug" in changes:
            move("product", row, changes["slug"], take_old=take_old)
        row.save(update_fields=["slug", *WORDS, "updated_at"])
        audit.record("product.described", row, before=before, after={name: getattr(row, name) for name in WORDS})
        product_changed(row)
    return row

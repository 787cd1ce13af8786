"""Taking variants of what is in the shop out of it, where the brand looks first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from haat.catalog.models import Product
from haat.catalog.services.changes import propose_removals
from haat.catalog.services.variants import archive_variant, check_removable
from haat.catalog.types import PUBLISHED
from haat.core.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID


def waits_for_brand(*, product: Product, auto_approve: bool) -> bool:
    """Whether what staff look at is changed by a change that waits."""
    status = Product.objects.values_list("status", flat=True).get(pk=product.pk)
    return status == PUBLISHED and not auto_approve


def propose_removal(*, product: Product, ids: Iterable[UUID], at: datetime) -> None:
    """Variants in the shop wait to be taken out; those that never were in it go at once.

    Raises InvalidInput for a variant of another product, NotNow where another seller offers it too.
    """
    wanted = set(ids)
    with transaction.atomic():
        product = Product.objects.select_for_update(of=("self",)).select_related("seller").get(pk=product.pk)
        variants = list(product.variants.filter(pk__in=wanted))
        if len(variants) < len(wanted):
            sentence = "This variant is not of this product."
            raise InvalidInput(sentence, details={"removed_variants": ["Unknown variant."]})
        here = [one for one in variants if one.archived_at is None]
        new = [one for one in here if not one.is_live]
        for variant in new:
            archive_variant(product=product, variant=variant, at=at)
        leaving = [one for one in here if one.is_live]
        for variant in leaving:
            check_removable(product=product, variant=variant)
        propose_removals(product=product, variants=leaving, forgotten={str(one.pk) for one in new})

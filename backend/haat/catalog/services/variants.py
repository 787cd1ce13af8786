"""Taking a variant out of a product and bringing it back, and noticing that somebody else edited meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from haat.audit import services as audit
from haat.catalog.models import Media, Offer, Product, Variant
from haat.catalog.services.announce import product_changed
from haat.catalog.services.missing import refresh_missing
from haat.catalog.types import PUBLISHED
from haat.core.errors import DomainError, InvalidInput, NotNow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID


class ChangedElsewhere(DomainError):
    """Another window or person saved meanwhile; `details` say which revision is there now."""

    code = "changed_elsewhere"


def begin_edit(*, product: Product, seen: int | None) -> None:
    """Lock the product and count the edit. `seen` is the revision the editor saw; None asks for no check.

    Raises ChangedElsewhere. Call it in the transaction of the edit.
    """
    now = Product.objects.select_for_update(of=("self",)).get(pk=product.pk).revision
    if seen is not None and seen != now:
        raise ChangedElsewhere(
            _("This product was changed in another window, or by a colleague, while you wrote."),
            details={"revision": now},
        )
    Product.objects.filter(pk=product.pk).update(revision=now + 1)


def remove_variants(*, product: Product, ids: Iterable[UUID], at: datetime) -> None:
    """Take variants out with the seller's own offers; orders and stock keep pointing at them.

    Raises InvalidInput for a variant of another product, NotNow where another seller offers it too.
    """
    with transaction.atomic():
        for pk in ids:
            variant = product.variants.filter(pk=pk).first()
            if variant is None:
                raise InvalidInput(
                    "This variant is not of this product.", details={"removed_variants": ["Unknown variant."]}
                )
            if variant.archived_at is None:
                archive_variant(product=product, variant=variant, at=at)
        refresh_missing(product)
        if product.status == PUBLISHED:
            product_changed(product)


def check_removable(*, product: Product, variant: Variant) -> None:
    """Raises NotNow where another seller offers it too."""
    if variant.offers.exclude(status=Offer.Status.ARCHIVED).exclude(seller=product.seller_id).exists():
        raise NotNow(
            _("Another seller offers %(sku)s too, so it stays. Pause your own offer instead.") % {"sku": variant}
        )


def archive_variant(*, product: Product, variant: Variant, at: datetime) -> None:
    """Take one out. Call it with the product locked. Raises NotNow."""
    check_removable(product=product, variant=variant)
    active = variant.offers.exclude(status=Offer.Status.ARCHIVED)
    active.update(status=Offer.Status.ARCHIVED, updated_at=at)
    Media.objects.filter(variant=variant).update(variant=None)
    variant.archived_at = at
    variant.save(update_fields=["archived_at", "updated_at"])
    audit.record("product.variant_removed", product, before={"sku": variant.sku, "options": variant.options})


def bring_back(
    *, product: Product, sku: str = "", variant_id: UUID | None = None, is_live: bool = True
) -> Variant | None:
    """A variant of this product that was taken out, by id or SKU, back with the seller's offer; None without one.

    Where the brand looks first it comes back without being live.
    """
    named = product.variants.filter(pk=variant_id) if variant_id else product.variants.filter(sku=sku)
    variant: Variant | None = named.exclude(archived_at=None).first()
    if variant is not None:
        variant.archived_at, variant.is_live = None, is_live
        variant.save(update_fields=["archived_at", "is_live", "updated_at"])
        variant.offers.filter(seller=product.seller_id).update(status=Offer.Status.ACTIVE)
        audit.record("product.variant_brought_back", product, after={"sku": variant.sku})
    return variant


def skus_in_use(*, product: Product, skus: Iterable[str]) -> set[str]:
    """Those of these SKUs that another product has."""
    return set(Variant.objects.filter(sku__in=list(skus)).exclude(product=product).values_list("sku", flat=True))

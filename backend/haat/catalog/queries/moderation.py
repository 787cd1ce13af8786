"""What waits for the brand, what was said of it, and whom the brand trusts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.catalog.models import Product, ProductChange, SellerTrust
from haat.core.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.sellers.models import Seller


def proposed_products(*, q: str = "") -> QuerySet[Product]:
    """New goods that wait, the longest first."""
    return _with_all(Product.objects.filter(status=Product.Status.PROPOSED, title__icontains=q)).order_by(
        "updated_at", "id"
    )


def rejected_products(*, q: str = "") -> QuerySet[Product]:
    """Those that were sent back, the latest first."""
    return _with_all(Product.objects.filter(status=Product.Status.REJECTED, title__icontains=q)).order_by(
        "-updated_at", "id"
    )


def changes(*, status: str, q: str = "") -> QuerySet[ProductChange]:
    """Edits of published goods in this state; those that wait the longest come first."""
    rows = ProductChange.objects.filter(status=status, product__title__icontains=q).select_related(
        "product__category", "product__seller", "seller"
    )
    order = "created_at" if status == ProductChange.Status.PENDING else "-decided_at"
    return rows.prefetch_related("product__media", "product__variants").order_by(order, "id")


def change(*, change_id: UUID) -> ProductChange:
    """Raises NotFound."""
    found = ProductChange.objects.select_related("product__category", "seller").filter(pk=change_id).first()
    if found is None:
        raise NotFound("There is no such change.")
    return found


def latest_changes(product_ids: Iterable[UUID]) -> dict[UUID, ProductChange]:
    """The last edit of each of these published products, whatever became of it."""
    rows = ProductChange.objects.filter(product__in=list(product_ids)).order_by("product_id", "-created_at", "-id")
    return {row.product_id: row for row in rows.distinct("product_id")}


def waiting_counts() -> dict[str, int]:
    return {
        "proposed": Product.objects.filter(status=Product.Status.PROPOSED).count(),
        "changes": ProductChange.objects.filter(status=ProductChange.Status.PENDING).count(),
    }


def is_trusted(seller: Seller, *, by_default: bool) -> bool:
    """Whether this seller's goods and edits go into the shop without a look."""
    row = SellerTrust.objects.filter(seller=seller).first()
    return row.is_trusted if row else by_default


def trust() -> dict[UUID, bool]:
    """Sellers for whom the brand said so, either way."""
    return dict(SellerTrust.objects.values_list("seller_id", "is_trusted"))


def _with_all(rows: QuerySet[Product]) -> QuerySet[Product]:
    return rows.select_related("category", "seller").prefetch_related("media", "variants__offers")

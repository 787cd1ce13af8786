"""Lists and sums of promotions, for the portals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q, Sum

from haat.catalog import queries as catalog
from haat.core.errors import NotFound
from haat.promotions.models import Coupon, CouponBatch, Promotion, Usage
from haat.promotions.queries.rules import normal_code
from haat.sellers import queries as sellers

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    from haat.sellers.models import Seller


def promotions(*, status: str = "", text: str = "") -> QuerySet[Promotion]:
    """All promotions of the brand, the newest first."""
    rows = Promotion.objects.select_related("seller").order_by("-created_at", "-id")
    rows = rows.filter(status__in=status.split(",")) if status else rows
    return rows.filter(Q(name__icontains=text) | Q(coupons__code=normal_code(text))).distinct() if text else rows


def promotion(promotion_id: UUID) -> Promotion:
    return _found(Promotion.objects.select_related("seller").filter(pk=promotion_id).first())


def sellers_own(*, seller: Seller) -> QuerySet[Promotion]:
    return promotions().filter(seller=seller)


def sellers_promotion(*, seller: Seller, promotion_id: UUID) -> Promotion:
    """A seller's own promotion. A rival's, or the brand's, is not there. Raises NotFound."""
    return _found(sellers_own(seller=seller).filter(pk=promotion_id).first())


def targets(*, with_sellers: bool = True) -> dict[str, Any]:
    """Categories and active sellers, for the choices of a form."""
    return {"categories": catalog.categories(), "sellers": list(sellers.active_sellers()) if with_sellers else []}


def batches(*, promotion: Promotion) -> QuerySet[CouponBatch]:
    used = Count("coupons", filter=Q(coupons__uses__gt=0))
    return promotion.batches.annotate(used=used, made=Count("coupons")).order_by("-created_at")


def batch(*, promotion: Promotion, batch_id: UUID) -> CouponBatch:
    found = batches(promotion=promotion).filter(pk=batch_id).first()
    if found is None:
        raise NotFound("There is no such batch of codes.")
    return found


def csv_of(batch: CouponBatch) -> str:
    """One line a code. Codes are letters and digits, so nothing in it can be read as a formula."""
    rows = batch.coupons.order_by("code").values_list("code", "uses", "uses_max", "expires_at")
    lines = [f"{code},{uses},{most},{ends.isoformat() if ends else ''}" for code, uses, most, ends in rows]
    return "\r\n".join(["code,uses,uses_max,expires_at", *lines, ""])


def coupons(*, promotion: Promotion) -> QuerySet[Coupon]:
    """The codes that were written by hand."""
    return promotion.coupons.filter(batch=None).order_by("code")


def coupon(*, promotion: Promotion, code: str) -> Coupon:
    found = promotion.coupons.filter(code=normal_code(code)).first()
    if found is None:
        raise NotFound(f"This promotion has no code {normal_code(code)}.")
    return found


def cost(*, promotion: Promotion) -> dict[str, int]:
    """What living uses of a promotion cost the brand and the sellers, in minor units."""
    living = promotion.usages.exclude(state=Usage.State.RELEASED)
    sums = living.aggregate(total=Sum("discount_minor"), brand=Sum("brand_minor"), returned=Sum("returned_minor"))
    total, brand = sums["total"] or 0, sums["brand"] or 0
    return {"brand_minor": brand, "sellers_minor": total - brand, "returned_minor": sums["returned"] or 0}


def is_used(promotion: Promotion) -> bool:
    return promotion.usages.exists()


def _found(row: Promotion | None) -> Promotion:
    if row is None:
        raise NotFound("There is no such promotion.")
    return row

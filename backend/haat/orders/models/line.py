"""Lines of an order: frozen figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q

from haat.core.models import InsertOnly
from haat.orders.models.order import SellerOrder

if TYPE_CHECKING:
    from collections.abc import Sequence


class OrderLine(InsertOnly):
    """One offer in one seller's part: the product as it was, and every figure of its price and tax."""

    part = models.ForeignKey(SellerOrder, on_delete=models.PROTECT, related_name="lines")
    offer_id = models.UUIDField()
    product_id = models.UUIDField()
    category_id = models.UUIDField(null=True)
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    slug = models.CharField(max_length=200)
    sku = models.CharField(max_length=80)
    options: models.JSONField[list[dict[str, Any]], list[dict[str, Any]]] = models.JSONField(default=list)
    image = models.CharField(max_length=300, blank=True)
    hsn = models.CharField(max_length=8)
    quantity = models.PositiveIntegerField()
    unit_minor = models.BigIntegerField()
    gross_minor = models.BigIntegerField()  # the price times the quantity
    discount_minor = models.BigIntegerField(default=0, db_default=0)
    brand_discount_minor = models.BigIntegerField(default=0, db_default=0)  # paid to the seller by the brand
    discounts: models.JSONField[list[dict[str, Any]], list[dict[str, Any]]] = models.JSONField(
        default=list, db_default=[]
    )
    taxable_minor = models.BigIntegerField()
    rate_bp = models.PositiveIntegerField()
    rate_source = models.CharField(max_length=200)
    cgst_minor = models.BigIntegerField()
    sgst_minor = models.BigIntegerField()
    igst_minor = models.BigIntegerField()
    vat_minor = models.BigIntegerField(default=0, db_default=0)
    currency = models.CharField(max_length=3)

    class Meta:
        constraints = [
            models.CheckConstraint(name="orders_line_quantity", condition=Q(quantity__gt=0, unit_minor__gt=0)),
            models.CheckConstraint(name="orders_line_gross", condition=Q(gross_minor=F("unit_minor") * F("quantity"))),
            models.CheckConstraint(
                name="orders_line_tax_adds_up",
                condition=Q(
                    gross_minor=F("taxable_minor")
                    + F("cgst_minor")
                    + F("sgst_minor")
                    + F("igst_minor")
                    + F("vat_minor")
                    + F("discount_minor")
                    - F("brand_discount_minor")
                ),
            ),
            models.CheckConstraint(
                name="orders_line_discount_shares",
                condition=Q(brand_discount_minor__gte=0, brand_discount_minor__lte=F("discount_minor"))
                & Q(discount_minor__lte=F("gross_minor")),
            ),
            models.CheckConstraint(name="orders_line_halves_equal", condition=Q(cgst_minor=F("sgst_minor"))),
        ]

    units: Sequence[str] = ()  # labels of numbered units, set by the doors that show one order

    @property
    def called_off(self) -> int:
        return self.part.called_off.get(self.pk, 0)

    @property
    def kept(self) -> int:
        """How many units were not called off before they were shipped."""
        return self.quantity - self.called_off

    @property
    def paid_minor(self) -> int:
        """What the customer pays for it, and gets back for it."""
        return self.gross_minor - self.discount_minor

    @property
    def value_minor(self) -> int:
        """What the seller sells it for: the payment and what the brand adds to it. Tax is inside this."""
        return self.paid_minor + self.brand_discount_minor

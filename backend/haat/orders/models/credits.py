"""What is taken back of a seller's part, whatever caused it. Figures are positive; they are what goes back."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from haat.core.models import Entity, InsertOnly
from haat.orders import portions
from haat.orders.models.line import OrderLine
from haat.orders.models.order import SellerOrder

FIGURES = (
    "gross_minor", "discount_minor", "brand_discount_minor", "taxable_minor", "cgst_minor", "sgst_minor", "igst_minor", "vat_minor",
)  # fmt: skip
NOT_NEGATIVE = Q(**{f"{name}__gte": 0 for name in FIGURES})
ADDS_UP = Q(
    gross_minor=F("taxable_minor") + F("cgst_minor") + F("sgst_minor") + F("igst_minor") + F("vat_minor") + F("discount_minor")
    - F("brand_discount_minor"), cgst_minor=F("sgst_minor"),
)  # fmt: skip


class Figures(models.Model):
    """A price before discounts, what was taken off it and by whom, and the tax inside of what the seller sold it for."""

    gross_minor = models.BigIntegerField()
    discount_minor = models.BigIntegerField()
    brand_discount_minor = models.BigIntegerField()
    taxable_minor = models.BigIntegerField()
    cgst_minor = models.BigIntegerField()
    sgst_minor = models.BigIntegerField()
    igst_minor = models.BigIntegerField()
    vat_minor = models.BigIntegerField()

    class Meta:
        abstract = True

    @property
    def paid_minor(self) -> int:
        """What the customer paid for it."""
        return self.gross_minor - self.discount_minor

    @property
    def value_minor(self) -> int:
        """What the seller sold it for, tax inside."""
        return self.paid_minor + self.brand_discount_minor

    @property
    def figures(self) -> portions.Figures:
        return portions.Figures(*(getattr(self, name) for name in FIGURES))


class Remainder(Entity, Figures):
    """What is left of a line (or of a part's shipping, when it names no line): every credit takes from it.

    That nothing is taken twice is the database's word: no figure falls below zero. It is opened by the first credit.
    """

    part = models.ForeignKey(SellerOrder, on_delete=models.PROTECT, related_name="remainders")
    order_line = models.ForeignKey(OrderLine, on_delete=models.PROTECT, null=True, related_name="+")
    quantity = models.PositiveIntegerField()
    customer_minor = models.BigIntegerField()  # what the customer may still get; less than was paid after a gift

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["part", "order_line"], nulls_distinct=False, name="orders_remainder_once"),
            models.CheckConstraint(name="orders_remainder_not_negative", condition=NOT_NEGATIVE),
            models.CheckConstraint(name="orders_remainder_adds_up", condition=ADDS_UP),
            models.CheckConstraint(
                name="orders_remainder_customer",
                condition=Q(customer_minor__gte=0, customer_minor__lte=F("gross_minor") - F("discount_minor")),
            ),
        ]


class Credit(InsertOnly):
    """One giving back: of goods that came back, of a claim, of a price. Its lines and its shipping add up to it."""

    class Cause(models.TextChoices):
        RETURN = "return"
        CLAIM = "claim"  # damaged, missing, wrong: nothing comes back
        UNDELIVERED = "undelivered"  # shipped, and it came back
        DISPUTE = "dispute"
        GOODWILL = "goodwill"
        EXCHANGE = "exchange"  # the difference to what the customer gets instead
        CANCELLED = "cancelled"  # called off before it was shipped: none of it is ever booked as sold

    part = models.ForeignKey(SellerOrder, on_delete=models.PROTECT, related_name="credits")
    position = models.PositiveSmallIntegerField()  # in the part, from 1
    cause = models.CharField(max_length=12, choices=Cause.choices)
    reason = models.CharField(max_length=200)
    key = models.CharField(max_length=80, unique=True)
    at = models.DateTimeField()
    currency = models.CharField(max_length=3)
    customer_minor = models.BigIntegerField()  # goes back to the customer, shipping included
    sale_minor = models.BigIntegerField()  # of what the customer had paid; the seller gives it back
    brand_discount_minor = models.BigIntegerField()  # had been added by the brand; the seller gives it back to it
    goodwill_minor = models.BigIntegerField()  # the brand's gift to the customer; negative: a gift that it takes back
    after_packing = models.BooleanField(default=False, db_default=False)  # called off when its invoice was due already

    class Meta:
        indexes = [models.Index(fields=["at", "id"], name="orders_credit_when")]
        constraints = [
            models.UniqueConstraint(fields=["part", "position"], name="orders_credit_position"),
            models.CheckConstraint(
                name="orders_credit_adds_up",
                condition=Q(customer_minor=F("sale_minor") + F("goodwill_minor"), customer_minor__gte=0)
                & Q(sale_minor__gte=0, brand_discount_minor__gte=0),
            ),
            models.CheckConstraint(
                name="orders_credit_called_off_is_no_gift", condition=~Q(cause="cancelled") | Q(goodwill_minor=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.part.number}/{self.position}"

    @property
    def is_called_off(self) -> bool:
        """Its goods never left, and its money never was the seller's."""
        return self.cause == self.Cause.CANCELLED

    @property
    def needs_note(self) -> bool:
        """Whether it takes back some of what was invoiced."""
        return (self.after_packing or not self.is_called_off) and any(row.value_minor for row in self.lines.all())

    @property
    def summed_minor(self) -> tuple[int, int, int]:
        """Sale, brand's discount and goodwill as its lines have them."""
        rows = list(self.lines.all())
        return (
            sum(row.paid_minor for row in rows),
            sum(row.brand_discount_minor for row in rows),
            sum(row.goodwill_minor for row in rows),
        )


class CreditLine(InsertOnly, Figures):
    """What a credit takes of one line; without a line it is of the part's shipping. Quantity 0 is a lower price."""

    credit = models.ForeignKey(Credit, on_delete=models.PROTECT, related_name="lines")
    order_line = models.ForeignKey(OrderLine, on_delete=models.PROTECT, null=True, related_name="credit_lines")
    quantity = models.PositiveIntegerField()
    rate_bp = models.PositiveIntegerField()
    goodwill_minor = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["credit", "order_line"], nulls_distinct=False, name="orders_creditline_once"),
            models.CheckConstraint(name="orders_creditline_not_negative", condition=NOT_NEGATIVE),
            models.CheckConstraint(name="orders_creditline_adds_up", condition=ADDS_UP),
            models.CheckConstraint(
                name="orders_creditline_customer", condition=Q(gross_minor__gte=F("discount_minor") - F("goodwill_minor")),
            ),
        ]  # fmt: skip

    @property
    def customer_minor(self) -> int:
        return self.paid_minor + self.goodwill_minor

    @property
    def is_shipping(self) -> bool:
        return self.order_line_id is None

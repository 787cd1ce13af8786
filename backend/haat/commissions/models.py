"""What the brand keeps of a sale, and what it must withhold: rules with versions, and figures that are never recomputed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from haat.core.models import Entity, InsertOnly

if TYPE_CHECKING:
    from collections.abc import Sequence


class CommissionRule(Entity):
    """First match by position wins. Changing a rule archives it and writes the next version.

    What is empty narrows nothing. A band is of the price of one piece, before discounts, both ends included.
    """

    class Payment(models.TextChoices):
        PREPAID = "prepaid"  # online, or by gift card
        COD = "cod"

    class Basis(models.TextChoices):
        TAXABLE = "taxable"
        GROSS = "gross"  # what the seller sells it for, tax inside

    name = models.CharField(max_length=120)
    version = models.PositiveIntegerField(default=1)
    position = models.PositiveIntegerField()
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, null=True, related_name="+")
    category = models.ForeignKey(
        "catalog.Category", on_delete=models.PROTECT, null=True, related_name="+"
    )  # and below it
    product = models.ForeignKey(
        "catalog.Product", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )  # nobody asks for the rules of a product: a brand has some dozens, and they are read together
    seller_tier = models.CharField(max_length=20, default="", db_default="")
    payment = models.CharField(max_length=8, choices=Payment.choices, default="", db_default="")
    price_min_minor = models.BigIntegerField(null=True)
    price_max_minor = models.BigIntegerField(null=True)
    basis = models.CharField(max_length=8, choices=Basis.choices, default=Basis.TAXABLE, db_default=Basis.TAXABLE)
    with_shipping = models.BooleanField(default=False, db_default=False)  # the percent of a parcel's delivery, too
    percent_bp = models.PositiveIntegerField(default=0)  # of the basis
    fixed_minor = models.BigIntegerField(default=0)  # a piece
    floor_minor = models.BigIntegerField(null=True)  # a line
    cap_minor = models.BigIntegerField(null=True)  # a line
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    archived_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "version"], name="commissions_rule_version"),
            models.CheckConstraint(name="commissions_rule_percent", condition=Q(percent_bp__lte=10_000)),
            models.CheckConstraint(
                name="commissions_rule_dates", condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from"))
            ),
            models.CheckConstraint(
                name="commissions_rule_bounds",
                condition=Q(floor_minor=None) | Q(cap_minor=None) | Q(cap_minor__gte=F("floor_minor")),
            ),
            models.CheckConstraint(
                name="commissions_rule_band",
                condition=(
                    Q(price_min_minor=None) | Q(price_max_minor=None) | Q(price_max_minor__gte=F("price_min_minor"))
                ),
            ),
            models.CheckConstraint(
                name="commissions_rule_not_negative",
                condition=Q(fixed_minor__gte=0)
                & (Q(floor_minor=None) | Q(floor_minor__gte=0))
                & (Q(cap_minor=None) | Q(cap_minor__gte=0))
                & (Q(price_min_minor=None) | Q(price_min_minor__gte=0))
                & (Q(price_max_minor=None) | Q(price_max_minor__gte=0)),
            ),
            models.CheckConstraint(
                name="commissions_rule_words",
                condition=Q(payment__in=["", "prepaid", "cod"]) & Q(basis__in=["taxable", "gross"]),
            ),
            models.CheckConstraint(
                name="commissions_rule_shipping_of_parcel",
                condition=Q(with_shipping=False)
                | Q(category=None, product=None, price_min_minor=None, price_max_minor=None),
            ),
        ]

    @property
    def is_of_goods(self) -> bool:
        """Narrowed to some goods: a parcel's delivery is of all that is in it, and no such rule fits it."""
        return self.category_id is not None or self.product_id is not None or self.has_band

    @property
    def has_band(self) -> bool:
        return self.price_min_minor is not None or self.price_max_minor is not None

    def __str__(self) -> str:
        return f"{self.name} v{self.version}"


class CommissionLine(InsertOnly):
    """Fee and withholdings of one order line (or of a part's shipping), pinned when the order was paid.

    A reversal is a second row with negative figures, of the whole or of what a credit takes back; rows are never changed.
    """

    class Kind(models.TextChoices):
        SALE = "sale"
        REVERSAL = "reversal"

    part = models.ForeignKey("orders.SellerOrder", on_delete=models.PROTECT, related_name="+")
    order_line = models.ForeignKey(
        "orders.OrderLine", on_delete=models.PROTECT, null=True, related_name="+"
    )  # None: shipping
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.SALE)
    credit = models.ForeignKey(
        "orders.Credit", on_delete=models.PROTECT, null=True, related_name="+"
    )  # of a reversal: what was taken back; None: the whole part
    rule = models.ForeignKey(CommissionRule, on_delete=models.PROTECT, null=True, related_name="+")
    rule_version = models.PositiveIntegerField(null=True)
    title = models.CharField(max_length=300)
    gross_minor = models.BigIntegerField()
    base_minor = models.BigIntegerField()  # taxable value
    fee_minor = models.BigIntegerField()
    fee_gst_minor = models.BigIntegerField()
    tcs_minor = models.BigIntegerField()
    tds_minor = models.BigIntegerField()
    net_minor = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    explanation = models.CharField(max_length=500)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["-at", "-id"], name="commissions_line_newest")]
        constraints = [
            models.UniqueConstraint(
                fields=["part", "order_line", "kind", "credit"], nulls_distinct=False, name="commissions_line_once"
            ),
            models.CheckConstraint(
                name="commissions_line_credit_reverses", condition=Q(credit=None) | Q(kind="reversal")
            ),
            models.CheckConstraint(
                name="commissions_line_net",
                condition=Q(
                    net_minor=F("gross_minor") - F("fee_minor") - F("fee_gst_minor") - F("tcs_minor") - F("tds_minor")
                ),
            ),
        ]

    called_off: Sequence[CommissionLine] = ()  # set by `less`

    def less(self, rows: Sequence[CommissionLine]) -> None:
        """Here alone, never written: what is left of it without what was called off before it was shipped."""
        self.called_off = rows
        for name in ("gross", "base", "fee", "fee_gst", "tcs", "tds", "net"):
            column = f"{name}_minor"
            setattr(self, column, getattr(self, column) + sum(getattr(row, column) for row in rows))


class Recognition(InsertOnly):
    """The part was delivered: its pinned lines became the brand's income and the seller's money."""

    part = models.OneToOneField("orders.SellerOrder", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class YearlySales(Entity):
    """What a seller sold through this brand in a tax year, before tax: income tax is deducted above a limit of it.

    A seller is one legal person with one PAN, and the brand is the operator: the row is the counter of that pair.
    """

    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()  # in which the tax year began
    gross_minor = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seller", "year"], name="commissions_yearly_once")]

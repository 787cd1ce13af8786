"""Promotions, the codes that open them, and every use of them. Budgets are counters that never go over, by the database's word."""

from __future__ import annotations

from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from haat.core.models import Entity, InsertOnly


def _ids() -> ArrayField[list[UUID], list[UUID]]:
    return ArrayField(models.UUIDField(), default=list, blank=True)


class Promotion(Entity):
    """Conditions × benefit × budget × dates × stacking, and who pays. Terms stand still once it was used."""

    class Status(models.TextChoices):
        DRAFT = "draft"
        RUNNING = "running"  # between its dates
        PAUSED = "paused"
        ENDED = "ended"

    class Benefit(models.TextChoices):
        PERCENT = "percent"
        FIXED = "fixed"
        FIXED_PRICE = "fixed_price"
        BUY_GET = "buy_get"
        FREE_SHIPPING = "free_shipping"

    name = models.CharField(max_length=80)  # shoppers read it
    seller = models.ForeignKey(
        "sellers.Seller", on_delete=models.PROTECT, null=True, related_name="+"
    )  # whose own promotion it is; None: the brand's
    key = models.CharField(max_length=60, unique=True, null=True)  # of one that came with a manifest
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.DRAFT)
    needs_code = models.BooleanField(default=False)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    currency = models.CharField(max_length=3)

    benefit = models.CharField(max_length=14, choices=Benefit.choices)
    percent_bp = models.PositiveIntegerField(default=0)
    amount_minor = models.BigIntegerField(default=0)
    cap_minor = models.BigIntegerField(null=True)
    buy_quantity = models.PositiveSmallIntegerField(default=0)
    get_quantity = models.PositiveSmallIntegerField(default=0)

    min_spend_minor = models.BigIntegerField(default=0)
    min_quantity = models.PositiveSmallIntegerField(default=0)
    first_order_only = models.BooleanField(default=False)
    seller_ids = _ids()
    category_ids = _ids()
    product_ids = _ids()

    is_exclusive = models.BooleanField(default=False)
    priority = models.SmallIntegerField(default=0)
    brand_bp = models.PositiveIntegerField(default=10_000)

    budget_minor = models.BigIntegerField(null=True)
    uses_max = models.PositiveIntegerField(null=True)
    uses_per_customer = models.PositiveIntegerField(null=True)
    minor_per_customer = models.BigIntegerField(null=True)
    spent_minor = models.BigIntegerField(default=0)
    uses = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["status", "needs_code", "starts_at"], name="promotions_live")]
        constraints = [
            models.CheckConstraint(name="promotions_dates", condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at"))),
            models.CheckConstraint(
                name="promotions_shares", condition=Q(percent_bp__lte=10_000, brand_bp__lte=10_000, amount_minor__gte=0)
            ),
            models.CheckConstraint(
                name="promotions_benefit",
                condition=Q(benefit="percent", percent_bp__gt=0)
                | Q(benefit__in=["fixed", "fixed_price"], amount_minor__gt=0)
                | Q(benefit="buy_get", percent_bp__gt=0, buy_quantity__gt=0, get_quantity__gt=0)
                | Q(benefit="free_shipping"),
            ),
            models.CheckConstraint(
                name="promotions_conditions",
                condition=Q(min_spend_minor__gte=0) & (Q(cap_minor=None) | Q(cap_minor__gt=0)),
            ),
            models.CheckConstraint(
                name="promotions_seller_pays", condition=Q(seller=None) | Q(brand_bp=0, seller_ids__len=1)
            ),
            models.CheckConstraint(
                name="promotions_payers_named", condition=Q(brand_bp=10_000) | Q(seller_ids__len__gte=1)
            ),
            models.CheckConstraint(
                name="promotions_within_budget",
                condition=Q(spent_minor__gte=0) & (Q(budget_minor=None) | Q(spent_minor__lte=F("budget_minor"))),
            ),
            models.CheckConstraint(
                name="promotions_within_uses", condition=Q(uses_max=None) | Q(uses__lte=F("uses_max"))
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CouponBatch(Entity):
    """Codes that were made together, for a newsletter or a partner."""

    promotion = models.ForeignKey(Promotion, on_delete=models.PROTECT, related_name="batches")
    name = models.CharField(max_length=80)
    size = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.name


class Coupon(Entity):
    """A code. It is kept in capitals: people type as they like."""

    promotion = models.ForeignKey(Promotion, on_delete=models.PROTECT, related_name="coupons")
    batch = models.ForeignKey(CouponBatch, on_delete=models.PROTECT, null=True, related_name="coupons")
    code = models.CharField(max_length=24, unique=True)
    customer = models.ForeignKey("customers.Customer", on_delete=models.PROTECT, null=True, related_name="+")
    expires_at = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)
    uses_max = models.PositiveIntegerField(null=True)
    uses = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="promotions_coupon_code", condition=Q(code__regex=r"^[A-Z0-9][A-Z0-9-]{2,23}$")
            ),
            models.CheckConstraint(
                name="promotions_coupon_within_uses", condition=Q(uses_max=None) | Q(uses__lte=F("uses_max"))
            ),
        ]

    def __str__(self) -> str:
        return self.code


class CustomerUse(Entity):
    """How much one customer has had of one promotion."""

    promotion = models.ForeignKey(Promotion, on_delete=models.PROTECT, related_name="+")
    customer = models.ForeignKey("customers.Customer", on_delete=models.PROTECT, related_name="+")
    uses = models.PositiveIntegerField(default=0)
    saved_minor = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["promotion", "customer"], name="promotions_customer_once"),
            models.CheckConstraint(name="promotions_customer_saved", condition=Q(saved_minor__gte=0)),
        ]


class Usage(Entity):
    """One order's use of one promotion: held while it is unpaid, used when placed, released when it ended without goods."""

    class State(models.TextChoices):
        HELD = "held"
        USED = "used"
        RELEASED = "released"

    promotion = models.ForeignKey(Promotion, on_delete=models.PROTECT, related_name="usages")
    coupon = models.ForeignKey(Coupon, on_delete=models.PROTECT, null=True, related_name="+")
    customer = models.ForeignKey("customers.Customer", on_delete=models.PROTECT, related_name="+")
    reference = models.UUIDField()  # the order's id
    state = models.CharField(max_length=8, choices=State.choices, default=State.HELD)
    discount_minor = models.BigIntegerField()
    brand_minor = models.BigIntegerField()
    returned_minor = models.BigIntegerField(default=0)  # of parts that were cancelled
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["promotion", "-at"], name="promotions_usage_newest")]
        constraints = [
            models.UniqueConstraint(fields=["promotion", "reference"], name="promotions_usage_once"),
            models.CheckConstraint(
                name="promotions_usage_shares",
                condition=Q(brand_minor__gte=0, brand_minor__lte=F("discount_minor"))
                & Q(returned_minor__gte=0, returned_minor__lte=F("discount_minor")),
            ),
        ]


class UsageReturn(InsertOnly):
    """A part of an order, or a credit of lines that were called off, gave its discount back, once."""

    usage = models.ForeignKey(Usage, on_delete=models.PROTECT, related_name="returns")
    part_id = models.UUIDField()
    minor = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["usage", "part_id"], name="promotions_return_once")]

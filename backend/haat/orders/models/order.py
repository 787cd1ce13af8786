"""What was bought. An order is the customer's; each seller's part has a life of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q, Sum
from django.utils.functional import cached_property

from haat.core.crypto import EncryptedTextField
from haat.core.models import Entity
from haat.orders import paying

if TYPE_CHECKING:
    from uuid import UUID


class Order(Entity):
    class Status(models.TextChoices):
        AWAITING_PAYMENT = "awaiting_payment"
        PLACED = "placed"  # paid, or to be paid on delivery
        CANCELLED = "cancelled"
        EXPIRED = "expired"  # never paid

    number = models.CharField(max_length=20, unique=True)
    customer = models.ForeignKey("customers.Customer", on_delete=models.PROTECT, related_name="+")
    cart_id = models.UUIDField(null=True)
    status = models.CharField(max_length=16, choices=Status.choices, default=Status.AWAITING_PAYMENT)
    payment_method = models.CharField(max_length=10)  # razorpay | cod
    currency = models.CharField(max_length=3)
    goods_minor = models.BigIntegerField()
    shipping_minor = models.BigIntegerField()
    cod_fee_minor = models.BigIntegerField(default=0)
    discount_minor = models.BigIntegerField(default=0, db_default=0)  # of goods and delivery
    brand_discount_minor = models.BigIntegerField(default=0, db_default=0)  # the brand's share of it
    total_minor = models.BigIntegerField()
    gift_card_minor = models.BigIntegerField(default=0, db_default=0)  # of the total, what a gift card pays
    discounts: models.JSONField[list[dict[str, Any]], list[dict[str, Any]]] = models.JSONField(
        default=list, db_default=[]
    )
    country = models.CharField(max_length=2, default="IN", db_default="IN")  # whose tax law the figures follow
    place_of_supply = models.CharField(max_length=2)
    buyer_tax_number = models.CharField(
        max_length=20, blank=True, default="", db_default=""
    )  # of a business that buys: tax record, outlives the person
    contact_name = EncryptedTextField(blank=True)
    contact_phone = EncryptedTextField(blank=True)
    contact_email = EncryptedTextField(blank=True)
    address = EncryptedTextField()  # JSON of the address as it was
    idempotency_key = models.CharField(max_length=300, unique=True, null=True)
    created_for = models.DateTimeField()  # business time of checkout
    reserved_until = models.DateTimeField()
    placed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["-created_for", "-id"], name="orders_order_newest"),
            models.Index(fields=["customer", "-created_for"], name="orders_order_customer"),
            models.Index(fields=["reserved_until"], name="orders_order_unpaid", condition=Q(status="awaiting_payment")),
        ]
        constraints = [
            models.CheckConstraint(
                name="orders_order_total_adds_up",
                condition=Q(
                    total_minor=F("goods_minor") + F("shipping_minor") + F("cod_fee_minor") - F("discount_minor")
                ),
            ),
            models.CheckConstraint(
                name="orders_order_discount_shares",
                condition=Q(brand_discount_minor__gte=0, brand_discount_minor__lte=F("discount_minor"))
                & Q(discount_minor__lte=F("goods_minor") + F("shipping_minor")),
            ),
            models.CheckConstraint(
                name="orders_order_gift_card",
                condition=Q(gift_card_minor__gte=0, gift_card_minor__lte=F("total_minor")),
            ),
            models.CheckConstraint(
                name="orders_order_placed_when", condition=~Q(status="placed") | Q(placed_at__isnull=False)
            ),
        ]

    payment: Any = None  # the one that was opened with it, set by checkout for the moment in which it places the order

    def __str__(self) -> str:
        return self.number

    @property
    def called_off_minor(self) -> int:
        """Of its total, what is not bought any more: lines called off before they were shipped, parts that ended."""
        if self.status in {self.Status.CANCELLED, self.Status.EXPIRED}:
            return self.total_minor if self.status == self.Status.CANCELLED else 0
        return sum(part.total_minor if part.ended_at else part.called_off_minor for part in self.parts.all())

    @property
    def kept_minor(self) -> int:
        return self.total_minor - self.called_off_minor

    @property
    def to_pay_minor(self) -> int:
        """What is left to pay beside a gift card."""
        return self.total_minor - self.gift_card_minor

    @property
    def kept_card_minor(self) -> int:
        """What a gift card paid of what was not called off."""
        if self.status == self.Status.CANCELLED:
            return 0
        is_over = self.status == self.Status.EXPIRED
        return sum(part.kept_card_minor for part in self.parts.all() if is_over or not part.ended_at)

    @property
    def due_minor(self) -> int:
        """What is paid beside it for what was not called off."""
        return self.kept_minor - self.kept_card_minor

    @property
    def received_minor(self) -> int:
        return paying.received_minor(self)

    @property
    def open_minor(self) -> int:
        return paying.open_minor(self)

    @property
    def how_paid(self) -> str:
        return paying.how_order(self)


class SellerOrder(Entity):
    class Status(models.TextChoices):
        AWAITING_PAYMENT = "awaiting_payment"
        PLACED = "placed"
        ACCEPTED = "accepted"
        PACKED = "packed"
        SHIPPED = "shipped"
        DELIVERED = "delivered"
        COMPLETED = "completed"  # the return window is over
        DECLINED = "declined"
        CANCELLED = "cancelled"

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="parts")
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=24, unique=True)  # GLW-26-000123-A
    status = models.CharField(max_length=16, choices=Status.choices, default=Status.AWAITING_PAYMENT)
    currency = models.CharField(max_length=3)
    goods_minor = models.BigIntegerField()
    shipping_minor = models.BigIntegerField()
    shipping_taxable_minor = models.BigIntegerField()
    shipping_rate_bp = models.PositiveIntegerField()
    shipping_discount_minor = models.BigIntegerField(default=0, db_default=0)
    shipping_brand_discount_minor = models.BigIntegerField(default=0, db_default=0)
    discount_minor = models.BigIntegerField(default=0, db_default=0)  # of the lines and of delivery
    brand_discount_minor = models.BigIntegerField(default=0, db_default=0)
    shipping_discounts: models.JSONField[list[dict[str, Any]], list[dict[str, Any]]] = models.JSONField(
        default=list, db_default=[]
    )
    total_minor = models.BigIntegerField()  # what the customer pays for this part
    gift_card_minor = models.BigIntegerField(default=0, db_default=0)  # of it, by gift card: of the brand's own seller
    placed_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    packed_at = models.DateTimeField(null=True)
    shipped_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    return_until = models.DateTimeField(null=True)
    called_off_units = models.PositiveIntegerField(default=0, db_default=0)  # line by line, before it was shipped
    called_off_minor = models.BigIntegerField(default=0, db_default=0)  # of the total; the customer does not pay it
    called_off_brand_minor = models.BigIntegerField(default=0, db_default=0)  # of the brand's share of the discount
    open_requests = models.PositiveSmallIntegerField(default=0, db_default=0)  # returns and claims: it is not complete
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["seller", "status", "-id"], name="orders_part_seller"),
            models.Index(fields=["return_until"], name="orders_part_window", condition=Q(status="delivered")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["order", "seller"], name="orders_part_once"),
            models.CheckConstraint(
                name="orders_part_total_adds_up", condition=Q(total_minor=F("goods_minor") + F("shipping_minor") - F("discount_minor")),
            ),
            models.CheckConstraint(
                name="orders_part_discount_shares",
                condition=Q(brand_discount_minor__gte=0, brand_discount_minor__lte=F("discount_minor"))
                & Q(shipping_brand_discount_minor__gte=0, shipping_brand_discount_minor__lte=F("shipping_discount_minor"))
                & Q(shipping_discount_minor__lte=F("shipping_minor"), discount_minor__gte=F("shipping_discount_minor")),
            ),
            models.CheckConstraint(
                name="orders_part_gift_card", condition=Q(gift_card_minor__gte=0, gift_card_minor__lte=F("total_minor"))
            ),
            models.CheckConstraint(
                name="orders_part_called_off",
                condition=Q(called_off_minor__gte=0, called_off_minor__lte=F("total_minor"), called_off_brand_minor__gte=0)
                & Q(called_off_brand_minor__lte=F("brand_discount_minor")),
            ),
            models.CheckConstraint(
                name="orders_part_delivered_when",
                condition=~Q(status__in=["delivered", "completed"]) | Q(delivered_at__isnull=False, return_until__isnull=False),
            ),
            models.CheckConstraint(
                name="orders_part_ended_when", condition=Q(status__in=["declined", "cancelled"], ended_at__isnull=False)
                | (~Q(status__in=["declined", "cancelled"]) & Q(ended_at=None)),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.number

    @property
    def label(self) -> str:
        """Number and seller, as the audit log names it."""
        return f"{self.number} · {self.seller.name}"

    @property
    def shipping_value_minor(self) -> int:
        """What the seller's delivery is worth: less only what the seller itself gave away."""
        return self.shipping_minor - self.shipping_discount_minor + self.shipping_brand_discount_minor

    @property
    def kept_minor(self) -> int:
        """What the customer pays for what was not called off."""
        return self.total_minor - self.called_off_minor

    @property
    def paid_minor(self) -> int:
        """What the order's payment pays of it: what the gift card leaves."""
        return self.total_minor - self.gift_card_minor

    @property
    def kept_card_minor(self) -> int:
        """What of that the gift card pays."""
        card = self.gift_card_minor
        return card - (card * self.called_off_minor // self.total_minor if card else 0)

    @property
    def rest_minor(self) -> int:
        """What of that is paid otherwise: online, or in cash when it arrives."""
        return self.kept_minor - self.kept_card_minor

    @property
    def kept_brand_minor(self) -> int:  # what the brand adds to it
        return self.brand_discount_minor - self.called_off_brand_minor

    @property
    def how_paid(self) -> str:
        return paying.how_part(self)

    @cached_property
    def called_off(self) -> dict[UUID, int]:
        """How many units of each line were called off before they were shipped."""
        if not self.called_off_units:
            return {}
        rows = self.credits.filter(cause="cancelled", lines__order_line__isnull=False).order_by()
        return dict(rows.values_list("lines__order_line").annotate(Sum("lines__quantity")))

    @property
    def can_be_cancelled(self) -> bool:
        return self.status in {
            self.Status.AWAITING_PAYMENT,
            self.Status.PLACED,
            self.Status.ACCEPTED,
            self.Status.PACKED,
        }

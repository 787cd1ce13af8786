"""One payment to one seller: which entries of the books it closes, in lines that people read."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from haat.core.models import Entity


class Payout(Entity):
    class Status(models.TextChoices):
        SCHEDULED = "scheduled"  # in a run that is not let go yet, or about to start
        IN_TRANSIT = "in_transit"
        PAID = "paid"
        FAILED = "failed"  # nothing of it arrived; it is in the balance again
        CARRIED = "carried"  # a statement that pays nothing: the seller owes, the next payout takes it

    number = models.CharField(max_length=24, unique=True)
    run = models.ForeignKey("payouts.PayoutRun", on_delete=models.PROTECT, null=True, related_name="payouts")
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.SCHEDULED)
    currency = models.CharField(max_length=3)
    due_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    paid_at = models.DateTimeField(null=True)
    amount_minor = models.BigIntegerField(default=0)
    reserve_minor = models.BigIntegerField(default=0, db_default=0)  # kept back out of it
    carried_minor = models.BigIntegerField(default=0, db_default=0)  # left to the next; negative when the seller owes

    class Meta:
        indexes = [models.Index(fields=["seller", "-due_at"], name="payouts_payout_seller")]
        constraints = [
            models.UniqueConstraint(fields=["seller"], condition=Q(status="scheduled"), name="payouts_payout_one_open"),
            models.CheckConstraint(name="payouts_payout_never_takes", condition=Q(amount_minor__gte=0, reserve_minor__gte=0)),
            models.CheckConstraint(
                name="payouts_payout_paid_when", condition=~Q(status="paid") | Q(paid_at__isnull=False)
            ),
            models.CheckConstraint(
                name="payouts_payout_started_when", condition=Q(status="scheduled") | Q(started_at__isnull=False)
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.number

    @property
    def label(self) -> str:
        """Number and seller, as the audit log names it."""
        return f"{self.number} · {self.seller.name}"


class PayoutLine(Entity):
    """One line of the statement. Its figures are sums of the entries that it stands for."""

    class Kind(models.TextChoices):
        SALE = "sale"
        CREDIT = "credit"
        ADJUSTMENT = "adjustment"
        DISPUTE = "dispute"
        RETURNED = "returned"  # a payment that did not arrive, paid again
        RESERVE_HELD = "reserve_held"
        RESERVE_RELEASED = "reserve_released"
        CARRIED = "carried"  # from the statement before
        LEFT = "left"  # to the next one

    payout = models.ForeignKey(Payout, on_delete=models.PROTECT, related_name="lines")
    kind = models.CharField(max_length=16, choices=Kind.choices, default=Kind.SALE, db_default="sale")
    part = models.ForeignKey("orders.SellerOrder", on_delete=models.PROTECT, null=True, related_name="+")
    carried_from = models.OneToOneField(Payout, on_delete=models.PROTECT, null=True, related_name="carried_into")
    text = models.CharField(max_length=200, blank=True, db_default="")
    gross_minor = models.BigIntegerField(default=0)
    fee_minor = models.BigIntegerField(default=0)
    fee_gst_minor = models.BigIntegerField(default=0)
    tcs_minor = models.BigIntegerField(default=0)
    tds_minor = models.BigIntegerField(default=0)
    net_minor = models.BigIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="payouts_line_net",
                condition=Q(
                    net_minor=F("gross_minor") - F("fee_minor") - F("fee_gst_minor") - F("tcs_minor") - F("tds_minor")
                ),
            ),
            models.UniqueConstraint(fields=["part"], condition=Q(kind="sale"), name="payouts_line_sale_once"),
            models.CheckConstraint(
                name="payouts_line_carried_from", condition=~Q(kind="carried") | Q(carried_from__isnull=False)
            ),
        ]


class PayoutEntry(Entity):
    """An entry of the books that a payout closes: the database knows no second payout for it."""

    payout = models.ForeignKey(Payout, on_delete=models.PROTECT, related_name="entries")
    line = models.ForeignKey(PayoutLine, on_delete=models.PROTECT, null=True, related_name="entries")
    transaction = models.OneToOneField("ledger.Transaction", on_delete=models.PROTECT, related_name="+")
    net_minor = models.BigIntegerField()  # what it changed of what the seller is owed

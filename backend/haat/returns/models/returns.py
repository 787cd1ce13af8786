"""A return, an exchange, a claim, or a parcel that came back undelivered."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from haat.core.crypto import EncryptedTextField
from haat.core.models import Entity


class Return(Entity):
    class Kind(models.TextChoices):
        RETURN = "return"
        EXCHANGE = "exchange"
        CLAIM = "claim"
        UNDELIVERED = "undelivered"

    class Status(models.TextChoices):
        REQUESTED = "requested"
        APPROVED = "approved"
        PICKED_UP = "picked_up"
        RECEIVED = "received"  # counted; of an exchange: the replacement is to be sent
        REFUNDED = "refunded"
        EXCHANGED = "exchanged"
        REJECTED = "rejected"
        CANCELLED = "cancelled"

    number = models.CharField(max_length=32, unique=True)  # GLW-26-000123-A-R1
    part = models.ForeignKey("orders.SellerOrder", on_delete=models.PROTECT, related_name="+")
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")  # of the part
    kind = models.CharField(max_length=12, choices=Kind.choices)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.REQUESTED)
    note = EncryptedTextField(blank=True)  # the customer's words
    answer = models.CharField(max_length=300, blank=True)  # the seller's or the brand's words to the customer
    send_to = models.TextField(blank=True)  # where the goods go back to, as it was when it was agreed to
    is_escalated = models.BooleanField(default=False)  # the brand decides
    credit = models.OneToOneField("orders.Credit", on_delete=models.PROTECT, null=True, related_name="+")
    requested_at = models.DateTimeField()
    answer_by = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    picked_up_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["seller", "status", "-id"], name="returns_return_seller"),
            models.Index(fields=["answer_by"], name="returns_return_unanswered", condition=Q(status="requested")),
        ]
        constraints = [
            models.CheckConstraint(
                name="returns_return_ended_when",
                condition=Q(status__in=["refunded", "exchanged", "rejected", "cancelled"], ended_at__isnull=False)
                | (~Q(status__in=["refunded", "exchanged", "rejected", "cancelled"]) & Q(ended_at=None)),
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def label(self) -> str:
        """Number and seller, as the audit log names it."""
        return f"{self.number} · {self.seller.name}"

    @property
    def is_open(self) -> bool:
        return self.ended_at is None

    @property
    def comes_back(self) -> bool:
        """Whether goods travel to the seller."""
        return self.kind != self.Kind.CLAIM


class ReturnLine(Entity):
    """Units of one line; what arrived of them and what can be sold again, once they were counted."""

    parent = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="lines")
    order_line = models.ForeignKey("orders.OrderLine", on_delete=models.PROTECT, related_name="+")
    quantity = models.PositiveIntegerField()
    reason = models.CharField(max_length=24)
    accepted = models.PositiveIntegerField(null=True)  # is given back or exchanged; the rest was refused
    received = models.PositiveIntegerField(null=True)
    resellable = models.PositiveIntegerField(null=True)  # goes back on the shelf; the rest is written off
    refusal = models.CharField(max_length=200, blank=True)  # why not all was accepted
    offer_id = models.UUIDField(null=True)  # of an exchange: what the customer gets instead
    offer_title = models.CharField(max_length=300, blank=True)
    difference_minor = models.BigIntegerField(default=0)  # that goes back, because the other costs less

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["parent", "order_line"], name="returns_line_once"),
            models.CheckConstraint(
                name="returns_line_counts",
                condition=Q(quantity__gt=0)
                & (Q(accepted=None) | Q(accepted__lte=F("quantity")))
                & (Q(received=None) | Q(received__lte=F("quantity")))
                & (Q(resellable=None) | Q(resellable__lte=F("received"))),
            ),
            models.CheckConstraint(name="returns_line_difference", condition=Q(difference_minor__gte=0)),
        ]

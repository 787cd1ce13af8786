"""What somebody means to buy. Prices are not kept here, only the one last seen, so that a change can be told."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from haat.core.models import Entity


class Cart(Entity):
    """A guest's cart is found by the hash of a cookie's token, a customer's by the customer."""

    class Status(models.TextChoices):
        ACTIVE = "active"
        MERGED = "merged"  # its lines went to the customer's cart at sign-in
        ORDERED = "ordered"

    customer = models.ForeignKey("customers.Customer", on_delete=models.PROTECT, null=True, related_name="+")
    token_hash = models.CharField(max_length=64, blank=True)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.ACTIVE)
    codes: ArrayField[list[str], list[str]] = ArrayField(
        models.CharField(max_length=24), default=list, db_default=[]
    )  # coupon codes as they were entered

    gift_card_id = models.UUIDField(null=True)  # whose code the customer entered
    gift_card_at = models.DateTimeField(null=True)  # which of its codes: since when that was the card's

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["customer"], condition=Q(status="active", customer__isnull=False), name="cart_cart_one_active"
            ),
            models.UniqueConstraint(
                fields=["token_hash"], condition=Q(status="active", customer=None), name="cart_cart_one_guest"
            ),
            models.CheckConstraint(name="cart_cart_has_owner", condition=Q(customer__isnull=False) | ~Q(token_hash="")),
        ]


class CartLine(Entity):
    cart = models.ForeignKey(Cart, on_delete=models.CASCADE, related_name="lines")
    offer = models.ForeignKey("catalog.Offer", on_delete=models.CASCADE, related_name="+")
    quantity = models.PositiveIntegerField()
    seen_minor = models.BigIntegerField()  # unit price when last shown

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["cart", "offer"], name="cart_line_once"),
            models.CheckConstraint(name="cart_line_quantity", condition=Q(quantity__gte=1, quantity__lte=99)),
        ]

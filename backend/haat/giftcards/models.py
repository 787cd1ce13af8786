"""Gift cards of a brand: a code, what is on it, and every movement. The code is nowhere, only a keyed hash of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from haat.core.crypto import EncryptedTextField
from haat.core.models import Entity, InsertOnly

if TYPE_CHECKING:
    from datetime import datetime


class GiftCard(Entity):
    class Status(models.TextChoices):
        ACTIVE = "active"
        BLOCKED = "blocked"

    class Funding(models.TextChoices):
        PROMO = "promo"  # a gift of the brand's
        BANK = "bank"  # sold, and paid to the brand's bank

    code_hash = models.CharField(max_length=64, unique=True)
    last4 = models.CharField(max_length=4)
    status = models.CharField(max_length=7, choices=Status.choices, default=Status.ACTIVE)
    currency = models.CharField(max_length=3)
    amount_minor = models.BigIntegerField()
    balance_minor = models.BigIntegerField()  # can be spent; what an unpaid order holds is not in it
    held_minor = models.BigIntegerField(default=0, db_default=0)
    funding = models.CharField(max_length=5, choices=Funding.choices)
    bank_reference = models.CharField(max_length=60, blank=True)
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    code_at = models.DateTimeField(null=True)  # since when this code is the card's; null: since it was issued
    issued_as = models.CharField(max_length=64, null=True, unique=True)  # hash of the request's key: it issues once
    recipient = EncryptedTextField(blank=True)  # mail address
    recipient_hash = models.CharField(max_length=64, blank=True, db_default="")  # by which whoever it names finds it
    message = EncryptedTextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["-issued_at", "-id"], name="giftcards_card_newest"),
            models.Index(fields=["recipient_hash"], condition=~Q(recipient_hash=""), name="giftcards_card_recipient"),
        ]
        constraints = [
            models.CheckConstraint(
                name="giftcards_card_never_below_zero",
                condition=Q(amount_minor__gt=0, balance_minor__gte=0, held_minor__gte=0)
                & Q(balance_minor__lte=F("amount_minor") - F("held_minor")),
            ),
            models.CheckConstraint(
                name="giftcards_card_paid_how", condition=~Q(funding="bank") | ~Q(bank_reference="")
            ),
        ]

    def __str__(self) -> str:
        return f"•••• {self.last4}"

    @property
    def is_empty(self) -> bool:
        return not self.balance_minor and not self.held_minor

    def is_usable(self, at: datetime) -> bool:
        return self.status == self.Status.ACTIVE and at < self.expires_at


class CardUse(Entity):
    """What an order takes of a card: held while it is being paid, spent when it is placed."""

    class State(models.TextChoices):
        HELD = "held"
        SPENT = "spent"
        RELEASED = "released"

    card = models.ForeignKey(GiftCard, on_delete=models.PROTECT, related_name="uses")
    reference = models.UUIDField(unique=True)  # the order's id
    number = models.CharField(max_length=40)  # and its number
    minor = models.BigIntegerField()
    back_minor = models.BigIntegerField(default=0, db_default=0)
    state = models.CharField(max_length=8, choices=State.choices, default=State.HELD)
    spent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="giftcards_use_back_bound",
                condition=Q(minor__gt=0, back_minor__gte=0, back_minor__lte=F("minor"))
                & (Q(state="spent", spent_at__isnull=False) | Q(back_minor=0)),
            )
        ]


class CardMovement(InsertOnly):
    """What changed the balance, or what may be done with it (then by 0)."""

    class Kind(models.TextChoices):
        ISSUED = "issued"
        HELD = "held"
        RELEASED = "released"
        BACK = "back"
        EXPIRED = "expired"
        BLOCKED = "blocked"
        UNBLOCKED = "unblocked"
        EXTENDED = "extended"
        RECODED = "recoded"

    card = models.ForeignKey(GiftCard, on_delete=models.PROTECT, related_name="movements")
    kind = models.CharField(max_length=9, choices=Kind.choices)
    key = models.CharField(max_length=80, unique=True)
    minor = models.BigIntegerField()
    balance_minor = models.BigIntegerField()  # after it
    reference = models.CharField(max_length=40, blank=True)  # number of the order or part
    reason = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    actor = models.CharField(max_length=120, blank=True)  # of the system; people are named by the log
    actor_id = models.CharField(max_length=36, blank=True, db_default="")

    class Meta:
        indexes = [models.Index(fields=["card", "at"], name="giftcards_movement_card")]

    @property
    def currency(self) -> str:
        return self.card.currency

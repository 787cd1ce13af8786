"""One case a dispute. What the provider says of it is `payments.Dispute`; here is what we do about it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from haat.core.models import Entity


class Case(Entity):
    class State(models.TextChoices):
        OPEN = "open"  # nobody of ours is concerned: no order asked for the payment
        EVIDENCE_DUE = "evidence_due"
        SUBMITTED = "submitted"  # the bank looks at it
        WON = "won"
        LOST = "lost"
        ACCEPTED = "accepted"  # lost, because the brand said so
        CLOSED = "closed"

    class Wish(models.TextChoices):
        CONTEST = "contest"
        ACCEPT = "accept"

    dispute = models.OneToOneField("payments.Dispute", on_delete=models.PROTECT, related_name="+")
    order = models.ForeignKey("orders.Order", on_delete=models.PROTECT, null=True, related_name="+")
    number = models.CharField(max_length=40)  # of the order, or of the payment where there is none
    state = models.CharField(max_length=14, choices=State.choices, default=State.OPEN)
    sellers_due_at = models.DateTimeField(null=True)  # the brand needs time of its own before the bank's day
    words = models.CharField(max_length=1000, blank=True)  # the summary that the bank reads
    wanted = models.CharField(max_length=10, choices=Wish.choices, blank=True)  # asked for, not done yet
    failure = models.CharField(max_length=300, blank=True)  # why the provider did not take it
    accepted_at = models.DateTimeField(null=True)
    bearer = models.CharField(max_length=10, blank=True)  # seller | brand: who bears a lost one
    decided_at = models.DateTimeField(null=True)
    note = models.CharField(max_length=500, blank=True)  # why

    class Meta:
        indexes = [models.Index(fields=["state", "-created_at", "-id"], name="disputes_case_queue")]
        constraints = [
            models.CheckConstraint(
                name="disputes_case_decided_when",
                condition=Q(bearer="", decided_at=None) | (~Q(bearer="") & Q(decided_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def amount_minor(self) -> int:
        """What the bank asks for."""
        return self.dispute.amount_minor

    @property
    def deducted_minor(self) -> int:
        """What the provider has taken from the balance."""
        return self.dispute.deducted_minor

    @property
    def currency(self) -> str:
        return self.dispute.currency

    @property
    def is_answerable(self) -> bool:
        return self.state in {self.State.OPEN, self.State.EVIDENCE_DUE}

    @property
    def is_lost(self) -> bool:
        return self.state in {self.State.LOST, self.State.ACCEPTED}

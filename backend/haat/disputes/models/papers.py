"""Papers of a case: proofs of delivery, bills, letters. The files are private; the provider gets copies."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from haat.core.models import Entity
from haat.disputes.models.cases import Case


class Paper(Entity):
    class Kind(models.TextChoices):
        """As the provider names them."""

        SHIPPING = "shipping_proof"
        BILLING = "billing_proof"
        CANCELLATION = "cancellation_proof"
        COMMUNICATION = "customer_communication"
        SERVICE = "proof_of_service"
        LETTER = "explanation_letter"
        REFUND = "refund_confirmation"
        ACTIVITY = "access_activity_log"
        POLICY = "refund_cancellation_policy"
        TERMS = "term_and_conditions"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="papers")
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=30, choices=Kind.choices)
    name = models.CharField(max_length=120)
    file = models.CharField(max_length=200)
    mime = models.CharField(max_length=40)
    file_bytes = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    provider_document_id = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "sha256", "kind"], name="disputes_paper_once"),
            models.CheckConstraint(name="disputes_paper_size", condition=Q(file_bytes__gt=0)),
        ]

    def __str__(self) -> str:
        return self.name

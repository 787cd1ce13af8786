"""What a seller says to a dispute, in its own words."""

from __future__ import annotations

from django.db import models

from haat.core.models import Entity
from haat.disputes.models.cases import Case


class Answer(Entity):
    """One a seller and case: asked for when the case is opened, written until the evidence is sent."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="answers")
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, related_name="+")
    words = models.CharField(max_length=1000, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "seller"], name="disputes_answer_once")]

"""Counters of numbers. A counter is taken in the transaction that writes the document, so a number is never lost."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from haat.core.models import Entity

SERIAL_MAX = 9_999_999  # with it a number has the sixteen characters that the law allows


class Series(Entity):
    """One supplier's documents of one kind in one financial year."""

    supplier_key = models.CharField(max_length=48)  # the tax number; who has none: whose documents they are
    kind = models.CharField(max_length=24)
    year = models.PositiveSmallIntegerField()  # in which the financial year began
    prefix = models.CharField(max_length=9)  # ASI/2627/
    last_serial = models.PositiveIntegerField()
    last_on = models.DateField()  # dates of a series never go back

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["supplier_key", "kind", "year"], name="documents_series_once"),
            models.UniqueConstraint(fields=["supplier_key", "prefix"], name="documents_series_prefix"),
            models.CheckConstraint(
                name="documents_series_serial", condition=Q(last_serial__gte=1, last_serial__lte=SERIAL_MAX)
            ),
            models.CheckConstraint(name="documents_series_letters", condition=Q(prefix__regex=r"^[A-Z0-9/-]{1,9}$")),
        ]

    def __str__(self) -> str:
        return f"{self.prefix}…"

"""Months whose commission is invoiced."""

from __future__ import annotations

from django.db import models

from haat.core.models import InsertOnly


class ClosedMonth(InsertOnly):
    first = models.DateField(unique=True)
    at = models.DateTimeField()

"""Numbers of orders."""

from __future__ import annotations

from django.db import models


class NumberSeries(models.Model):
    """Counter of a year's order numbers; taken by UPDATE … RETURNING in the order's own transaction."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    next_number = models.PositiveIntegerField(default=1)

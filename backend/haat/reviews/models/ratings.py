"""The figures of a product."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F

from haat.core.models import Timestamped


class Rating(Timestamped):
    """How many published reviews of a product gave how many stars. Written only under its own lock (services.ratings)."""

    product: models.OneToOneField[Any, Any] = models.OneToOneField(
        "catalog.Product", on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    ones = models.PositiveIntegerField(default=0)
    twos = models.PositiveIntegerField(default=0)
    threes = models.PositiveIntegerField(default=0)
    fours = models.PositiveIntegerField(default=0)
    fives = models.PositiveIntegerField(default=0)
    worded = models.PositiveIntegerField(default=0)  # of them with words
    total = models.GeneratedField(
        expression=F("ones") + F("twos") + F("threes") + F("fours") + F("fives"),
        output_field=models.PositiveIntegerField(),
        db_persist=True,
    )

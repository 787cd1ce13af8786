"""What people looked for and chose. Nothing says who: no person, session, address or device is written here."""

from __future__ import annotations

from typing import Any

from django.db import models

from haat.core.models import InsertOnly


class Question(InsertOnly):
    """Words searched for, and how often within a minute or so. What looks like a phone number is cut out before."""

    text = models.CharField(max_length=100)
    found = models.PositiveIntegerField()
    times = models.PositiveIntegerField(default=1)
    read_as = models.CharField(max_length=100, blank=True)  # how mistyped words were read

    class Meta:
        indexes = [models.Index(fields=["-created_at"], name="search_question_newest")]


class Choice(InsertOnly):
    """A product chosen from the results of a question, and the place it stood at."""

    text = models.CharField(max_length=100)
    product: models.ForeignKey[Any, Any] = models.ForeignKey(
        "catalog.Product", on_delete=models.CASCADE, related_name="+"
    )
    position = models.PositiveSmallIntegerField()

    class Meta:
        indexes = [models.Index(fields=["-created_at"], name="search_choice_newest")]

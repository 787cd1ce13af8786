"""What a brand says about words: which mean the same, and what comes first for a question."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from haat.core.models import Entity


class Synonym(Entity):
    """Words or short phrases that mean the same. With `one_way`, only the first one also finds the others."""

    words: models.Field[list[str], list[str]] = ArrayField(models.CharField(max_length=60), size=12)
    one_way = models.BooleanField(default=False)
    import_key = models.CharField(max_length=120, null=True, unique=True)  # of the manifest's row it came from

    class Meta:
        ordering = ["words"]
        constraints = [models.CheckConstraint(name="search_synonym_several", condition=Q(words__len__gte=2))]


class Curated(Entity):
    """A product that is pinned to a place of a question's results, or kept out of them."""

    question = models.CharField(max_length=100)  # folded, as `words.folded` gives it
    product: models.ForeignKey[Any, Any] = models.ForeignKey(
        "catalog.Product", on_delete=models.CASCADE, related_name="+"
    )
    position = models.PositiveSmallIntegerField(null=True)  # from 1; None hides it

    class Meta:
        ordering = ["question", "position"]
        constraints = [
            models.UniqueConstraint(fields=["question", "product"], name="search_curated_once"),
            models.CheckConstraint(name="search_curated_place", condition=Q(position=None) | Q(position__gte=1)),
        ]

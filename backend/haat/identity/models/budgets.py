"""Who used up what: codes sent, proofs tried. In PostgreSQL, so that no restart of a cache forgives anything."""

from __future__ import annotations

from django.db import models


class Use(models.Model):
    """One unit taken from a budget of the last minutes, hours or day. `subject` is a keyed hash, never a number."""

    id = models.BigAutoField(primary_key=True)
    scope = models.CharField(max_length=20)  # code.person | code.device | try.account …
    subject = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["scope", "subject", "at"], name="identity_use_window"),
            models.Index(fields=["at"], name="identity_use_age"),
        ]


class DayCount(models.Model):
    """What a brand, or the platform, has used of one day's budget."""

    id = models.BigAutoField(primary_key=True)
    scope = models.CharField(max_length=20)
    subject = models.CharField(max_length=64)
    day = models.DateField()
    used = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scope", "subject", "day"], name="identity_daycount_once"),
        ]

"""How a person wants to see a list: filters, order and columns under a name."""

from __future__ import annotations

from django.db import models

from haat.core.models import Entity


class SavedView(Entity):
    """`query` is the state of the list as its address has it; it is read by the screen alone. Nobody else sees it.

    One with `is_default` is what the person finds who opens the list without saying more.
    """

    user_id = models.UUIDField()
    seller_id = models.UUIDField(null=True)  # of which shop's portal; none: the brand's own
    place = models.CharField(max_length=40)  # the list: products
    name = models.CharField(max_length=40)
    query = models.CharField(max_length=1000, blank=True)
    is_default = models.BooleanField(default=False)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "created_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user_id", "seller_id", "place", "name"], name="saved_views_view_once", nulls_distinct=False
            ),
            models.UniqueConstraint(
                fields=["user_id", "seller_id", "place"], name="saved_views_view_one_default", nulls_distinct=False,
                condition=models.Q(is_default=True),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

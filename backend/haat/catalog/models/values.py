"""What a product, or one of its variants, says for an attribute."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from haat.catalog.models.attributes import Attribute, AttributeChoice
from haat.catalog.models.products import Product, Variant
from haat.core.measures import measure_text
from haat.core.models import Entity


def _only(column: str, kinds: list[str]) -> Q:
    """A value of these kinds fills this column and no other."""
    filled = {"text": ~Q(text=""), "number": Q(number__isnull=False), "is_true": Q(is_true__isnull=False),
              "day": Q(day__isnull=False), "choice": Q(choice__isnull=False)}  # fmt: skip
    rule = Q(kind__in=kinds)
    for name, condition in filled.items():
        rule &= condition if name == column else ~condition
    return rule


class AttributeValue(Entity):
    """One value; several rows for an attribute of several choices. `kind` is the attribute's, so that the database
    can see that the value is of its kind.
    """

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="values")
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, null=True, related_name="values")
    attribute = models.ForeignKey(Attribute, on_delete=models.PROTECT, related_name="values")
    kind = models.CharField(max_length=9)
    choice = models.ForeignKey(AttributeChoice, on_delete=models.PROTECT, null=True, related_name="values")
    text = models.TextField(blank=True)
    number = models.DecimalField(max_digits=14, decimal_places=4, null=True)
    is_true = models.BooleanField(null=True)
    day = models.DateField(null=True)

    class Meta:
        ordering = ["attribute__position", "attribute__name", "choice__position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["product", "variant", "attribute", "choice"],
                name="catalog_attributevalue_once", nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="catalog_attributevalue_of_kind",
                condition=_only("text", ["text", "rich_text"]) | _only("number", ["number"])
                | _only("choice", ["choice", "choices", "colour"]) | _only("is_true", ["boolean"])
                | _only("day", ["date"]),
            ),
        ]  # fmt: skip

    @property
    def plain(self) -> Any:
        """As the API takes and gives it: a label, a number as text, true or false, a date, a text."""
        if self.choice is not None:
            return self.choice.label
        if self.number is not None:
            return measure_text(self.number)
        if self.is_true is not None:
            return self.is_true
        return str(self.day) if self.day else self.text

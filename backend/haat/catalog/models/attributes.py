"""What a brand says about its goods in a form that can be counted: typed attributes, their choices and places."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from haat.catalog.models.tree import Category
from haat.core.models import Entity

FACETED = ["choice", "choices", "colour", "number", "boolean"]
SPLITTING = ["choice", "colour", "number"]


class Attribute(Entity):
    """One kind of fact, such as the capacity of a glass. Its kind and code never change; archived ones stay readable."""

    class Kind(models.TextChoices):
        TEXT = "text"
        NUMBER = "number"  # with a unit
        CHOICE = "choice"
        CHOICES = "choices"  # several at once
        BOOLEAN = "boolean"
        COLOUR = "colour"  # a choice with a swatch
        DATE = "date"
        RICH_TEXT = "rich_text"  # Markdown

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=30)  # as long as the name of a facet may be
    kind = models.CharField(max_length=9, choices=Kind.choices)
    unit = models.CharField(max_length=12, blank=True)
    is_facet = models.BooleanField(default=False)
    is_axis = models.BooleanField(default=False)  # what variants of one product differ in
    is_required = models.BooleanField(default=False)
    position = models.PositiveIntegerField(default=0)
    archived_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="catalog_attribute_name_once", condition=Q(archived_at=None)),
            models.CheckConstraint(
                name="catalog_attribute_facet_countable", condition=Q(is_facet=False) | Q(kind__in=FACETED)
            ),
            models.CheckConstraint(
                name="catalog_attribute_axis_splits", condition=Q(is_axis=False) | Q(kind__in=SPLITTING)
            ),
            models.CheckConstraint(name="catalog_attribute_unit_of_number", condition=Q(unit="") | Q(kind="number")),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def has_choices(self) -> bool:
        return self.kind in {self.Kind.CHOICE, self.Kind.CHOICES, self.Kind.COLOUR}


class AttributeChoice(Entity):
    """One of the values that may be chosen, in the brand's order."""

    attribute = models.ForeignKey(Attribute, on_delete=models.CASCADE, related_name="choices")
    label = models.CharField(max_length=40)  # as long as the value of a facet may be
    swatch = models.CharField(max_length=7, blank=True)
    position = models.PositiveIntegerField(default=0)
    archived_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["position", "label"]
        constraints = [
            models.UniqueConstraint("attribute", Lower("label"), name="catalog_attributechoice_once"),
            models.CheckConstraint(
                name="catalog_attributechoice_swatch", condition=Q(swatch="") | Q(swatch__regex=r"^#[0-9a-f]{6}$")
            ),
        ]

    def __str__(self) -> str:
        return self.label


class AttributePlace(Entity):
    """Goods of this category, and of all below it, have this attribute."""

    attribute = models.ForeignKey(Attribute, on_delete=models.CASCADE, related_name="places")
    category = models.ForeignKey(Category, on_delete=models.CASCADE, related_name="places")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["attribute", "category"], name="catalog_attributeplace_once"),
        ]

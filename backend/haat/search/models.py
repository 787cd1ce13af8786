"""What is searched: one row a product in the shop, and the words that occur. Both follow from the catalogue."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models

from haat.core.models import Timestamped

LANGUAGE = "english"  # stems “serums” to “serum”; words of other languages are kept as they are


class Document(Timestamped):
    """A product as search sees it, with what lists filter, count and sort by. `vector` is kept by the database."""

    product: models.OneToOneField[Any, Any] = models.OneToOneField(
        "catalog.Product", on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    title = models.TextField()
    about = models.TextField(blank=True)  # categories, sellers, tags, SKUs
    body = models.TextField(blank=True)  # description and specifications
    categories: models.Field[list[UUID], list[UUID]] = ArrayField(models.UUIDField())  # from the root down
    sellers: models.Field[list[str], list[str]] = ArrayField(models.CharField(max_length=60))  # slugs
    origin = models.CharField(max_length=2)
    price_minor = models.BigIntegerField()  # of the offer that is shown
    discount_bp = models.PositiveIntegerField()  # off the MRP, in hundredths of a percent
    in_stock = models.BooleanField()
    published_at = models.DateTimeField()
    vector = models.GeneratedField(
        expression=SearchVector("title", weight="A", config=LANGUAGE)
        + SearchVector("about", weight="B", config=LANGUAGE)
        + SearchVector("body", weight="D", config=LANGUAGE)
        + SearchVector("title", "about", weight="C", config="simple"),  # unstemmed, for words half typed
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        indexes = [
            GinIndex(fields=["vector"], name="search_document_text"),
            GinIndex(fields=["categories"], name="search_document_categories"),
            GinIndex(fields=["sellers"], name="search_document_sellers"),
            models.Index(fields=["-published_at"], name="search_document_newest"),
            models.Index(fields=["price_minor"], name="search_document_price"),
        ]


class Word(models.Model):
    """A word of some product: what a mistyped one may have meant."""

    text = models.CharField(max_length=40, primary_key=True)

    class Meta:
        indexes = [GinIndex(fields=["text"], opclasses=["gin_trgm_ops"], name="search_word_similar")]

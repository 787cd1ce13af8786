"""What is searched: one row a product in the shop, its counts by facet, and the words that occur.

All of it follows from the catalogue and can be written anew at any time (docs/adr/0024).
"""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import MD5

from haat.core.models import Timestamped
from haat.reviews.types import UNRATED

LANGUAGE = "english"  # stems “serums” to “serum”; words of other languages are kept as they are


class Document(Timestamped):
    """A product as lists show, filter, count and sort it. Both vectors are kept by the database.

    `card` is what a list shows. `facets` are the values it is filtered and counted by, as `name=value`; `variants`
    has one text a variant with all values that hold for it, `|name=value|name=value|`, so that two values can be
    asked of one and the same variant.
    """

    product: models.OneToOneField[Any, Any] = models.OneToOneField(
        "catalog.Product", on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    title = models.TextField()
    about = models.TextField(blank=True)  # categories, sellers, tags, SKUs
    body = models.TextField(blank=True)  # description and specifications
    card: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict, db_default={})
    facets: models.Field[list[str], list[str]] = ArrayField(models.TextField(), default=list, db_default=[])
    variants: models.Field[list[str], list[str]] = ArrayField(models.TextField(), default=list, db_default=[])
    # Read by the version before this one, which may still be running beside it; nothing here does
    categories: models.Field[list[Any], list[Any]] = ArrayField(models.UUIDField(), default=list, db_default=[])
    sellers: models.Field[list[str], list[str]] = ArrayField(
        models.CharField(max_length=60), default=list, db_default=[]
    )
    origin = models.CharField(max_length=2)
    price_minor = models.BigIntegerField()  # of the offer that is shown
    rating_rank = models.PositiveIntegerField(
        default=UNRATED, db_default=UNRATED
    )  # thousandths of a star, cautious about few
    discount_bp = models.PositiveIntegerField()  # off the MRP, in hundredths of a percent
    in_stock = models.BooleanField()
    published_at = models.DateTimeField()
    popularity = models.PositiveIntegerField(default=0, db_default=0)  # times chosen from results lately
    names = models.GeneratedField(
        expression=SearchVector("title", weight="A", config=LANGUAGE)
        + SearchVector("about", weight="B", config=LANGUAGE)
        + SearchVector("title", "about", weight="C", config="simple"),  # unstemmed, for words half typed
        output_field=SearchVectorField(),
        db_persist=True,
    )
    vector = models.GeneratedField(
        expression=SearchVector("title", weight="A", config=LANGUAGE)
        + SearchVector("about", weight="B", config=LANGUAGE)
        + SearchVector("body", weight="D", config=LANGUAGE)
        + SearchVector("title", "about", weight="C", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        indexes = [
            GinIndex(fields=["names"], name="search_document_names"),
            GinIndex(fields=["vector"], name="search_document_text"),
            GinIndex(fields=["facets"], name="search_document_facets"),
            models.Index(
                F("in_stock").desc(), F("published_at").desc(), F("product"), name="search_document_by_newest"
            ),
            models.Index(F("in_stock").desc(), F("price_minor"), F("product"), name="search_document_by_price"),
            models.Index(
                F("in_stock").desc(), F("price_minor").desc(), F("product"), name="search_document_by_dearest"
            ),
            models.Index(F("in_stock").desc(), F("discount_bp").desc(), F("product"), name="search_document_by_saving"),
            models.Index(F("in_stock").desc(), F("rating_rank").desc(), F("product"), name="search_document_by_rating"),
            models.Index(F("in_stock").desc(), F("origin"), F("product"), name="search_document_by_origin"),
            models.Index(MD5("title"), name="search_document_title"),
            models.Index(fields=["updated_at"], condition=Q(card={}), name="search_document_unwritten"),
        ]


class Count(models.Model):
    """How many products a value of a facet has, in the whole shop or in one category; kept as documents change."""

    id = models.BigAutoField(primary_key=True)
    scope = models.UUIDField()  # a category, or NOWHERE for the whole shop
    facet = models.TextField()  # `name=value` as in the document; empty for the number of products
    total = models.IntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scope", "facet"], name="search_count_once")]
        indexes = [models.Index(F("scope"), F("total").desc(), name="search_count_most")]


class Label(models.Model):
    """How the value of a facet is written; the first product that had it decides."""

    facet = models.TextField(primary_key=True)  # `name=value`
    name = models.TextField()
    value = models.TextField()


class Word(models.Model):
    """A word of some product: what a mistyped one may have meant. `total` is the number of products with it."""

    text = models.CharField(max_length=40, primary_key=True)
    total = models.IntegerField(default=1, db_default=1)

    class Meta:
        indexes = [GinIndex(fields=["text"], opclasses=["gin_trgm_ops"], name="search_word_similar")]

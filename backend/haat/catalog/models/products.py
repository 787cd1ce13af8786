"""Products and what of them can be put into a parcel."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from haat.catalog.models.tree import Category
from haat.core.models import Entity

CODE = r"^[A-Z]{2}$"
MONTH = r"^20[0-9]{2}-(0[1-9]|1[0-2])$"


class Product(Entity):
    """One page of the shop. `missing` says why it cannot be published yet; empty means that it can.

    `import_key` and `import_hash` name the row of a file it came from, so that the file can be read again.
    """

    class Status(models.TextChoices):
        DRAFT = "draft"
        PROPOSED = "proposed"
        PUBLISHED = "published"
        REJECTED = "rejected"
        ARCHIVED = "archived"

    slug = models.SlugField(max_length=120, unique=True)
    title = models.CharField(max_length=250)
    description = models.TextField(blank=True)
    category = models.ForeignKey(Category, on_delete=models.PROTECT, null=True, related_name="products")
    seller = models.ForeignKey("sellers.Seller", on_delete=models.PROTECT, null=True, related_name="+")  # who proposed
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DRAFT)
    rejection_reason = models.TextField(blank=True)
    country_of_origin = models.CharField(max_length=2, blank=True)  # ISO 3166-1; the law wants it shown
    manufacturer = models.CharField(max_length=300, blank=True)  # name and address, as the law wants them shown
    importer = models.CharField(max_length=300, blank=True, db_default="")  # the same; needed of goods from abroad
    packer = models.CharField(max_length=300, blank=True, db_default="")  # where it is not the manufacturer
    made_month = models.CharField(max_length=7, blank=True, db_default="")  # 2026-04, where the goods are dated
    imported_month = models.CharField(max_length=7, blank=True, db_default="")
    seo_title = models.CharField(max_length=70, blank=True, db_default="")
    seo_description = models.CharField(max_length=200, blank=True, db_default="")
    tags: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    specifications: models.JSONField[list[dict[str, str]], list[dict[str, str]]] = models.JSONField(default=list)
    missing: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    import_key = models.CharField(max_length=120, unique=True, null=True)
    import_hash = models.CharField(max_length=32, blank=True)
    revision = models.PositiveIntegerField(
        default=0, db_default=0
    )  # times it was edited: who edits says which one they saw
    published_at = models.DateTimeField(null=True)
    archived_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["status", "-created_at"], name="catalog_product_by_status"),
            models.Index(fields=["seller", "-created_at"], name="catalog_product_by_seller"),
        ]
        constraints = [
            models.CheckConstraint(
                name="catalog_product_published_complete",
                condition=~Q(status="published")
                | (Q(category__isnull=False, published_at__isnull=False) & ~Q(country_of_origin="")),
            ),
            models.CheckConstraint(
                name="catalog_product_origin_is_code",
                condition=Q(country_of_origin="") | Q(country_of_origin__regex=CODE),
            ),
            models.CheckConstraint(
                name="catalog_product_months",
                condition=(Q(made_month="") | Q(made_month__regex=MONTH))
                & (Q(imported_month="") | Q(imported_month__regex=MONTH)),
            ),
            models.CheckConstraint(
                name="catalog_product_rejected_with_reason",
                condition=~Q(status="rejected") | ~Q(rejection_reason=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def live_variants(self) -> list[Variant]:
        return [variant for variant in self.variants.all() if variant.archived_at is None]


class Variant(Entity):
    """One thing that can be put into a parcel: a size, a colour, a pack."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="variants")
    sku = models.CharField(max_length=64, unique=True)
    options: models.JSONField[list[dict[str, str]], list[dict[str, str]]] = models.JSONField(default=list)
    hsn = models.CharField(max_length=8, blank=True)  # tax classification
    net_quantity = models.CharField(max_length=60, blank=True)
    weight_g = models.PositiveIntegerField(null=True)
    barcode = models.CharField(max_length=14, blank=True)
    position = models.PositiveIntegerField(default=0)
    archived_at = models.DateTimeField(null=True)  # taken out of the product; orders and stock keep pointing at it
    is_bundle = models.BooleanField(default=False, db_default=False)  # made of others, has no stock of its own
    is_live = models.BooleanField(default=True, db_default=True)  # not while the brand still has to agree to it

    class Meta:
        ordering = ["position", "sku"]
        constraints = [
            models.UniqueConstraint(fields=["id", "is_bundle"], name="catalog_variant_kind"),  # for keys of components
            models.CheckConstraint(
                name="catalog_variant_hsn", condition=Q(hsn="") | Q(hsn__regex=r"^([0-9]{4}|[0-9]{6}|[0-9]{8})$")
            ),
        ]

    def __str__(self) -> str:
        return self.sku

    @property
    def label(self) -> str:
        """The options as people read them: “Clear, Set of 2”; empty for a product with one variant."""
        return ", ".join(option["value"] for option in self.options)

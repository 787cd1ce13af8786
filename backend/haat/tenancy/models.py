"""Brands and their domains: shared tables that only the platform's own role may read."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q, Value
from django_tenants.models import DomainMixin, TenantMixin

from haat.core.ids import new_id, new_token
from haat.core.models import Entity, Timestamped


def webhook_token() -> str:
    return new_token(24)


class Brand(TenantMixin, Entity):
    """One marketplace: a schema, a database role, domains. A spare is a migrated brand that nobody owns yet.

    `schema_name` is opaque and never changes; `settings` are rules that code reads, `presentation` is what pages show.
    """

    class Status(models.TextChoices):
        SPARE = "spare"
        PROVISIONING = "provisioning"
        ACTIVE = "active"
        SUSPENDED = "suspended"
        CLOSING = "closing"
        DELETED = "deleted"

    status = models.CharField(max_length=16, choices=Status.choices, default=Status.SPARE)
    slug = models.SlugField(max_length=40, unique=True, null=True)
    name = models.CharField(max_length=120, blank=True)
    legal_name = models.CharField(max_length=200, blank=True)
    country = models.CharField(max_length=2, default="IN", db_default="IN")  # whose tax law and addresses it uses
    currency = models.CharField(max_length=3, default="INR")
    locale = models.CharField(max_length=12, default="en-IN")
    home_state = models.CharField(max_length=2, blank=True)  # GST state code
    gstin = models.CharField(max_length=15, blank=True)
    order_prefix = models.CharField(max_length=3, unique=True, null=True)
    document_code = models.CharField(max_length=2, unique=True, null=True)  # in invoice series, unique on the platform
    settings: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)
    presentation: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)
    manifest_hash = models.CharField(max_length=64, blank=True)
    webhook_token = models.CharField(max_length=64, unique=True, default=webhook_token)
    plan = models.CharField(
        max_length=20, default="standard", db_default="standard"
    )  # how many requests a minute (settings.HAAT_PLANS)
    primary_host = models.CharField(
        max_length=253, blank=True, db_default=""
    )  # of the storefront; empty: its host below the platform
    frontends: models.JSONField[list[str], list[str]] = models.JSONField(
        default=list, db_default=Value([], models.JSONField())
    )  # origins of headless frontends
    shipping: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(
        default=dict, db_default=Value({}, models.JSONField())
    )  # zones and their rates (shipping/document.py); its form is a constraint of the table
    launched_at = models.DateTimeField(null=True)

    auto_create_schema = False
    auto_drop_schema = False

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="tenancy_brand_named_unless_spare",
                condition=Q(status="spare", slug=None) | (~Q(status="spare") & Q(slug__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.schema_name

    @property
    def is_running(self) -> bool:
        return self.status in {self.Status.ACTIVE, self.Status.PROVISIONING}

    @property
    def is_house(self) -> bool:
        return self.slug == HOUSE

    def policy(self, name: str, default: Any = None) -> Any:
        """A rule of this brand, such as `return_window_days`."""
        return self.settings.get("policies", {}).get(name, default)


HOUSE = "house"  # the reserved brand that keeps the platform's own books and audit


class Domain(DomainMixin, Entity):
    """A host name of a storefront. Only a live one is served. Several brands may claim a name, one can prove it."""

    class Status(models.TextChoices):
        PENDING_DNS = "pending_dns"
        VERIFIED = "verified"
        LIVE = "live"
        FAILED = "failed"
        REMOVED = "removed"

    status = models.CharField(max_length=12, choices=Status.choices, default=Status.PENDING_DNS)
    proof_token = models.CharField(max_length=64, default=new_token)
    problem = models.CharField(
        max_length=30, blank=True, db_default=""
    )  # why it is not live, for people (domains.PROBLEMS)
    failures = models.PositiveSmallIntegerField(
        default=0, db_default=0
    )  # checks in a row that did not find what they look for
    checked_at = models.DateTimeField(null=True)
    check_at = models.DateTimeField(null=True)  # when it is looked at again
    verified_at = models.DateTimeField(null=True)
    live_at = models.DateTimeField(null=True)
    domain = models.CharField(max_length=253, db_index=True)  # lower case, IDNA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["domain"], condition=Q(status__in=["verified", "live"]), name="tenancy_domain_one_proven"
            ),
            models.UniqueConstraint(
                fields=["tenant", "domain"], condition=~Q(status="removed"), name="tenancy_domain_once_a_brand"
            ),
            models.UniqueConstraint(fields=["tenant"], condition=Q(is_primary=True), name="tenancy_domain_one_primary"),
        ]


class ChainEnd(Timestamped):
    """Where a chain of seals in a brand ends: kept out of the brand's reach, so that cutting it off shows."""

    position = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=80)
    mac = models.CharField(max_length=80)  # keyed hash of brand, position and hash
    verified_at = models.DateTimeField(null=True)  # when the whole chain was last walked through …
    verified_position = models.PositiveBigIntegerField(default=0, db_default=0)  # … up to here …
    faults: models.JSONField[list[str], list[str]] = models.JSONField(default=list)  # … and what was wrong

    class Meta:
        abstract = True


class SealHead(ChainEnd):
    """The end of a brand's audit log."""

    brand = models.OneToOneField(Brand, on_delete=models.CASCADE, primary_key=True, related_name="seal_head")


class LedgerHead(ChainEnd):
    """The end of a brand's books."""

    brand = models.OneToOneField(Brand, on_delete=models.CASCADE, primary_key=True, related_name="ledger_head")
    checks: models.JSONField[list[dict[str, Any]], list[dict[str, Any]]] = models.JSONField(
        default=list, db_default=[]
    )  # each invariant as it was last found


class SchemaScript(models.Model):
    """The recorded DDL of a freshly migrated brand schema, so that the next one is made in a moment."""

    id = models.UUIDField(primary_key=True, default=new_id)
    fingerprint = models.CharField(max_length=64, unique=True)  # of the migrations it stands for
    statements: models.JSONField[list[str], list[str]] = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)

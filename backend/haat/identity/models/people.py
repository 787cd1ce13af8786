"""People, and the roles that are their only power."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from haat.core.models import Entity
from haat.identity.identifiers import Identifier
from haat.identity.permissions import permissions_of


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email=username)


class User(AbstractBaseUser, Entity):
    """One person for the whole platform. Power comes from memberships alone, never from a flag here."""

    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(unique=True, null=True)
    phone = models.CharField(max_length=16, unique=True, null=True)  # E.164
    is_active = models.BooleanField(default=True)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    erased_at = models.DateTimeField(null=True)
    security_version = models.PositiveIntegerField(default=1)  # raised to end every session and token at once

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = UserManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="identity_user_reachable",
                condition=Q(email__isnull=False) | Q(phone__isnull=False) | Q(is_active=False),
            ),
            models.CheckConstraint(
                name="identity_user_gone_is_closed",
                condition=Q(is_active=False) | Q(merged_into=None, erased_at=None),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email or self.phone or str(self.pk)

    @property
    def masked_contact(self) -> str:
        """One address of theirs, so that colleagues recognise it and nobody learns it."""
        channel = "email" if self.email else "sms"
        return Identifier(self.email or self.phone or "", channel).masked

    @property
    def addresses(self) -> list[str]:
        """Where they can be reached, each proved by a code."""
        return [value for value in (self.email, self.phone) if value]


class Membership(Entity):
    """A person's role in a scope: one seller of a brand, one brand, or the platform."""

    class Scope(models.TextChoices):
        SELLER = "seller"
        BRAND = "brand"
        PLATFORM = "platform"

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    scope = models.CharField(max_length=8, choices=Scope.choices)
    brand_id = models.UUIDField(null=True)
    seller_id = models.UUIDField(null=True)
    role = models.CharField(max_length=20)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="identity_membership_scope_complete",
                condition=Q(scope="platform", brand_id=None, seller_id=None)
                | Q(scope="brand", brand_id__isnull=False, seller_id=None)
                | Q(scope="seller", brand_id__isnull=False, seller_id__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["user", "scope", "brand_id", "seller_id"],
                condition=Q(revoked_at=None),
                nulls_distinct=False,
                name="identity_membership_once",
            ),
        ]

    @property
    def permissions(self) -> frozenset[str]:
        return permissions_of(self.scope, self.role)


def describe(memberships: list[Membership]) -> list[dict[str, Any]]:
    """Memberships as clients see them."""
    return [
        {"scope": m.scope, "role": m.role, "brand": str(m.brand_id or ""), "seller": str(m.seller_id or "")}
        for m in memberships
    ]

"""Facts of identity that other apps react to, and the places that people work at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from haat.core.events import Event

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class SecurityNoted(Event):
    """Something happened to a person's sign-in or roles that belongs in a log: a brand's, or the platform's without one."""

    topic: ClassVar[str] = "identity.security_noted"
    private: ClassVar[tuple[str, ...]] = ("before", "after")  # a changed address or phone, say
    action: str  # login.succeeded, membership.revoked
    user_id: str
    user_name: str
    brand_id: str | None
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None
    reason: str = ""
    facts: dict[str, Any] = field(default_factory=dict)  # address and the like, as known where it happened


@dataclass(frozen=True, slots=True)
class SellerStaffContactChanged(Event):
    """Published in the brand of a seller: one of its people signs in by another phone or e-mail from now on."""

    topic: ClassVar[str] = "identity.seller_staff_contact_changed"
    seller_id: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a team works: one seller of a brand, one brand, or the platform."""

    scope: str
    brand_id: UUID | None
    seller_id: UUID | None
    name: str

    @property
    def portal(self) -> str:
        return {"seller": "seller", "brand": "admin", "platform": "platform"}[self.scope]

    @property
    def keys(self) -> dict[str, Any]:
        return {"scope": self.scope, "brand_id": self.brand_id, "seller_id": self.seller_id}


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose eyes a member of staff borrows: a seller, a customer's person, or a brand, on its portal."""

    portal: str
    brand_id: UUID
    id: UUID
    name: str

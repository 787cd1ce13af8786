"""Facts of tenancy that others react to."""

from dataclasses import dataclass
from typing import Any, ClassVar

from haat.core.events import Event


@dataclass(frozen=True, slots=True)
class BrandLaunched(Event):
    topic: ClassVar[str] = "tenancy.brand_launched"
    brand_id: str


@dataclass(frozen=True, slots=True)
class BrandChanged(Event):
    topic: ClassVar[str] = "tenancy.brand_changed"
    brand_id: str


@dataclass(frozen=True, slots=True)
class BrandDecided(Event):
    """Somebody of the platform launched, suspended or reactivated a brand; `action` is the audit log's word for it."""

    topic: ClassVar[str] = "tenancy.brand_decided"
    brand_id: str
    action: str
    reason: str = ""
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class BrandConfigured(Event):
    """Something in a brand's set-up changed, for its own audit log."""

    topic: ClassVar[str] = "tenancy.brand_configured"
    brand_id: str
    action: str  # subject.verb
    label: str
    before: Any = None
    after: Any = None


@dataclass(frozen=True, slots=True)
class BrandOwnerNamed(Event):
    """The person who is to own a brand."""

    topic: ClassVar[str] = "tenancy.brand_owner_named"
    private: ClassVar[tuple[str, ...]] = ("owner_name", "owner_email")
    brand_id: str
    owner_name: str
    owner_email: str

"""Facts of tenancy that others react to."""

from dataclasses import dataclass
from typing import ClassVar

from haat.core.events import Event


@dataclass(frozen=True, slots=True)
class BrandLaunched(Event):
    topic: ClassVar[str] = "tenancy.brand_launched"
    brand_id: str


@dataclass(frozen=True, slots=True)
class BrandChanged(Event):
    topic: ClassVar[str] = "tenancy.brand_changed"
    brand_id: str

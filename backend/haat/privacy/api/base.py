"""Endpoints of a signed-in person about themselves; they run outside the brand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.core.api.base import HaatAPI

if TYPE_CHECKING:
    from uuid import UUID

    from haat.identity.models import User


class MyAPI(HaatAPI):
    """On a brand's storefront `brand` is that brand, and everything is about it alone; elsewhere about all."""

    @property
    def user(self) -> User:
        found: User = self.identity.user
        return found

    @property
    def brand_id(self) -> UUID | None:
        return self.brand.pk if self.brand else None

    @property
    def sender(self) -> str:
        """Who speaks in messages."""
        return str(self.brand.name) if self.brand else "Haat"

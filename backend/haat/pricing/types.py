"""What a choice between offers needs and gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from haat.catalog.models import Offer


@dataclass(frozen=True, slots=True)
class Candidate:
    """An offer with the units left and what its seller takes for shipping."""

    offer: Offer
    available: int
    shipping_minor: int = 0

    @property
    def in_stock(self) -> bool:
        return self.available > 0

    @property
    def price_minor(self) -> int:
        return self.offer.price_minor

    @property
    def mrp_minor(self) -> int:
        return self.offer.mrp_minor

    @property
    def currency(self) -> str:
        return self.offer.currency

    @property
    def landed_minor(self) -> int:
        return self.offer.price_minor + self.shipping_minor


@dataclass(frozen=True, slots=True)
class Choice:
    """The offer shown first, and why in one sentence. Never stored: it follows from prices and stock."""

    offer_id: UUID
    reason: str
    code: str = ""
    ranked: tuple[UUID, ...] = ()  # every offer that sells, the best first


@dataclass(frozen=True, slots=True)
class Standing:
    """A seller's place among all that sell a variant; `to_win_minor` is the highest price that would put them first."""

    place: int
    sellers: int
    code: str
    sentence: str
    to_win_minor: int | None

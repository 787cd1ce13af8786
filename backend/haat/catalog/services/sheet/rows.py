"""What a row wants and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from uuid import UUID

    from haat.catalog.models import Offer, Product, Variant

Verb = Literal["create", "change", "unchanged", "refused"]


@dataclass(frozen=True, slots=True)
class By:
    """On whose behalf: a seller may write their own goods and offers, staff (None) everybody's."""

    seller_id: UUID | None
    auto_approve: bool
    currency: str
    drafts_only: bool = False  # what is no draft any more is left to people


@dataclass(slots=True)
class Wanted:
    """One row. A name that is absent in `words`, `variant` or `offer` leaves its value as it is.

    `handle` is the file's own name for the product; rows that share it are its variants. `defaults` count only
    where the product or offer is new.
    """

    number: int
    seller_id: UUID
    sku: str
    handle: str = ""
    words: dict[str, Any] = field(default_factory=dict)
    variant: dict[str, Any] = field(default_factory=dict)
    offer: dict[str, Any] = field(default_factory=dict)
    specifications: list[dict[str, str]] = field(default_factory=list)  # laid over those that are there
    defaults: dict[str, Any] = field(default_factory=dict)
    hsn_default: str = ""
    keeps_archived: bool = False  # what is archived stays so, instead of becoming a draft again


@dataclass(slots=True)
class Fate:
    """What a row does. `before` and `after` hold what it changes: {"product" | "variant" | "offer": {field: value}}."""

    number: int
    verb: Verb = "unchanged"
    column: str = ""
    message: str = ""
    product: Product | None = None
    variant: Variant | None = None
    offer: Offer | None = None
    before: dict[str, dict[str, Any]] = field(default_factory=dict)
    after: dict[str, dict[str, Any]] = field(default_factory=dict)
    made: list[str] = field(default_factory=list)  # of product, variant, offer: what this row makes

    def note(self, part: str, name: str, old: Any, new: Any) -> None:
        """Remember a change; the oldest value and the newest stay."""
        self.before.setdefault(part, {}).setdefault(name, old)
        self.after.setdefault(part, {})[name] = new
        if self.verb == "unchanged":
            self.verb = "change"

    def make(self, part: str) -> None:
        self.made.append(part)
        self.verb = "create"


@dataclass(slots=True)
class Compared:
    """The fate of every row, and the rows of the database that would be written."""

    fates: dict[int, Fate] = field(default_factory=dict)
    products: dict[UUID, Product] = field(default_factory=dict)
    variants: dict[UUID, Variant] = field(default_factory=dict)
    offers: dict[UUID, Offer] = field(default_factory=dict)

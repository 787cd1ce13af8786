"""The provider's side, read from the provider."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from infra.simulate.model.sale import Sale


@dataclass(slots=True)
class Taken:
    """A payment that the provider captured. `fee` includes its tax."""

    id: str
    order: str
    amount: int
    fee: int
    fee_tax: int
    refunded: int


@dataclass(slots=True)
class Moved:
    """Money for a seller at the provider: the share of a part, on hold until it is released, or a transfer for no part."""

    id: str
    part: str
    seller: str
    amount: int
    fee: int
    fee_tax: int
    back: int  # was reversed
    is_held: bool
    is_share: bool

    @property
    def left(self) -> int:
        return self.amount - self.back


@dataclass(slots=True)
class Outside:
    taken: list[Taken] = field(default_factory=list)
    moved: list[Moved] = field(default_factory=list)
    balance: int = 0

    def placing(self, sales: Iterable[Sale]) -> Iterator[tuple[Taken, Sale | None]]:
        """Payments that were heard of: the first of a sale that was placed is its own, all others go back."""
        by_order = {order: sale for sale in sales for order in sale.orders}
        seen: set[str] = set()
        for one in self.taken:
            sale = by_order.get(one.order)
            if sale is not None and not sale.is_cash and sale.parts[0].was_placed and sale.id not in seen:
                seen.add(sale.id)
                yield one, sale
            elif one.refunded:
                yield one, None

"""One row of a bulk edit against what is there: what would change, or why it cannot."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from haat.catalog import services as catalog
from haat.core.errors import DomainError
from haat.inventory.services import shelve

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from haat.catalog.models import Offer
    from haat.inventory.models import Stock


@dataclass(frozen=True, slots=True)
class EditRow:
    """What one row asks for. `seen_on_hand` is the count its writer looked at; a count that moved since is refused."""

    offer_id: UUID | None = None
    sku: str = ""
    place_id: UUID | None = None
    changes: Mapping[str, Any] = field(default_factory=dict)
    on_hand: int | None = None
    seen_on_hand: int | None = None
    problems: Mapping[str, list[str]] = field(default_factory=dict)  # found before it came here


@dataclass(slots=True)
class RowResult:
    """`before` and `after` name only what changes; with `problems` nothing of the row is done."""

    offer_id: UUID | None = None
    place_id: UUID | None = None
    sku: str = ""
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    problems: dict[str, list[str]] = field(default_factory=dict)

    @property
    def state(self) -> str:
        if self.problems:
            return "refused"
        return "changed" if self.after else "unchanged"


def judge(row: EditRow, offer: Offer | None, stock: Stock | None, *, numbered: bool) -> RowResult:
    """Set the fields of `offer` and say what that changes; a refused row leaves the offer as it was."""
    result = RowResult(sku=row.sku, problems=dict(row.problems))
    if offer is None:
        result.problems.setdefault("sku", [f"You have no offer of “{row.sku}”." if row.sku else "Not found."])
        return result
    result.offer_id, result.sku, result.place_id = offer.pk, offer.variant.sku, stock.place_id if stock else None
    if offer.status == "archived":
        result.problems["status"] = ["This offer is archived."]
    if result.problems:
        return result
    _try(row, offer, stock, result, numbered=numbered)
    return result


def _try(row: EditRow, offer: Offer, stock: Stock | None, result: RowResult, *, numbered: bool) -> None:
    was = {name: getattr(offer, name) for name in row.changes}
    for name, value in row.changes.items():
        setattr(offer, name, value)
    try:
        catalog.check_price(offer.price_minor, offer.mrp_minor)
        target = _counted(row, offer, stock, numbered=numbered)
    except DomainError as problem:
        result.problems = dict(problem.details) if _by_field(problem) else {"on_hand": [problem.message]}
        for name, value in was.items():
            setattr(offer, name, value)
        return
    for name, value in was.items():
        if getattr(offer, name) != value:
            result.before[name], result.after[name] = value, getattr(offer, name)
    if stock is not None and target is not None and target != stock.on_hand:
        result.before["on_hand"], result.after["on_hand"] = stock.on_hand, target


def _counted(row: EditRow, offer: Offer, stock: Stock | None, *, numbered: bool) -> int | None:
    """The count that the row asks for. Raises WrongStock."""
    if row.on_hand is None:
        return None
    if offer.variant.is_bundle or numbered:
        kind = "a bundle" if offer.variant.is_bundle else "sold by numbered units"
        raise shelve.WrongStock(f"This is {kind} and has no count of its own.")
    if stock is None:
        raise shelve.WrongStock("There is no such place of yours.")
    if row.seen_on_hand is not None and stock.on_hand not in {row.seen_on_hand, row.on_hand}:
        raise shelve.WrongStock(f"There are {stock.on_hand} by now, not {row.seen_on_hand}. Count again.")
    shelve.check_target(stock, row.on_hand)
    return row.on_hand


def _by_field(problem: DomainError) -> bool:
    return bool(problem.details) and all(isinstance(value, list) for value in problem.details.values())

"""What other rules would have charged in a past month. Nothing is written, and what was pinned stays."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from haat.catalog import queries as catalog
from haat.commissions import fees
from haat.commissions.checks import check
from haat.commissions.fees import part_of, portion
from haat.commissions.models import CommissionLine, CommissionRule
from haat.commissions.types import SCOPE, TERMS
from haat.core.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from django.db.models import QuerySet

    from haat.commissions.types import RuleSpec
    from haat.tax.queries import Month

LINES_MAX = 200_000  # of one month; more is a job and not an answer
TOP = 20
EVER = date(2000, 1, 1)


@dataclass(slots=True)
class Change:
    """What was charged and what would have been, of a seller, a category or everything."""

    name: str
    currency: str
    lines: int = 0
    base_minor: int = 0
    before_minor: int = 0
    after_minor: int = 0

    def add(self, base: int, before: int, after: int) -> None:
        self.lines += 1
        self.base_minor += base
        self.before_minor += before
        self.after_minor += after

    @property
    def difference_minor(self) -> int:
        return self.after_minor - self.before_minor


@dataclass(frozen=True, slots=True)
class ChangedLine:
    number: str
    title: str
    seller: str
    currency: str
    before_minor: int
    after_minor: int
    explanation: str

    @property
    def difference_minor(self) -> int:
        return self.after_minor - self.before_minor


@dataclass(slots=True)
class Replay:
    month: str
    total: Change
    sellers: list[Change] = field(default_factory=list)
    categories: list[Change] = field(default_factory=list)
    lines: list[ChangedLine] = field(default_factory=list)  # those that differ most


def what_if(*, month: Month, spec: RuleSpec | None, position: int | None, without: Collection[UUID] = ()) -> Replay:
    """Charge the month's sales by the living rules without some of them and with another, as if it had been in force.

    A rule of the spec's name is replaced by it; a seller counts with its tier of today. What was called off or came back
    since is taken off both sides by the same proportion, to the paisa. Raises InvalidInput.
    """
    if spec is not None:
        check(spec)
    rules = _rules(spec, position, without)
    rows = list(_sold(month)[: LINES_MAX + 1])
    if len(rows) > LINES_MAX:
        raise InvalidInput(f"{month.text} has more than {LINES_MAX} lines; that is too many to replay at once.")
    back = _taken_back(month)
    paths = catalog.category_paths(row.order_line.category_id for row in rows if row.order_line)
    names: dict[UUID | None, str] = {row.pk: row.name for row in catalog.categories()}
    replay, groups = Replay(month.text, Change("", month.currency)), _Groups(month.currency)
    for row in rows:
        kept = _kept(row, back[row.part_id, row.order_line_id])
        after, words = _charged(row, rules, paths, month)
        if kept is None or (row.order_line is None and not row.fee_minor and not after):
            continue  # nothing is left of it; a delivery on which nobody charges anything
        after = kept.left_of(after)
        category = names.get(row.order_line.category_id, "") if row.order_line else row.title
        for change in (replay.total, groups.of("seller", row.part.seller.name), groups.of("category", category)):
            change.add(kept.base_minor, kept.fee_minor, after)
        if after != kept.fee_minor:
            replay.lines.append(
                ChangedLine(
                    row.part.number, row.title, row.part.seller.name, row.currency, kept.fee_minor, after, words
                )
            )
    replay.sellers, replay.categories = groups.sorted("seller"), groups.sorted("category")
    replay.lines = sorted(replay.lines, key=lambda one: (-abs(one.difference_minor), one.number, one.title))[:TOP]
    return replay


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is left of a line after all that was taken back of it, and in which portions that was."""

    base_minor: int
    fee_minor: int
    portions: list[tuple[int, int]]

    def left_of(self, fee: int) -> int:
        for one in self.portions:
            fee -= part_of(fee, one)
        return fee


def _kept(row: CommissionLine, back: Sequence[CommissionLine]) -> _Kept | None:
    """None where the whole part came back, or all of the line did."""
    goods = row.order_line
    value, quantity = row.gross_minor, goods.quantity if goods else 0
    portions: list[tuple[int, int]] = []
    for one in back:
        if one.credit is None:
            return None
        units = sum(line.quantity for line in one.credit.lines.all() if line.order_line_id == row.order_line_id)
        portions.append(
            portion(-one.gross_minor, value, sold_value=row.gross_minor, quantity=units, left_quantity=quantity)
        )
        value, quantity = value + one.gross_minor, quantity - units
    if not (value if row.gross_minor else quantity):
        return None
    base, fee = (sum(getattr(one, name) for one in (row, *back)) for name in ("base_minor", "fee_minor"))
    return _Kept(base, fee, portions)


def _charged(
    row: CommissionLine, rules: Sequence[CommissionRule], paths: Mapping[UUID | None, Collection[UUID]], month: Month
) -> tuple[int, str]:
    """The whole line by these rules, as on the day on which it was bought."""
    day = (row.part.order.placed_at or row.at).astimezone(month.since.tzinfo).date()
    goods = row.order_line
    if goods is None:
        sold = fees.Delivery(row.base_minor, row.gross_minor, row.currency)
        return fees.fee_of_delivery(fees.of_delivery(rules, fees.of_parcel(row.part, day)), sold)
    return fees.fee_of(fees.fitting(rules, fees.of_line(row.part, goods, paths[goods.category_id], day)), goods)


class _Groups:
    def __init__(self, currency: str) -> None:
        self.found: dict[str, dict[str, Change]] = defaultdict(dict)
        self.currency = currency

    def of(self, kind: str, name: str) -> Change:
        return self.found[kind].setdefault(name, Change(name, self.currency))

    def sorted(self, kind: str) -> list[Change]:
        return sorted(self.found[kind].values(), key=lambda one: (-abs(one.difference_minor), one.name))


def _rules(spec: RuleSpec | None, position: int | None, without: Collection[UUID]) -> Sequence[CommissionRule]:
    living = list(CommissionRule.objects.filter(archived_at=None).order_by("position", "id"))
    if spec is None:
        return [rule for rule in living if rule.pk not in without]
    same = next((rule for rule in living if rule.name == spec.name), None)
    place = position if position is not None else same.position if same else len(living) + 1
    kept = [rule for rule in living if rule.pk not in without and rule.name != spec.name]
    new = CommissionRule(
        name=spec.name, version=same.version + 1 if same else 1, position=place, valid_from=EVER,
        **{name: getattr(spec, name) for name in TERMS},
        **{name: UUID(text) if (text := getattr(spec, name)) else None for name in SCOPE},
    )  # fmt: skip
    before = [rule for rule in kept if rule.position < place]
    return [*before, new, *kept[len(before) :]]


def _sold(month: Month) -> QuerySet[CommissionLine]:
    rows = _of(month, CommissionLine.Kind.SALE)
    return rows.select_related("part__order", "part__seller", "order_line").order_by("pk")


def _taken_back(month: Month) -> dict[tuple[UUID, UUID | None], list[CommissionLine]]:
    """What was taken back of the month's lines, whenever that was, in the order in which it was reckoned."""
    found: dict[tuple[UUID, UUID | None], list[CommissionLine]] = defaultdict(list)
    rows = _of(month, CommissionLine.Kind.REVERSAL).select_related("credit").prefetch_related("credit__lines")
    for row in rows.order_by("created_at", "pk"):
        found[row.part_id, row.order_line_id].append(row)
    return found


def _of(month: Month, kind: str) -> QuerySet[CommissionLine]:
    placed = {"part__order__placed_at__gte": month.since, "part__order__placed_at__lt": month.until}
    return CommissionLine.objects.filter(kind=kind, **placed)

"""What other rules would have charged in a past month. Nothing is written, and what was pinned stays."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Exists, OuterRef

from haat.catalog import queries as catalog
from haat.commissions.fees import fee_of, fitting
from haat.commissions.models import CommissionLine, CommissionRule
from haat.core.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from django.db.models import QuerySet

    from haat.commissions.types import RuleSpec
    from haat.orders.models import OrderLine
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

    A rule of the spec's name is replaced by it. Sales that were called off or came back are left out. Raises InvalidInput.
    """
    rules = _rules(spec, position, without)
    sold = list(_sold(month)[: LINES_MAX + 1])
    if len(sold) > LINES_MAX:
        raise InvalidInput(f"{month.text} has more than {LINES_MAX} lines; that is too many to replay at once.")
    paths = catalog.category_paths(line.category_id for _, line in _with_goods(sold))
    names: dict[UUID | None, str] = {row.pk: row.name for row in catalog.categories()}
    replay, groups = Replay(month.text, Change("", month.currency)), _Groups(month.currency)
    for row, goods in _with_goods(sold):
        day = (row.part.order.placed_at or row.at).astimezone(month.since.tzinfo).date()
        after, words = fee_of(fitting(rules, row.seller_id, paths[goods.category_id], day), goods)
        for change in (
            replay.total,
            groups.of("seller", row.seller.name),
            groups.of("category", names.get(goods.category_id, "")),
        ):
            change.add(row.base_minor, row.fee_minor, after)
        if after != row.fee_minor:
            replay.lines.append(
                ChangedLine(row.part.number, row.title, row.seller.name, row.currency, row.fee_minor, after, words)
            )
    replay.sellers, replay.categories = groups.sorted("seller"), groups.sorted("category")
    replay.lines = sorted(replay.lines, key=lambda one: (-abs(one.difference_minor), one.number, one.title))[:TOP]
    return replay


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
    figures = {name: getattr(spec, name) for name in ("percent_bp", "fixed_minor", "floor_minor", "cap_minor")}
    new = CommissionRule(
        name=spec.name, version=same.version + 1 if same else 1, position=place, valid_from=EVER,
        seller_id=UUID(spec.seller_id) if spec.seller_id else None,
        category_id=UUID(spec.category_id) if spec.category_id else None, **figures,
    )  # fmt: skip
    before = [rule for rule in kept if rule.position < place]
    return [*before, new, *kept[len(before) :]]


def _sold(month: Month) -> QuerySet[CommissionLine]:
    back = CommissionLine.objects.filter(part=OuterRef("part"), kind=CommissionLine.Kind.REVERSAL)
    rows = CommissionLine.objects.filter(
        ~Exists(back), kind=CommissionLine.Kind.SALE, order_line__isnull=False, part__order__placed_at__gte=month.since,
        part__order__placed_at__lt=month.until,
    )  # fmt: skip
    return rows.select_related("part__order", "seller", "order_line").order_by("pk")


def _with_goods(rows: Sequence[CommissionLine]) -> Iterator[tuple[CommissionLine, OrderLine]]:
    return ((row, row.order_line) for row in rows if row.order_line is not None)

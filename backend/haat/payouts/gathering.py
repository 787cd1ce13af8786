"""What stands open in the books for each seller, and which of it may be paid: a payout closes entries, it invents none."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from haat.ledger import queries as ledger
from haat.ledger.chart import PAYABLE
from haat.orders import queries as orders
from haat.payments import queries as payments
from haat.payouts.models import Payout, PayoutEntry, PayoutLine, RemittedPart
from haat.payouts.queries.part_holds import held_after_payout, held_parts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from haat.ledger.queries import Movement
    from haat.orders.types import WayOfMoney
    from haat.payouts.models import PayoutPlan

ENDED = {"declined", "cancelled"}
Kind = PayoutLine.Kind
KINDS = {
    "seller_order.delivered": Kind.SALE, "seller_order.fees": Kind.SALE, "payout.returned": Kind.RETURNED,
    "payout.bounced": Kind.RETURNED, "payout.paid": Kind.ADJUSTMENT, "payout.reserve_released": Kind.RESERVE_RELEASED, "payout.adjusted": Kind.ADJUSTMENT,
    "payout.written_off": Kind.ADJUSTMENT,
}  # fmt: skip
SAID = {"payout.written_off": "Debt written off: "}  # before the words of the entry
FEES = {
    "commission_revenue": "fee_minor", "gst_output": "fee_gst_minor", "vat_output": "fee_gst_minor",
    "tcs_payable": "tcs_minor", "tds_payable": "tds_minor",
}  # fmt: skip


@dataclass(slots=True)
class Draft:
    """A line as it will be written, with the entries that it stands for."""

    kind: str
    part_id: UUID | None = None
    text: str = ""
    carried_from: UUID | None = None
    figures: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    entries: dict[UUID, int] = field(default_factory=dict)

    @property
    def net_minor(self) -> int:
        return self.figures["gross_minor"] - sum(self.figures[name] for name in set(FEES.values()))

    def add(self, move: Movement) -> None:
        """What a fee account got is shown as a fee; everything else is the amount itself."""
        name = FEES.get(move.other.partition(":")[0])
        self.figures[name or "gross_minor"] += move.minor if name is None else -move.minor
        self.entries[move.transaction_id] = self.entries.get(move.transaction_id, 0) + move.minor


@dataclass(slots=True)
class Standing:
    """One seller's open money: lines that may be paid, what is not ripe, and what lies at the provider in its name."""

    seller_id: UUID
    currency: str
    lines: list[Draft] = field(default_factory=list)
    index: dict[tuple[str, UUID], Draft] = field(default_factory=dict)
    cash: set[UUID] = field(default_factory=set)  # parts whose cash was brought: only a bank can pay them
    unripe_minor: int = 0
    unripe_cash_minor: int = 0
    unremitted_minor: int = 0
    held: list[tuple[UUID, int]] = field(default_factory=list)  # shares that may be let go, the oldest first
    disputed_minor: int = 0  # held of parts that were paid already: it stays in the balance
    unshared: dict[UUID, UUID] = field(default_factory=dict)  # part → order: no share is on hold for it
    first_at: datetime | None = None  # of what is open

    @property
    def ripe_minor(self) -> int:
        return sum(line.net_minor for line in self.lines)


def gather(
    *, at: datetime, plans: dict[UUID | None, PayoutPlan], seller_ids: Collection[UUID] | None = None
) -> dict[UUID, Standing]:
    """Read everything that no payout has closed yet. A handful of statements, however many sellers there are."""
    moves = list(ledger.movements(kind=PAYABLE, done=PayoutEntry.objects.all(), owners=seller_ids))
    moves.sort(key=lambda one: (one.at, one.transaction_id))
    shares = list(payments.shares_on_hold(seller_ids))
    facts = _facts({one.reference for one in moves if one.reference}, {one.reference for one in shares})
    by_number = {one.number: one for one in facts.values()}
    with_courier = set(orders.cash_parts(but=RemittedPart.objects.all()).order_by().values_list("pk", flat=True))
    held = held_parts() | behind(facts)
    found: dict[UUID, Standing] = {}
    for move in moves:
        seller = UUID(move.owner)
        standing = found.setdefault(seller, Standing(seller, move.currency, first_at=move.at))
        fact = by_number.get(move.reference)
        if fact is not None and fact.part_id in held:
            standing.unripe_minor += move.minor
            continue
        _sort_in(standing, move, fact, plans, with_courier, at)
    _carried(found, seller_ids)
    for seller_id, minor in held_after_payout(seller_ids).items():
        if seller_id in found:
            found[seller_id].disputed_minor = minor
    for share in shares:
        fact = facts.get(share.reference) if share.reference not in held else None
        if fact is None or fact.status in ENDED:  # a part that was called off pays nobody: its share is asked back
            continue
        if share.seller_id in found and _is_ripe(fact, _plan(plans, fact.seller_id), at):
            found[share.seller_id].held.append((share.reference, share.left_minor))
    _unshared(found)
    return found


def _sort_in(
    standing: Standing, move: Movement, fact: WayOfMoney | None, plans: dict[UUID | None, PayoutPlan],
    with_courier: set[UUID], at: datetime,
) -> None:  # fmt: skip
    if fact is not None and not _is_ripe(fact, _plan(plans, fact.seller_id), at):
        if fact.is_cash:
            standing.unripe_cash_minor += move.minor
        else:
            standing.unripe_minor += move.minor
        return
    if fact is not None and fact.is_cash and fact.status not in ENDED and fact.part_id in with_courier:
        standing.unremitted_minor += move.minor
        return
    kind = _kind(move, fact)
    line = _line_for(standing, kind, move, fact)
    line.add(move)
    if fact is not None and kind == Kind.SALE:
        if fact.is_cash:
            standing.cash.add(fact.part_id)
        else:
            standing.unshared.setdefault(fact.part_id, fact.order_id)


def _line_for(standing: Standing, kind: str, move: Movement, fact: WayOfMoney | None) -> Draft:
    """Sales and credits of a part are one line each; everything else is a line of its own."""
    part_id = fact.part_id if fact else None
    name = (kind, part_id or move.transaction_id)
    if name not in standing.index:
        said = SAID.get(move.code, "") + (move.description or move.reference)
        text = "" if kind == Kind.SALE else said[:200]
        standing.index[name] = Draft(kind, part_id, text)
        standing.lines.append(standing.index[name])
    return standing.index[name]


def _kind(move: Movement, fact: WayOfMoney | None) -> str:
    if move.code.startswith("dispute"):
        return Kind.DISPUTE
    return KINDS.get(move.code, Kind.CREDIT if fact else Kind.ADJUSTMENT)


def _is_ripe(fact: WayOfMoney, plan: PayoutPlan, at: datetime) -> bool:
    """The return window is over, and the days after it that the plan wants."""
    if fact.status in ENDED:
        return True
    return (
        fact.status == "completed"
        and fact.return_until is not None
        and fact.return_until + timedelta(days=plan.hold_days) <= at
    )


def _plan(plans: dict[UUID | None, PayoutPlan], seller_id: UUID) -> PayoutPlan:
    return plans.get(seller_id) or plans[None]


def _facts(numbers: Iterable[str], ids: set[UUID]) -> dict[UUID, WayOfMoney]:
    found = {one.part_id: one for one in orders.ways_of_money(ids=ids)}
    known = {one.number for one in found.values()}
    missing = [number for number in numbers if number not in known]
    return found | {one.part_id: one for one in orders.ways_of_money(numbers=missing)}


def behind(parts: Collection[UUID]) -> set[UUID]:
    """Parts of which something was taken back that the books do not have yet: paid now, they would be paid in full."""
    keys = {f"credit:{credit_id}": part_id for credit_id, part_id in orders.to_be_booked(parts)}
    return {keys[key] for key in ledger.missing_keys(keys)}


def _carried(found: dict[UUID, Standing], seller_ids: Collection[UUID] | None) -> None:
    """What the statement before left, taken once."""
    rows = Payout.objects.filter(carried_into=None).exclude(carried_minor=0).exclude(status=Payout.Status.SCHEDULED)
    if seller_ids is not None:
        rows = rows.filter(seller_id__in=list(seller_ids))
    for payout in rows.order_by("started_at"):
        standing = found.setdefault(
            payout.seller_id, Standing(payout.seller_id, payout.currency, first_at=payout.started_at)
        )
        line = Draft(Kind.CARRIED, text=payout.number, carried_from=payout.pk)
        line.figures["gross_minor"] = payout.carried_minor
        standing.lines.insert(0, line)


def _unshared(found: dict[UUID, Standing]) -> None:
    """Leave those sales without a share that was ever made: they were refused, or their seller had no account then."""
    wanted = [part_id for standing in found.values() for part_id in standing.unshared]
    made = {
        part_id
        for part_id, share in payments.shares(wanted).items()
        if share.status in {"held", "released", "reversed"}
    }
    for standing in found.values():
        standing.unshared = {part: order for part, order in standing.unshared.items() if part not in made}

"""What a payout would be: pure, from what stands open and the seller's plan, so that a preview is what the run does."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from haat.core.money import share
from haat.payouts.gathering import Draft, Kind
from haat.payouts.models.money import Disbursement
from haat.payouts.models.plan import Rail

if TYPE_CHECKING:
    from uuid import UUID

    from haat.payouts.gathering import Standing
    from haat.payouts.models import PayoutPlan
    from haat.sellers.models import Seller

PROVIDER_MINOR_MIN = 100  # less than a rupee is not moved by the provider


@dataclass(frozen=True, slots=True)
class Way:
    rail: str
    amount_minor: int
    share: UUID | None = None


@dataclass(slots=True)
class Proposal:
    """One seller's payout before it is one; `left_out` says why there is none, `payouts.types.LEFT_OUT`."""

    seller: Seller
    currency: str
    lines: list[Draft] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)
    reserve_minor: int = 0
    carried_minor: int = 0
    left_out: str = ""
    stands_minor: int = 0  # what could be paid if nothing were in the way
    unshared: set[UUID] = field(default_factory=set)  # orders whose shares are to be asked for again

    @property
    def amount_minor(self) -> int:
        return sum(way.amount_minor for way in self.ways)


def propose(*, seller: Seller, standing: Standing, plan: PayoutPlan) -> Proposal:
    """What is held first, then the reserve, then the shares on hold, then the rail for everything else; what no rail can pay is carried."""
    lines, unshared = _payable(standing, plan)
    made = Proposal(seller, standing.currency, lines, unshared=unshared)
    ripe = sum(line.net_minor for line in lines)
    made.stands_minor = ripe
    if not lines:
        made.left_out = "no_rail" if standing.lines else "waiting"
        return made
    if ripe <= 0:
        made.left_out = "owes"
        return made
    if ripe <= standing.disputed_minor:
        made.left_out = "held"
        return made
    made.reserve_minor = min(_reserve(lines, ripe, plan), ripe - standing.disputed_minor)
    made.ways = _ways(seller, standing, plan, ripe - made.reserve_minor - standing.disputed_minor)
    made.carried_minor = ripe - made.reserve_minor - made.amount_minor
    made.left_out = _too_little(made, plan, seller)
    if not made.left_out:
        made.lines = [*lines, *_closing(made)]
    return made


def carried(*, seller: Seller, standing: Standing) -> Proposal:
    """A statement that pays nothing: what the seller owes is taken by the next payouts."""
    made = Proposal(seller, standing.currency, list(standing.lines), left_out="owes")
    made.carried_minor = made.stands_minor = standing.ripe_minor
    made.lines += _closing(made)
    return made


def _payable(standing: Standing, plan: PayoutPlan) -> tuple[list[Draft], set[UUID]]:
    """Without another rail, sales for cash and sales whose share is missing stay where they are."""
    if plan.off_rail != Rail.NONE:
        return list(standing.lines), set(standing.unshared.values())
    stuck = standing.cash | set(standing.unshared)
    lines = [line for line in standing.lines if line.part_id is None or line.part_id not in stuck]
    return lines, set(standing.unshared.values())


def _reserve(lines: list[Draft], ripe: int, plan: PayoutPlan) -> int:
    sold = sum(line.net_minor for line in lines if line.kind == Kind.SALE)
    return min(share(max(sold, 0), plan.reserve_bp), ripe) if plan.reserve_bp else 0


def _ways(seller: Seller, standing: Standing, plan: PayoutPlan, target: int) -> list[Way]:
    held = [(reference, minor) for reference, minor in standing.held if minor > 0] if seller.is_payable else []
    ways, left = [], target
    for reference, minor in held:  # the oldest first; of one that does not fit, the rest is asked back before it goes
        piece = minor if minor <= left or left >= minor - PROVIDER_MINOR_MIN else left
        if PROVIDER_MINOR_MIN <= piece <= left or piece == minor <= left:
            ways.append(Way(Disbursement.Rail.HOLD, piece, reference))
            left -= piece
    unheld = min(left, max(target - sum(minor for _, minor in held), 0))  # never beside money that waits on hold
    if unheld and plan.off_rail == Rail.BANK and seller.entity_status == "verified":
        ways.append(Way(Disbursement.Rail.BANK, unheld))
    elif unheld >= PROVIDER_MINOR_MIN and plan.off_rail == Rail.DIRECT and seller.is_payable:
        ways.append(Way(Disbursement.Rail.DIRECT, unheld))
    return ways


def _too_little(made: Proposal, plan: PayoutPlan, seller: Seller) -> str:
    if not made.amount_minor:
        return "no_account" if not seller.is_payable and plan.off_rail != Rail.BANK else "no_rail"
    return "minimum" if made.amount_minor < plan.minimum_minor else ""


def _closing(made: Proposal) -> list[Draft]:
    """The lines at the end: kept back, and left to the next payout."""
    found = []
    for kind, minor in ((Kind.RESERVE_HELD, made.reserve_minor), (Kind.LEFT, made.carried_minor)):
        if minor:
            line = Draft(kind)
            line.figures["gross_minor"] = -minor
            found.append(line)
    return found

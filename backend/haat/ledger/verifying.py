"""Verifying one brand's books from within: the chain, and what holds of any books."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from haat.core.macs import GENESIS
from haat.ledger import invariants
from haat.ledger.chain import Walk
from haat.ledger.sealing import note_end
from haat.ledger.types import Check, Verdict
from haat.tenancy import queries as tenancy
from haat.tenancy import services as tenancy_services
from haat.tenancy.context import active_brand, public_scope

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

PATIENCE = timedelta(minutes=10)  # how long a transaction may wait for its seal


def verify(*, at: datetime, patience: timedelta = PATIENCE, known: Iterable[tuple[int, str]] = ()) -> Verdict:
    """Check the active brand's books as a ledger. `known` are heads that were written down before.

    What they say about orders and payments is compared by `books`, which knows both.
    """
    brand = active_brand()
    with public_scope():
        head = tenancy.ledger_head(brand.pk)
    chain = Check(15, "The chain of seals is whole and ends where it was noted to end.")
    content = Check(4, "A key stands for what it was posted with: posting it again would change nothing.")
    noted = {head.position: head.hash} if head is not None and head.position else {}
    walk = Walk(Verdict(brand.slug or ""), chain, content, dict(known) | noted)
    walk.seals()
    walk.end(head, str(brand.pk))
    walk.unsealed(at - patience)
    walk.verdict.checks = [chain, content, *invariants.every()]
    return walk.verdict


def note_verdict(*, verdict: Verdict, at: datetime) -> None:
    """Keep what was found where the portals show it."""
    brand = active_brand()
    with public_scope():
        head = tenancy.ledger_head(brand.pk)
    if head is None:
        note_end(0, GENESIS)
    with public_scope():
        tenancy_services.note_ledger_proof(
            brand_id=brand.pk, position=verdict.sealed, faults=verdict.faults, at=at,
            checks=[check.as_dict() for check in verdict.checks],
        )  # fmt: skip

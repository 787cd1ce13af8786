"""What one run saw, and how it becomes the queue: a difference is opened once, kept while it is there, and ends itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.audit import services as audit
from haat.books.models import ReconBreak
from haat.books.types import KINDS, Difference

if TYPE_CHECKING:
    from datetime import datetime

State = ReconBreak.State
FIGURES = ("ours", "theirs", "amount_minor", "currency", "reference")


@dataclass(slots=True)
class Findings:
    """Differences of one run, and the things it looked at: an open row of a thing that shows none any more ends."""

    differences: list[Difference] = field(default_factory=list)
    seen: set[tuple[str, str]] = field(default_factory=set)
    looked_at: Counter[str] = field(default_factory=Counter)
    healed: int = 0

    def look(self, family: str, subject: str) -> None:
        self.seen.add((family, subject))
        self.looked_at[family] += 1

    def found(self, kind: str, subject: str, **facts: Any) -> None:
        self.differences.append(Difference(kind, subject, **facts))


def keep(findings: Findings, *, at: datetime, families: set[str] | None = None) -> None:
    """Write the queue. `families` were looked at as a whole: their open rows end when they were not found again."""
    current = {(one.kind, one.subject) for one in findings.differences}
    with transaction.atomic():
        for one in findings.differences:
            _keep_one(one, at)
        for row in ReconBreak.objects.select_for_update().exclude(state=State.RESOLVED).order_by("pk"):
            family = KINDS.get(row.kind, "")
            was_looked_at = (family, row.subject) in findings.seen or family in (families or set())
            if was_looked_at and (row.kind, row.subject) not in current:
                _end(row, at)


def _keep_one(one: Difference, at: datetime) -> None:
    facts = {name: getattr(one, name) for name in FIGURES}
    row = ReconBreak.objects.select_for_update().filter(kind=one.kind, subject=one.subject).first()
    if row is None:
        row = ReconBreak.objects.create(kind=one.kind, subject=one.subject, found_at=at, seen_at=at, **facts)
        audit.record("recon.break_found", row, after={"kind": one.kind, "amount_minor": one.amount_minor})
        return
    is_same = all(getattr(row, name) == value for name, value in facts.items())
    if row.state == State.RESOLVED or (row.state == State.EXPLAINED and not is_same):
        before = row.state
        row.times += before == State.RESOLVED
        row.state, row.found_at, row.resolved_at, row.resolved_by_itself = State.OPEN, at, None, False
        row.told_at = None
        audit.record("recon.break_found_again", row, before={"state": before}, after={"state": row.state})
    for name, value in facts.items():
        setattr(row, name, value)
    row.seen_at = at
    row.save()


def _end(row: ReconBreak, at: datetime) -> None:
    before = row.state
    row.state, row.resolved_at, row.resolved_by_itself = State.RESOLVED, at, True
    row.save(update_fields=["state", "resolved_at", "resolved_by_itself", "updated_at"])
    audit.record("recon.break_gone", row, before={"state": before}, after={"state": row.state})

"""Proving the log: every entry says what it said, no link is missing, moved or added, and the end is the end."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from haat.audit import canon
from haat.audit.models import AuditEntry, AuditSeal
from haat.audit.sealing import unsealed
from haat.tenancy import queries as tenancy
from haat.tenancy import services as tenancy_services
from haat.tenancy.context import active_brand, public_scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from haat.tenancy.models import SealHead

log = logging.getLogger(__name__)

PATIENCE = timedelta(minutes=10)  # how long an entry may wait for its seal
CHUNK = 2_000
FAULTS_MAX = 50  # a log that is broken everywhere is told once


@dataclass(slots=True)
class Verdict:
    """What was found of one log. `faults` are sentences; none means that it is whole."""

    slug: str
    sealed: int = 0
    waiting: int = 0  # written and not sealed yet
    hash: str = ""  # of the last seal: write it down elsewhere, and hold the log to it later
    faults: list[str] = field(default_factory=list)

    def fault(self, sentence: str) -> None:
        if len(self.faults) < FAULTS_MAX:
            self.faults.append(sentence)


def verify(*, at: datetime, patience: timedelta = PATIENCE, known: Iterable[tuple[int, str]] = ()) -> Verdict:
    """Check the active brand's whole log. `known` are heads that were written down before.

    An entry without a seal is a fault once it is older than `patience`: sealing stands still, or it was planted.
    """
    brand = active_brand()
    verdict = Verdict(slug=brand.slug or "")
    with public_scope():
        head = tenancy.seal_head(brand.pk)
    expected = dict(known) | ({head.position: head.hash} if head else {})
    for seal in _chain(verdict):
        if not canon.same(expected.pop(seal.position, seal.hash), seal.hash):
            verdict.fault(f"Seal {seal.position} is not the one that was noted: the chain was made anew.")
    _check_end(verdict, head, str(brand.pk), expected)
    for entry in unsealed(since=None).iterator(CHUNK):
        verdict.waiting += 1
        if not canon.same(entry.mac, canon.content(entry, like=entry.mac)):
            verdict.fault(f"Entry {entry.pk} ({entry.action}) is not as Haat wrote it: planted or changed.")
        elif entry.created_at < at - patience:
            verdict.fault(f"Entry {entry.pk} ({entry.action}) has no seal since {entry.created_at:%Y-%m-%d %H:%M} UTC.")
    return verdict


def prove(*, at: datetime) -> Verdict:
    """Verify, and keep what was found where the portals show it. A fault is an error in the logs as well."""
    brand, verdict = active_brand(), verify(at=at)
    for fault in verdict.faults:
        log.error("audit log of %s: %s", brand.slug, fault)
    with public_scope():
        tenancy_services.note_proof(brand_id=brand.pk, position=verdict.sealed, faults=verdict.faults, at=at)
    return verdict


def _chain(verdict: Verdict) -> Iterator[AuditSeal]:
    """Walk the seals in their order, holding each to the one before and to its entry."""
    previous, position = canon.GENESIS, 0
    while rows := list(AuditSeal.objects.filter(position__gt=position).order_by("position")[:CHUNK]):
        entries = AuditEntry.objects.in_bulk([row.entry_id for row in rows])
        for row in rows:
            if row.position != position + 1:
                verdict.fault(f"Seals {position + 1} to {row.position - 1} are missing.")
            elif not canon.same(row.hash, canon.link(row, previous=previous, like=row.hash)):
                verdict.fault(f"Seal {row.position} does not follow from the one before: changed, moved or put in.")
            _check_entry(verdict, row, entries.get(row.entry_id))
            previous, position = row.hash, row.position
            verdict.sealed, verdict.hash = position, row.hash
            yield row


def _check_entry(verdict: Verdict, seal: AuditSeal, entry: AuditEntry | None) -> None:
    if entry is None:
        verdict.fault(f"Entry {seal.entry_id} of seal {seal.position} was deleted.")
        return
    said = canon.content(entry, like=seal.content)
    if not canon.same(said, seal.content) or (entry.mac and not canon.same(entry.mac, seal.content)):
        verdict.fault(f"Entry {entry.pk} ({entry.action}) of seal {seal.position} was changed.")


def _check_end(verdict: Verdict, head: SealHead | None, brand_id: str, missing: dict[int, str]) -> None:
    """The end that is noted outside of the brand: without it, cutting the tail off would not show."""
    if head is None and verdict.sealed:
        verdict.fault("The end of the chain is not noted in public.tenancy_sealhead: it was removed.")
    if head is not None:
        mac = canon.head(brand_id=brand_id, position=head.position, hash=head.hash, like=head.mac)
        if not canon.same(head.mac, mac):
            verdict.fault("The noted end of the chain is not as Haat wrote it.")
        if head.position < verdict.sealed:
            verdict.fault(f"The chain goes on to {verdict.sealed}, after its noted end {head.position}: put in.")
    missing_positions: Sequence[int] = sorted(position for position in missing if position > verdict.sealed)
    for position in missing_positions:
        verdict.fault(f"The log ends at seal {verdict.sealed}; seal {position} was noted: its end was cut off.")

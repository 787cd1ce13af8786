"""Proving the chain: every transaction says what it said, no link is missing, moved or added, and the end is the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from haat.core.macs import GENESIS, same
from haat.ledger import canon
from haat.ledger.models import LedgerSeal, Transaction
from haat.ledger.sealing import postings_of, unsealed
from haat.ledger.types import Check, Leg, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from haat.ledger.canon import Said
    from haat.tenancy.models import LedgerHead

CHUNK = 2_000


@dataclass(slots=True)
class Walk:
    """One walk through the books of a brand, and what it finds."""

    verdict: Verdict
    chain: Check
    content: Check
    expected: dict[int, str]  # heads that were noted, here or elsewhere

    def seals(self) -> None:
        """Hold each seal to the one before and to its transaction."""
        previous, position = GENESIS, 0
        while rows := list(LedgerSeal.objects.filter(position__gt=position).order_by("position")[:CHUNK]):
            ids = [row.transaction_id for row in rows]
            posted, legs = Transaction.objects.in_bulk(ids), postings_of(ids)
            for row in rows:
                if row.position != position + 1:
                    self.chain.fault(f"Seals {position + 1} to {row.position - 1} are missing.")
                elif not same(row.hash, canon.link(row, previous=previous, like=row.hash)):
                    self.chain.fault(
                        f"Seal {row.position} does not follow from the one before: changed, moved or put in."
                    )
                if not same(self.expected.pop(row.position, row.hash), row.hash):
                    self.chain.fault(f"Seal {row.position} is not the one that was noted: the chain was made anew.")
                self._sealed(row, posted.get(row.transaction_id), legs.get(row.transaction_id, []))
                previous, position = row.hash, row.position
            self.verdict.sealed, self.verdict.hash = position, previous
            self.chain.looked_at += len(rows)

    def end(self, head: LedgerHead | None, brand_id: str) -> None:
        """The end that is noted outside of the brand: without it, cutting the tail off would not show."""
        sealed = self.verdict.sealed
        if head is None and sealed:
            self.chain.fault("The end of the chain is not noted in public.tenancy_ledgerhead: it was removed.")
        if head is not None:
            mac = canon.head(brand_id=brand_id, position=head.position, hash=head.hash, like=head.mac)
            if not same(head.mac, mac):
                self.chain.fault("The noted end of the chain is not as Haat wrote it.")
            if head.position < sealed:
                self.chain.fault(f"The chain goes on to {sealed}, after its noted end {head.position}: put in.")
        for position in sorted(position for position in self.expected if position > sealed):
            self.chain.fault(f"The books end at seal {sealed}; seal {position} was noted: their end was cut off.")

    def unsealed(self, before: datetime) -> None:
        """What has no seal yet must be as Haat wrote it, and be young."""
        rows = list(unsealed(since=None)[: CHUNK * 10])
        legs = postings_of(row.pk for row in rows)
        self.verdict.waiting = len(rows)
        for row in rows:
            said = legs.get(row.pk, [])
            if not same(row.mac, canon.content(row, said, like=row.mac)):
                self.chain.fault(f"Transaction {row.key} is not as Haat wrote it: planted or changed.")
            elif row.created_at < before:
                self.chain.fault(f"Transaction {row.key} has no seal since {row.created_at:%Y-%m-%d %H:%M} UTC.")
            self._digest(row, said)

    def _sealed(self, seal: LedgerSeal, row: Transaction | None, legs: Sequence[Said]) -> None:
        if row is None:
            self.chain.fault(f"Transaction {seal.transaction_id} of seal {seal.position} was deleted.")
            return
        if len(legs) < seal.postings:
            self.chain.fault(
                f"A posting of {row.key} (seal {seal.position}) was deleted: {len(legs)} of {seal.postings} left."
            )
        elif len(legs) > seal.postings:
            self.chain.fault(
                f"A posting was put into {row.key} (seal {seal.position}): {len(legs)}, not {seal.postings}."
            )
        elif not same(canon.content(row, legs, like=seal.content), seal.content):
            self.chain.fault(f"Transaction {row.key} of seal {seal.position} was changed.")
        self._digest(row, legs)

    def _digest(self, row: Transaction, legs: Sequence[Said]) -> None:
        self.content.looked_at += 1
        moved = [Leg(one.source, one.destination, one.minor) for one in legs]
        if canon.digest(row.code, legs[0].currency if legs else "", moved) != row.content_hash:
            self.content.fault(f"{row.key} does not move what it was posted with.")

"""`manage.py ledger verify`: prove a brand's books: sealed, balanced, and in agreement with what they are about."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from haat.books import services as books
from haat.ledger import services as ledger
from haat.management.sealed import SealedCommand, ending

if TYPE_CHECKING:
    from haat.ledger.types import Verdict


class Command(SealedCommand):
    help = "Check the books of every brand and of the platform; exit code 1 when a paisa is missing or was moved, 2 when something waits."
    refusal = "The books do not hold"
    reminder = "The books hold, and something waits for somebody"

    def seal(self) -> int:
        return ledger.seal(everything=True)

    def verify(self, known: list[tuple[int, str]]) -> Verdict:
        return books.verify(at=timezone.now(), known=known)

    def show(self, verdicts: list[Verdict], *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps([_as_dict(verdict) for verdict in verdicts], indent=2))
            return
        for verdict in verdicts:
            state = "DO NOT HOLD" if verdict.faults else "hold"
            self.stdout.write(f"{verdict.slug}: the books {state}, {ending(verdict)}")
            for check in verdict.checks:
                mark = "FAIL" if not check.holds else "WARN" if check.warnings else "ok  "
                self.stdout.write(f"  {mark} {check.number:>2}. {check.title} ({check.looked_at})")
                for sentence in [*check.faults, *check.warnings]:
                    self.stdout.write(f"         - {sentence}")


def _as_dict(verdict: Verdict) -> dict[str, Any]:
    facts = {"slug": verdict.slug, "sealed": verdict.sealed, "waiting": verdict.waiting, "hash": verdict.hash}
    return facts | {"holds": not verdict.faults, "checks": [check.as_dict() for check in verdict.checks]}

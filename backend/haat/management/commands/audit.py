"""`manage.py audit verify`: prove that no audit log was changed, thinned, added to, moved about or cut off."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from django.utils import timezone

from haat.audit import services as audit
from haat.management.sealed import SealedCommand, ending

if TYPE_CHECKING:
    from haat.audit.services import Verdict


class Command(SealedCommand):
    help = "Check the sealed audit logs of every brand and of the platform; exit code 1 when one was tampered with."
    refusal = "Not whole"

    def seal(self) -> int:
        return audit.seal(everything=True)

    def verify(self, known: list[tuple[int, str]]) -> Verdict:
        return audit.verify(at=timezone.now(), known=known)

    def show(self, verdicts: list[Verdict], *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps([asdict(verdict) for verdict in verdicts], indent=2))
            return
        for verdict in verdicts:
            self.stdout.write(f"{verdict.slug}: {'BROKEN' if verdict.faults else 'whole'}, {ending(verdict)}")
            for fault in verdict.faults:
                self.stdout.write(f"  - {fault}")

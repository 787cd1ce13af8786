"""`manage.py audit verify`: prove that no audit log was changed, thinned, added to, moved about or cut off."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from haat.audit import services as audit
from haat.management.heads import heads
from haat.tenancy import queries as tenancy
from haat.tenancy.context import brand_scope

if TYPE_CHECKING:
    from haat.audit.services import Verdict


class Command(BaseCommand):
    help = "Check the sealed audit logs of every brand and of the platform; exit code 1 when one was tampered with."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["verify", "seal"], help="verify checks, seal seals what waits now")
        parser.add_argument("--brand", help="short name of one brand; house is the platform's own log")
        parser.add_argument(
            "--head", action="append", default=[], metavar="BRAND=POSITION:HASH", help="a head that you kept elsewhere"
        )
        parser.add_argument("--json", action="store_true")

    def handle(self, *_: Any, action: str, **options: Any) -> None:
        brands = [brand for brand in tenancy.standing_brands() if options["brand"] in {None, brand.slug}]
        if not brands:
            raise CommandError(f"There is no brand “{options['brand']}”.")
        verdicts = []
        known = heads(options["head"])
        for brand in brands:
            with brand_scope(brand):
                if action == "seal":
                    while audit.seal(everything=True):
                        pass
                verdicts.append(audit.verify(at=timezone.now(), known=known[brand.slug]))
        self._print(verdicts, as_json=options["json"])
        if broken := [verdict.slug for verdict in verdicts if verdict.faults]:
            raise CommandError(f"Not whole: {', '.join(broken)}.")

    def _print(self, verdicts: list[Verdict], *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps([asdict(verdict) for verdict in verdicts], indent=2))
            return
        for verdict in verdicts:
            state = "BROKEN" if verdict.faults else "whole"
            waiting = f", {verdict.waiting} wait for their seal" if verdict.waiting else ""
            end = f", ends with {verdict.sealed}:{verdict.hash}" if verdict.sealed else ""
            self.stdout.write(f"{verdict.slug}: {state}, {verdict.sealed} sealed{waiting}{end}")
            for fault in verdict.faults:
                self.stdout.write(f"  - {fault}")

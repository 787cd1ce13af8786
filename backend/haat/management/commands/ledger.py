"""`manage.py ledger verify`: prove a brand's books: sealed, balanced, and in agreement with what they are about."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from haat.books import services as books
from haat.ledger import services as ledger
from haat.management.heads import heads
from haat.tenancy import queries as tenancy
from haat.tenancy.context import brand_scope

if TYPE_CHECKING:
    from haat.ledger.types import Verdict


class Command(BaseCommand):
    help = "Check the books of every brand and of the platform; exit code 1 when a paisa is missing or was moved."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["verify", "seal"], help="verify checks, seal seals what waits now")
        parser.add_argument("--brand", help="short name of one brand; house is the platform's own book")
        parser.add_argument(
            "--head", action="append", default=[], metavar="BRAND=POSITION:HASH", help="a head that you kept elsewhere"
        )
        parser.add_argument("--json", action="store_true")

    def handle(self, *_: Any, action: str, **options: Any) -> None:
        brands = [brand for brand in tenancy.standing_brands() if options["brand"] in {None, brand.slug}]
        if not brands:
            raise CommandError(f"There is no brand “{options['brand']}”.")
        known, verdicts = heads(options["head"]), []
        for brand in brands:
            with brand_scope(brand):
                if action == "seal":
                    while ledger.seal(everything=True):
                        pass
                verdicts.append(books.verify(at=timezone.now(), known=known[brand.slug]))
        self._print(verdicts, as_json=options["json"])
        if broken := [verdict.slug for verdict in verdicts if verdict.faults]:
            raise CommandError(f"The books do not hold: {', '.join(broken)}.")

    def _print(self, verdicts: list[Verdict], *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps([_as_dict(verdict) for verdict in verdicts], indent=2))
            return
        for verdict in verdicts:
            state = "DO NOT HOLD" if verdict.faults else "hold"
            waiting = f", {verdict.waiting} wait for their seal" if verdict.waiting else ""
            end = f", ends with {verdict.sealed}:{verdict.hash}" if verdict.sealed else ""
            self.stdout.write(f"{verdict.slug}: the books {state}, {verdict.sealed} sealed{waiting}{end}")
            for check in verdict.checks:
                mark = "ok  " if check.holds else "FAIL"
                self.stdout.write(f"  {mark} {check.number:>2}. {check.title} ({check.looked_at})")
                for fault in check.faults:
                    self.stdout.write(f"         - {fault}")


def _as_dict(verdict: Verdict) -> dict[str, Any]:
    facts = {"slug": verdict.slug, "sealed": verdict.sealed, "waiting": verdict.waiting, "hash": verdict.hash}
    return facts | {"holds": not verdict.faults, "checks": [check.as_dict() for check in verdict.checks]}

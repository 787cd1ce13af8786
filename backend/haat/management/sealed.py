"""What the commands share that prove sealed chains of brands: the logs and the books."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from typing import TYPE_CHECKING, Any, ClassVar

from django.core.management.base import BaseCommand, CommandError, CommandParser

from haat.tenancy import queries as tenancy
from haat.tenancy.context import brand_scope

if TYPE_CHECKING:
    Head = tuple[int, str]


WARNED = 2


class SealedCommand(BaseCommand, ABC):
    """Goes through the brands. Verdicts have `slug`, `sealed`, `hash`, `waiting` and `faults`, some `warnings`.

    Exit code 1 for faults of any brand; 2 where everything holds and something needs somebody.
    """

    refusal: ClassVar[str]
    reminder: ClassVar[str] = ""

    @abstractmethod
    def seal(self) -> int:
        """Seal some of what waits in the active brand; returns how many."""

    @abstractmethod
    def verify(self, known: list[Head]) -> Any:
        """The verdict about the active brand, held to heads that somebody kept."""

    @abstractmethod
    def show(self, verdicts: list[Any], *, as_json: bool) -> None:
        """Print what was found."""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["verify", "seal"], help="verify checks, seal seals what waits now")
        parser.add_argument("--brand", help="short name of one brand; house is the platform itself")
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
                    while self.seal():
                        pass
                verdicts.append(self.verify(known[brand.slug]))
        self.show(verdicts, as_json=options["json"])
        if broken := [verdict.slug for verdict in verdicts if verdict.faults]:
            raise CommandError(f"{self.refusal}: {', '.join(broken)}.")
        if warned := [verdict.slug for verdict in verdicts if getattr(verdict, "warnings", ())]:
            raise CommandError(f"{self.reminder}: {', '.join(warned)}.", returncode=WARNED)


def ending(verdict: Any) -> str:
    """What waits, and the head to write down."""
    waiting = f", {verdict.waiting} wait for their seal" if verdict.waiting else ""
    return f"{verdict.sealed} sealed{waiting}" + (
        f", ends with {verdict.sealed}:{verdict.hash}" if verdict.sealed else ""
    )


def heads(words: list[str]) -> dict[str | None, list[Head]]:
    """`aster=120:s1:ab12…` as printed by an earlier run. Raises CommandError."""
    found: dict[str | None, list[Head]] = defaultdict(list)
    for word in words:
        slug, _, rest = word.partition("=")
        position, _, digest = rest.partition(":")
        if not position.isdecimal() or not digest:
            raise CommandError(f"“{word}” is not BRAND=POSITION:HASH.")
        found[slug].append((int(position), digest))
    return found

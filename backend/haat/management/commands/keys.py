"""`manage.py keys new|status|rotate`: make a key, see which keys hold data, bring all data under the current one."""

from __future__ import annotations

import base64
import os
from collections import Counter
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from haat.core import rotation
from haat.tenancy.context import brand_scope, public_scope
from haat.tenancy.queries import standing_brands

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from django.core.management.base import CommandParser


class Command(BaseCommand):
    help = "Keys of encrypted data: make one, see who holds what, rotate."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["new", "status", "rotate"])

    def handle(self, *_: Any, action: str, **__: Any) -> None:
        getattr(self, f"do_{action}")()

    def do_new(self) -> None:
        """Print a fresh key; it is stored nowhere."""
        number = max([int(name[1:]) for name in settings.HAAT_DATA_KEYS if name[1:].isdecimal()], default=0) + 1
        self.stdout.write(f"k{number}:{base64.b64encode(os.urandom(32)).decode()}")

    def do_status(self) -> None:
        found: Counter[str] = Counter()
        for name, scope, apps in _places():
            with scope:
                held = rotation.count(apps)
            found += held
            self._say(name, held)
        self._say("all", found)
        unknown = set(found) - set(settings.HAAT_DATA_KEYS)
        if unknown:
            raise CommandError(f"Nobody can read what {', '.join(sorted(unknown))} encrypted: give the key back.")

    def do_rotate(self) -> None:
        """Safe to stop and to repeat. Afterwards the keys that hold nothing can be taken out of the settings."""
        if is_behind_wall():
            raise CommandError("This runs as the owner (HAAT_DB_PRINCIPAL=owner): the app may not change every table.")
        for name, scope, apps in _places():
            with scope:
                changed, indexed = rotation.reencrypt(apps), rotation.reindex(apps)
            self.stdout.write(f"{name:<24} {changed:>8} values encrypted anew, {indexed} indexes computed anew")
        self.do_status()

    def _say(self, name: str, held: Counter[str]) -> None:
        counts = "  ".join(f"{key} {number}" for key, number in sorted(held.items())) or "nothing"
        self.stdout.write(f"{name:<24} {counts}")


def is_behind_wall() -> bool:
    return bool(settings.DATABASES["default"]["WALL"])


def _places() -> Iterator[tuple[str, AbstractContextManager[Any], list[str]]]:
    """`public`, then every brand that has data, the platform's own among them."""
    yield "public", public_scope(), settings.SHARED_APPS
    for brand in standing_brands():
        yield brand.slug or brand.schema_name, brand_scope(brand), settings.TENANT_APPS

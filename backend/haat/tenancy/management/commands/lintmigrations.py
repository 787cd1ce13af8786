"""`manage.py lintmigrations`: refuse migrations that the code running beside them cannot bear.

The linter reads each migration's SQL, and outside a brand the router gives none for the apps of brands, so that
every migration of theirs would pass. It is therefore run twice: as `public` sees it, and as a brand does.
"""

from __future__ import annotations

import sys
from typing import Any

from django.apps import apps
from django_migration_linter.management.commands import lintmigrations
from django_tenants.utils import schema_context

PLACES = ("public", "any_brand")  # SQL is only written, not run: the schema need not exist


class Command(lintmigrations.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        own = [config.label for config in apps.get_app_configs() if config.name.startswith("haat.")]
        options["include_apps"] = options["include_apps"] or own
        options |= {"quiet": options["quiet"] or ["ignore"], "no_cache": True}  # the cache knows no places
        results = [self._passes(place, *args, **options) for place in PLACES]
        if not all(results):
            sys.exit(1)

    def _passes(self, place: str, *args: Any, **options: Any) -> bool:
        self.stdout.write(f"As {place.replace('_', ' ')} sees it:")
        with schema_context(place):
            try:
                super().handle(*args, **options)
            except SystemExit:
                return False
        return True

"""`manage.py openapi`: write the OpenAPI document of each role to docs/api, or check that they are up to date."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.settings import patched_settings

from haat.urls import roles


class Command(BaseCommand):
    help = "Write docs/api/<role>.json for every role; with --check only compare."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="fail when a document is out of date")

    def handle(self, *_: Any, check: bool = False, **__: Any) -> None:
        folder = settings.BASE_DIR / "docs" / "api"
        folder.mkdir(parents=True, exist_ok=True)
        stale = []
        for role, title in roles.TITLES.items():
            with patched_settings({"TITLE": title}):
                document = SchemaGenerator(patterns=roles.api(role)).get_schema(request=None, public=True)
            text = json.dumps(document, indent=1, ensure_ascii=False, default=str) + "\n"
            file = folder / f"{role}.json"
            if not file.exists() or file.read_text(encoding="utf-8") != text:
                stale.append(role)
                if not check:
                    file.write_text(text, encoding="utf-8")
        if check and stale:
            raise CommandError(
                f"The OpenAPI documents of {', '.join(stale)} are out of date: run ./haat manage openapi."
            )
        self.stdout.write(f"OpenAPI documents: {', '.join(stale) or 'nothing'} {'stale' if check else 'written'}.")

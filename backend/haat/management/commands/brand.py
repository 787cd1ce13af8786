"""`manage.py brand apply|list|import-catalogue`: brands and their goods as files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from haat.core import clock
from haat.core.errors import DomainError
from haat.manifests.apply import Applied, apply
from haat.manifests.apply.people import put_platform_staff
from haat.manifests.listings import import_listings, read_mapping
from haat.manifests.listings.console import Console, result_file
from haat.manifests.logins import logins, platform_staff
from haat.manifests.manifest import read_all
from haat.manifests.problems import Refused
from haat.tenancy import hosts
from haat.tenancy import queries as tenancy


class Command(BaseCommand):
    help = "Open brands from their folders, list them, bring a catalogue in."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True, metavar="apply | list | import-catalogue")
        opened = actions.add_parser(
            "apply", help="open brands from folders, or bring them in line; twice changes nothing"
        )
        opened.add_argument("folders", nargs="+", type=Path, help="folders with a brand.toml, such as tenants/*")
        opened.add_argument("--json", action="store_true", help="print brands and demo logins as JSON")
        listed = actions.add_parser("list", help="the brands that are there")
        listed.add_argument("--json", action="store_true")
        brought = actions.add_parser("import-catalogue", help="bring a large file of listings in as drafts")
        brought.add_argument("brand", help="short name of the brand")
        brought.add_argument("file", type=Path, help="CSV, plain or gzip")
        brought.add_argument("--mapping", type=Path, help="TOML: columns, sellers, categories, defaults")
        brought.add_argument("--report", type=Path, help="write every refused row with line, column and reason here")

    def handle(self, *_: Any, action: str, **options: Any) -> None:
        if not settings.DATABASES["default"]["WALL"]:
            # Jobs belong to the database role that writes them; the owner's would be invisible to every worker.
            raise CommandError("This runs as the app: leave HAAT_DB_PRINCIPAL away.")
        try:
            getattr(self, f"do_{action.replace('-', '_')}")(options)
        except Refused as refused:
            raise CommandError(f"Nothing was applied.\n{refused}" if action == "apply" else str(refused)) from None
        except DomainError as refusal:
            raise CommandError(refusal.message) from None

    def do_apply(self, options: dict[str, Any]) -> None:
        folders = [folder for folder in options["folders"] if folder.is_dir()]
        manifests, staff = read_all(folders), platform_staff(folders)
        with transaction.atomic():
            put_platform_staff(staff)
        for manifest in manifests:
            try:
                applied = apply(manifest=manifest, at=clock.now())
            except DomainError as refusal:
                raise CommandError(f"{manifest.folder / 'brand.toml'}:1: brand: {refusal.message}") from None
            if not options["json"]:
                self._tell(applied)
        if options["json"]:
            self._print_brands({manifest.slug for manifest in manifests}, logins(manifests, staff))

    def do_list(self, options: dict[str, Any]) -> None:
        slugs = {str(brand.slug) for brand in tenancy.brands()}
        if options["json"]:
            self._print_brands(slugs, [])
            return
        for brand in tenancy.brands():
            self.stdout.write(f"{brand.slug:<20} {brand.status:<12} {hosts.url('customer', brand, '')}")

    def do_import_catalogue(self, options: dict[str, Any]) -> None:
        brand, mapping = tenancy.brand_by_slug(options["brand"]), read_mapping(options["mapping"])
        with result_file(options["report"]) as report:
            console = Console(options["file"], self.stdout, self.stderr, report)
            tally = import_listings(
                brand=brand,
                path=options["file"],
                mapping=mapping,
                at=clock.now(),
                refuse=console.refuse,
                progress=console.progress,
            )
        console.sum_up(tally)

    def _tell(self, applied: Applied) -> None:
        done = "opened" if applied.is_new else "brought in line" if applied.is_changed else "unchanged"
        more = f", {applied.products} products written" if applied.is_changed else ""
        self.stdout.write(f"{applied.brand.name}: {done}{more}. {hosts.url('customer', applied.brand)}")

    def _print_brands(self, slugs: set[str], people: list[dict[str, str | None]]) -> None:
        rows = sorted((brand for brand in tenancy.brands() if brand.slug in slugs), key=lambda brand: str(brand.slug))
        brands = [
            {"slug": brand.slug, "host": _host(url), "url": url}
            for brand in rows
            for url in [hosts.url("customer", brand)]
        ]
        self.stdout.write(json.dumps({"brands": brands, "logins": people}))


def _host(url: str) -> str:
    """The name alone, without scheme and port."""
    return url.split("//")[1].split("/", maxsplit=1)[0].split(":", maxsplit=1)[0]

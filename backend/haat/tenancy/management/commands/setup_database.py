"""`manage.py setup_database`: roles, migrations of public and of every brand, grants, spare schemas. Repeatable."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.utils import timezone

from haat.tenancy import schemas, sweep, wall
from haat.tenancy.models import HOUSE, Brand
from haat.tenancy.services import BrandSpec, launch_brand

MINIMUM_VERSION = 18_00_00
EXTENSIONS = ("pg_trgm", "unaccent", "btree_gin")


class Command(BaseCommand):
    help = "Bring the database up to date: roles, shared tables, every brand schema, spare schemas."

    def handle(self, *_: Any, **__: Any) -> None:
        if settings.DATABASES["default"]["WALL"]:
            raise CommandError("This needs the owner's connection: set HAAT_DB_PRINCIPAL=owner.")
        self._check_version()
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(hashtext('haat.setup_database'))")
            for extension in EXTENSIONS:
                cursor.execute(f"CREATE EXTENSION IF NOT EXISTS {extension}")
        wall.install_principals(settings.HAAT_LOGIN_PASSWORD)
        created = 0
        if sweep.is_empty():
            schemas.migrate_empty()
            created += 1
        call_command("migrate_schemas", shared=True, verbosity=0, interactive=False)
        wall.grant_public_tables()
        changed = schemas.migrate_existing()
        created += fill_pool()
        if not Brand.objects.filter(slug=HOUSE).exists():
            self._open_house()
            created += fill_pool()
        self.stdout.write(f"Database is up to date: {changed} brand schemas migrated, {created} spare schemas made.")

    def _check_version(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SHOW server_version_num")
            version = int(cursor.fetchone()[0])
        if version < MINIMUM_VERSION:
            raise CommandError(f"PostgreSQL 18 is needed, this server is version {version // 10000}.")

    def _open_house(self) -> None:
        house = BrandSpec(
            slug=HOUSE, name="Haat", legal_name="Haat", order_prefix="HAT", document_code="HT", home_state="27"
        )
        launch_brand(spec=house, at=timezone.now())


def fill_pool() -> int:
    """Create spare schemas until the pool is as large as HAAT_SPARE_SCHEMAS says; returns how many were made."""
    made = 0
    while Brand.objects.filter(status=Brand.Status.SPARE).count() < settings.HAAT_SPARE_SCHEMAS:
        with transaction.atomic():
            schemas.create_spare()
        made += 1
    return made

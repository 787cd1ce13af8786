"""`manage.py spares`: refill the pool of prepared brand schemas."""

from typing import Any

from django.core.management.base import BaseCommand

from haat.tenancy.management.commands.setup_database import fill_pool


class Command(BaseCommand):
    help = "Make spare brand schemas until the pool is full."

    def handle(self, *_: Any, **__: Any) -> None:
        self.stdout.write(f"{fill_pool()} spare schemas made.")

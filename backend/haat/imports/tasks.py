"""Jobs of imports, run by Celery."""

from haat.core.jobs import job
from haat.imports import services


@job("imports.work", external=True)  # a stretch of many transactions: a claim, not a lock, and it bears repetition
def work(import_id: str) -> None:
    services.work(import_id=import_id)


@job("imports.build_export", external=True)
def build_export(export_id: str) -> None:
    services.build_export(export_id=export_id)


@job("imports.expire")
def expire(import_id: str) -> None:
    services.expire(import_id=import_id)

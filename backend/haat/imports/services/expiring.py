"""Throwing away what is old: the file, its rows and their results; that there was an import stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from haat.imports.models import Export, Import, Result, Row
from haat.tenancy import private

if TYPE_CHECKING:
    from uuid import UUID


def expire(*, import_id: UUID | str) -> None:
    """Repeatable."""
    row = Import.objects.select_for_update(of=("self",)).filter(pk=import_id).first()
    if row is not None:
        drop_file(row)
        row.save(update_fields=["file", "preview", "updated_at"])


def drop_file(row: Import) -> None:
    """Forget the contents; the caller saves the row."""
    Result.objects.filter(of=row).delete()
    Row.objects.filter(of=row).delete()
    for export in Export.objects.filter(of=row):
        drop(export.file)
        export.delete()
    drop(row.file)
    row.file, row.preview = "", []


def drop(name: str) -> None:
    if name:
        private.storage().delete(name)

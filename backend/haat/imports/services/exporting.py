"""Goods, or the results of an import, as a file of the shape that is read here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.audit import services as audit
from haat.core import clock, jobs
from haat.core.errors import DomainError
from haat.imports.models import Export, Import
from haat.imports.queries.goods import HEADER, lines_of
from haat.imports.queries.results import all_rows, phase_of
from haat.imports.services import sheets
from haat.sellers import queries as sellers
from haat.tenancy import private

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from haat.sellers.models import Seller

OUTCOMES = {
    "create": "new", "change": "changed", "unchanged": "unchanged", "refused": "refused", "": "not reached",
}  # fmt: skip


@transaction.atomic
def ask_export(
    *,
    seller: Seller | None,
    user_id: UUID,
    form: str,
    filters: dict[str, Any],
    of: Import | None = None,
) -> Export:
    """A file that a job will write."""
    export = Export.objects.create(seller=seller, user_id=user_id, format=form, filters=filters, of=of)
    jobs.enqueue("imports.build_export", export_id=export.pk)
    audit.record("catalogue.exported", export, after=filters | {"format": form, "of": str(of.pk) if of else ""})
    return export


def build_export(*, export_id: UUID | str) -> None:
    """Write it. A second run writes it again; what cannot be written says why."""
    export = Export.objects.select_related("of", "seller").filter(pk=export_id).first()
    if export is None or export.status == Export.Status.READY:
        return
    try:
        if export.of is not None:
            _results(export, export.of)
        else:
            _goods(export)
        export.status = Export.Status.READY
    except DomainError as refusal:
        export.status, export.failure = Export.Status.FAILED, refusal.message
    export.save(update_fields=["status", "failure", "file", "rows", "updated_at"])


def _goods(export: Export) -> None:
    seller = sellers.seller(export.seller_id) if export.seller_id else None
    lines = lines_of(seller=seller, filters=export.filters)
    name = f"{seller.slug if seller else 'goods'}-{clock.now():%Y-%m-%d}"
    export.file, export.rows = sheets.write(name=name, form=export.format, header=HEADER, lines=lines)


def _results(export: Export, of: Import) -> None:
    header = [*of.header, "status", "line", "column", "message"]
    phase = export.filters.get("phase") or phase_of(of)
    only = export.filters.get("outcome", "")

    def lines() -> Iterator[list[str]]:
        for row in all_rows(of=of, phase=phase):
            if not only or row.outcome == only:
                yield [*row.cells, OUTCOMES[row.outcome], str(row.line), row.column, row.message]

    stem = of.file_name.rpartition(".")[0] or of.file_name
    export.file, export.rows = sheets.write(name=f"{stem}-results", form=export.format, header=header, lines=lines())


def link_of(*, export: Export, user_id: UUID) -> str | None:
    """Where its person fetches it, for a quarter of an hour."""
    return private.link(name=export.file, user_id=user_id, at=clock.now()) if export.file else None

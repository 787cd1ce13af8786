"""What the columns of a file are, and answers for what it does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.audit import services as audit
from haat.catalog import queries as catalog
from haat.core.errors import InvalidInput, NotNow
from haat.imports import columns
from haat.imports.models import Import, Mapping
from haat.sellers import queries as sellers

if TYPE_CHECKING:
    from collections.abc import Sequence

S = Import.Status
MAY_CHANGE = {S.UPLOADED, S.MAPPED, S.CHECKED}


@transaction.atomic
def set_mapping(*, row: Import, names: Sequence[str], options: dict[str, Any]) -> Import:
    """Say what each column is; it is remembered for the next file of this form. Raises InvalidInput, NotNow."""
    row = Import.objects.select_for_update(of=("self",)).get(pk=row.pk)
    if row.status not in MAY_CHANGE:
        raise NotNow(f"“{row.file_name}” is {row.status}; its columns cannot change now.")
    _check_names(row, names)
    _check_options(row, options)
    row.columns, row.options, row.status = list(names), options, S.MAPPED
    row.checked, row.unknown = {}, {}
    row.save(update_fields=["columns", "options", "status", "checked", "unknown", "updated_at"])
    Mapping.objects.update_or_create(
        seller=row.seller,
        fingerprint=columns.fingerprint(row.header),
        defaults={"columns": row.columns, "options": options},
    )
    audit.record("import.mapped", row, after={"columns": ", ".join(name for name in names if name)[:1000]})
    return row


def _check_names(row: Import, names: Sequence[str]) -> None:
    if len(names) != len(row.header):
        raise InvalidInput(
            f"The file has {len(row.header)} columns; say what each is.", details={"columns": ["Wrong number."]}
        )
    if unknown := [name for name in names if not columns.is_target(name)]:
        raise InvalidInput(f"“{unknown[0]}” is nothing a column can be.", details={"columns": ["Not known."]})
    chosen = [name for name in names if name]
    if double := next((name for name in chosen if chosen.count(name) > 1), None):
        raise InvalidInput(f"Two columns cannot both be “{columns.label_of(double)}”.", details={"columns": ["Twice."]})
    if "sku" not in chosen:
        raise InvalidInput(
            "Say which column is the SKU: it names what a row is about.", details={"columns": ["No SKU."]}
        )
    if {"description", "description_html"} <= set(chosen) or {"weight_g", "weight_kg"} <= set(chosen):
        raise InvalidInput("Two columns say the same thing; leave one of them out.", details={"columns": ["Twice."]})


def _check_options(row: Import, options: dict[str, Any]) -> None:
    known = {category.slug for category in catalog.categories()}
    named = [options.get("category", ""), *options.get("categories", {}).values(), *options.get("hsn_by_category", {})]
    if unknown := sorted({slug for slug in named if slug and slug not in known}):
        raise InvalidInput(f"There is no category “{unknown[0]}”.", details={"categories": ["Unknown category."]})
    if row.seller_id and (options.get("seller") or options.get("make_categories")):
        raise InvalidInput("Only the brand’s staff may say this.", details={"options": ["Not for sellers."]})
    if slug := options.get("seller"):
        sellers.seller_by_slug(slug)

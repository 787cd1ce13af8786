"""Papers as files, drawn when somebody asks: the content is frozen, so they are the same each time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from haat.documents import queries, rendering
from haat.documents.content import slip
from haat.tenancy import media
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from haat.documents.models import Document
    from haat.orders.models import SellerOrder

PDF = "application/pdf"


def pdf(document: Document) -> bytes:
    return rendering.pdf([rendering.sheet(queries.whole(document))], logo=logo_of(document.content["look"]))


def packing_slips(*, parts: Sequence[SellerOrder], at: datetime) -> bytes:
    """The slips of several parcels in one file, each on pages of its own."""
    brand, invoices = active_brand(), queries.invoices_of([part.pk for part in parts])
    numbers = {pk: row.number for pk, row in invoices.items()}
    facts = [slip.of_part(part, brand, invoice=numbers.get(part.pk, ""), at=at) for part in parts]
    return rendering.pdf([rendering.slip(one) for one in facts], logo=logo_of(facts[0]["look"]) if facts else "")


def file_name(document: Document) -> str:
    """ASI-2627-000001.pdf: a number has slashes, a file's name must not."""
    return f"{document.number.replace('/', '-')}.pdf"


def logo_of(look: dict[str, Any]) -> str:
    """The brand's logo where it is a drawing of moderate size; without one its name stands there."""
    path = str(look.get("logo") or "")
    if not path.lower().endswith(".svg"):
        return ""
    try:
        return media.store().fetch(path).decode("utf-8", "replace")
    except (OSError, media.StorageOut):
        return ""

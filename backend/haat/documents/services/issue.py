"""Writing a document: number, content and hash in one transaction, once for the fact that it stands for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.db import transaction

from haat.audit import services as audit
from haat.core.ids import new_token
from haat.documents.content.look import look
from haat.documents.content.parties import key_of
from haat.documents.hashing import hash_of
from haat.documents.models import Addressee, Document
from haat.documents.services import numbering
from haat.documents.words import in_words
from haat.tax.queries import papers, regime
from haat.tenancy.context import active_brand

if TYPE_CHECKING:
    from datetime import datetime

    from haat.documents.content.draft import Draft

SALT_BYTES = 16


def issue(*, draft: Draft, at: datetime) -> Document:
    """The document of a fact; the one that is there when it was issued before."""
    with transaction.atomic():
        found = Document.objects.filter(key=draft.key).first()
        return found or _write(draft, at)


def _write(draft: Draft, at: datetime) -> Document:
    brand, zone = active_brand(), regime(draft.country).country.timezone
    whose = f"seller:{draft.seller.pk}" if draft.seller and draft.supplier.tax_number == draft.seller.gstin else "brand"
    key = key_of(draft.supplier, whose)
    number = numbering.take(brand=brand, supplier_key=key, kind=draft.kind, on=draft.on or at.astimezone(zone).date())
    content, person = draft.content() | recipient(draft), None
    if draft.recipient.is_person:
        person = draft.recipient.person | {"salt": new_token(SALT_BYTES)}
        content["recipient_hash"] = hash_of(person)
    content |= {
        "number": number.text, "issued_on": number.on.isoformat(), "year": papers(draft.country).year_text(number.year),
        "in_words": in_words(content["payable_minor"], draft.currency), "look": look(brand),
    }  # fmt: skip
    row = Document.objects.create(
        key=draft.key, kind=draft.kind, series_id=number.series, serial=number.serial, number=number.text, supplier_key=key,
        year=number.year, issued_at=at, issued_on=number.on, seller=draft.seller, order=draft.order, part=draft.part,
        original=draft.original, period=draft.period, country=draft.country, currency=draft.currency,
        content=content, content_hash=hash_of(content), **draft.sums,
    )  # fmt: skip
    if person:
        Addressee.objects.create(document=row, person=json.dumps(person))
    audit.record("document.issued", row, after={"kind": row.kind, "total_minor": row.total_minor}, label=row.number)
    return row


def recipient(draft: Draft) -> dict[str, Any]:
    """A business is named in the document for good; of a person only where it lives is part of it."""
    party = draft.recipient
    return {"recipient": party.without_person if party.is_person else party.as_data()}

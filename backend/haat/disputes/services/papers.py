"""Papers of a case: taken from staff and sellers, looked at by their first bytes, kept where nothing serves them."""

from __future__ import annotations

import hashlib
from typing import IO, TYPE_CHECKING

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from haat.audit import services as audit
from haat.core.errors import InvalidInput, NotFound
from haat.disputes import queries
from haat.disputes.models import Paper
from haat.disputes.services.answering import require_answerable
from haat.tenancy import private

if TYPE_CHECKING:
    from uuid import UUID

    from haat.disputes.models import Case
    from haat.sellers.models import Seller

FILE_BYTES_MAX = 4_000_000
PAPERS_MAX = 20
NAME_CHARS_MAX = 120
STARTS = {b"%PDF-": "application/pdf", b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"}


def add_paper(*, case: Case, seller: Seller | None, kind: str, name: str, source: IO[bytes]) -> Paper:
    """Keep one; the same file of the same kind is one. Raises InvalidInput for what is no PDF, JPEG or PNG."""
    content = source.read(FILE_BYTES_MAX + 1)
    mime = _kind_of(content)
    with transaction.atomic():
        case = queries.locked_case(case.pk)
        require_answerable(case)
        digest = hashlib.sha256(content).hexdigest()
        known = Paper.objects.filter(case=case, kind=kind, sha256=digest).first()
        if known is not None and known.seller_id == (seller.pk if seller else None):
            return known
        if known is not None or case.papers.count() >= PAPERS_MAX:
            raise _refused(_("This paper is there already, or there are too many of them."))
        kept = private.storage().put(name, ContentFile(content))
        paper = Paper.objects.create(
            case=case, seller=seller, kind=kind, name=_plain(name), file=kept, mime=mime, file_bytes=len(content), sha256=digest
        )  # fmt: skip
        after = {"file": paper.name, "kind": kind, "bytes": paper.file_bytes, "sha256": digest}
        audit.record("dispute.paper_added", case, after=after, label=case.number)
    return paper


def drop_paper(*, case: Case, paper_id: UUID, seller: Seller | None = None) -> None:
    """Take one out again. A seller takes out its own alone. Raises NotFound."""
    with transaction.atomic():
        case = queries.locked_case(case.pk)
        require_answerable(case)
        rows = Paper.objects.filter(case=case, pk=paper_id)
        paper = (rows.filter(seller=seller) if seller else rows).first()
        if paper is None:
            raise NotFound("There is no such paper.")
        audit.record("dispute.paper_dropped", case, before={"file": paper.name, "kind": paper.kind}, label=case.number)
        paper.delete()


def _kind_of(content: bytes) -> str:
    if len(content) > FILE_BYTES_MAX:
        raise _refused(_("A paper may have %(most)d MB at most.") % {"most": FILE_BYTES_MAX // 1_000_000})
    for start, mime in STARTS.items():
        if content.startswith(start):
            return mime
    raise _refused(_("Banks take PDF, JPEG and PNG. This file is none of them."))


def _plain(name: str) -> str:
    plain = "".join(sign for sign in name.replace("\\", "/").rpartition("/")[2] if sign.isprintable()).strip()
    return plain[-NAME_CHARS_MAX:] or "paper"


def _refused(sentence: str) -> InvalidInput:
    return InvalidInput(sentence, details={"file": [sentence]})

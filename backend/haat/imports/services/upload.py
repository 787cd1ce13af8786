"""Taking a file in: bounded while it comes, looked at once it is here."""

from __future__ import annotations

import hashlib
import tempfile
from datetime import timedelta
from typing import IO, TYPE_CHECKING, Any, Protocol

from django.core.files import File
from django.db import transaction

from haat.audit import services as audit
from haat.core import jobs
from haat.core.errors import InvalidInput
from haat.imports import columns, formats, limits
from haat.imports.models import Import, Mapping
from haat.tenancy import private

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.sellers.models import Seller

NAME_CHARS_MAX = 120


class TooLarge(InvalidInput):
    code = "file_too_large"


class Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


def begin(
    *, source: Readable, announced: int, name: str, seller: Seller | None, user_id: UUID | None, at: datetime
) -> Import:
    """Keep a file and say how it reads. Raises TooLarge before it is read or as soon as it grows too large, Unreadable."""
    if announced > limits.FILE_BYTES_MAX:
        raise _too_large()
    name = _plain_name(name)
    with tempfile.TemporaryFile() as copy:
        size, digest = _copied(source, copy)
        look = formats.look(copy, columns.known)
        header = look.layout.header
        known = Mapping.objects.filter(seller=seller, fingerprint=columns.fingerprint(header)).first()
        copy.seek(0)
        kept = private.storage().put(name, File(copy))
    with transaction.atomic():
        row = Import.objects.create(
            seller=seller, user_id=user_id, file_name=name, file=kept, file_bytes=size, sha256=digest, layout=look.layout.as_dict(),
            header=header, preview=look.preview, notes=look.notes, columns=known.columns if known else columns.guess(header),
            options=known.options if known else {}, is_remembered=known is not None,
            status=Import.Status.MAPPED if known else Import.Status.UPLOADED,
        )  # fmt: skip
        audit.record("import.uploaded", row, after={"file": name, "bytes": size, "sha256": digest})
        jobs.enqueue("imports.expire", at=at + timedelta(days=limits.KEEP_DAYS), import_id=row.pk)
    return row


def _copied(source: Readable, copy: IO[bytes]) -> tuple[int, str]:
    size, digest = 0, hashlib.sha256()
    while piece := source.read(limits.UPLOAD_PIECE_BYTES):
        size += len(piece)
        if size > limits.FILE_BYTES_MAX:
            raise _too_large()
        digest.update(piece)
        copy.write(piece)
    return size, digest.hexdigest()


def _too_large() -> TooLarge:
    most = limits.FILE_BYTES_MAX // 1024**2
    return TooLarge(f"This file is too large: at most {most} MB are read. Cut it into parts and send them one by one.")


def _plain_name(name: str) -> str:
    plain = "".join(sign for sign in name.replace("\\", "/").rpartition("/")[2] if sign.isprintable()).strip()
    if not plain:
        raise InvalidInput("The file needs a name.", details={"name": ["Give the file a name."]})
    return plain[-NAME_CHARS_MAX:]


def as_facts(row: Import) -> dict[str, Any]:
    """What the log says of it."""
    return {"file": row.file_name, "rows": row.rows, "seller": str(row.seller_id or "")}

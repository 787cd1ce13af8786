"""Documents that are nobody's but one person's or the brand's staff's: exports, proofs of identity.

They lie in a folder that no web server serves, below the brand's own. They are reached by an address that names the
file, the person and the end of its life, signed for this brand: on another brand's host, for another person, or a
quarter of an hour later it is no address at all.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, cast

from django.conf import settings
from django.core import signing
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import storages
from django.http import HttpResponse
from django.utils._os import safe_join
from django.utils.http import content_disposition_header
from django.utils.text import get_valid_filename

from haat.core.db import connection
from haat.core.errors import NotFound
from haat.core.ids import new_token
from haat.tenancy.files import Folder

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from haat.tenancy.files import Store

LIFE = timedelta(minutes=15)
SALT = "haat.private"
NAME_LENGTH_MAX = 80


EXPORTS = "exports"


class Kept:
    """What storages of private files share: no address, and names that cannot be guessed."""

    def url(self, name: str | None, *_: Any, **__: Any) -> str:
        raise SuspiciousFileOperation(f"{name} is private: use haat.tenancy.private.link().")

    def put(self, file_name: str, content: Any) -> str:
        """Keep a file under a name that cannot be guessed; returns what `link` and `open` want."""
        tail = get_valid_filename(PurePosixPath(file_name).name)[-NAME_LENGTH_MAX:]
        saved: str = self.save(f"{new_token(16)}/{tail}", content)  # type: ignore[attr-defined]  # the storage's
        return saved


class PrivateStorage(Kept, Folder):
    """A folder a brand, outside everything that is served; `public` itself keeps what belongs to a person."""

    def __init__(self) -> None:
        super().__init__(directory_permissions_mode=0o700, file_permissions_mode=0o600)

    @property
    def location(self) -> str:
        return safe_join(settings.HAAT_PRIVATE_ROOT, connection.schema_name)


class ExportStorage(PrivateStorage):
    """Copies of people's data, which are no brand's."""

    @property
    def location(self) -> str:
        return safe_join(settings.HAAT_PRIVATE_ROOT, EXPORTS)


def storage() -> PrivateStorage:
    """The private files of the active brand, in a folder or a bucket."""
    return cast("PrivateStorage", storages["private"])


def exports() -> Store:
    return cast("Store", storages[EXPORTS])


def link(*, name: str, user_id: UUID | str, at: datetime) -> str:
    """An address of a file for one person on this brand's hosts, for a quarter of an hour."""
    facts = {"f": name, "b": connection.schema_name, "u": str(user_id), "e": int((at + LIFE).timestamp())}
    return f"/api/v1/private/{signing.dumps(facts, salt=SALT, compress=True)}"


def opened(*, ticket: str, user_id: UUID | str, at: datetime) -> HttpResponse:
    """The file as a download. Raises NotFound for another brand, another person, a dead or forged address."""
    try:
        facts = signing.loads(ticket, salt=SALT)
    except signing.BadSignature:
        raise _nothing() from None
    alive = facts["e"] >= int(at.timestamp())
    if not alive or facts["b"] != connection.schema_name or facts["u"] != str(user_id):
        raise _nothing()
    try:
        with storage().open(facts["f"]) as file:
            content = file.read()  # papers are small, and nothing stays open
    except (FileNotFoundError, SuspiciousFileOperation):
        raise _nothing() from None
    name = PurePosixPath(facts["f"]).name
    headers = {"Cache-Control": "private, no-store", "Content-Security-Policy": "default-src 'none'; sandbox"}
    headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return HttpResponse(content, content_type="application/octet-stream", headers=headers)


def _nothing() -> NotFound:
    return NotFound("This file is not here, or its address has run out. Ask for it again.")

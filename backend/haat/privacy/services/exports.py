"""A copy of everything: asked for, made by a job, taken away after some days."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import orjson
from django.conf import settings
from django.db import IntegrityError, transaction

from haat.core import jobs
from haat.core.errors import NotNow
from haat.identity import services as identity
from haat.privacy import files, portrait
from haat.privacy.models import Export

if TYPE_CHECKING:
    from datetime import datetime

    from haat.identity.models import User

READ_ME = (
    "This is a copy of what is kept about you, as JSON: account.json is your sign-in, each folder is one shop.\n"
    "It was made because you asked for it. Keep it safe; it is taken off our side after some days.\n"
)


@transaction.atomic
def ask(*, user: User, brand: Any, at: datetime) -> Export:
    """Ask for a copy: of one brand's data, or of all. Raises NotNow while one is being made."""
    try:
        with transaction.atomic():
            row = Export.objects.create(user=user, brand_id=brand.pk if brand else None, asked_at=at)
    except IntegrityError:
        raise NotNow("Your copy is being made already.") from None
    jobs.enqueue("privacy.build_export", export_id=row.pk)
    identity.note("export.asked", user=user, brand_id=row.brand_id)
    return row


def build(*, export: Export, at: datetime) -> None:
    """Make the archive. A second run makes it again over the first."""
    if export.status != Export.Status.ASKED:
        return
    found = portrait.of(export.user, only=export.brand_id, at=at)
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("READ-ME.txt", READ_ME)
        for name, content in found.items():
            archive.writestr(name, orjson.dumps(content, default=str, option=orjson.OPT_INDENT_2))
    files.write(export, body.getvalue())
    export.status, export.ready_at, export.size = Export.Status.READY, at, len(body.getvalue())
    export.expires_at = at + settings.HAAT_EXPORT_LIFE
    export.save(update_fields=["status", "ready_at", "size", "expires_at", "updated_at"])
    jobs.enqueue("privacy.expire_export", at=export.expires_at, export_id=export.pk)


def expire(*, export: Export) -> None:
    files.remove(export)
    Export.objects.filter(pk=export.pk).update(status=Export.Status.EXPIRED)


def fetch(*, export: Export, at: datetime) -> bytes:
    """The archive for its person. Raises NotNow before it is made and after it was taken away."""
    if export.status != Export.Status.READY or export.expires_at is None or export.expires_at <= at:
        raise NotNow("This copy is not there: it is being made, or its days are over. Ask for a new one.")
    try:
        content = files.read(export)
    except FileNotFoundError:
        raise NotNow("This copy is not there any more. Ask for a new one.") from None
    identity.note("export.downloaded", user=export.user, brand_id=export.brand_id)
    return content

"""Where exports lie: a folder that no address leads to, each file encrypted under its own export."""

from __future__ import annotations

import base64
import os
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from haat.core.crypto import decrypt, encrypt

if TYPE_CHECKING:
    from haat.privacy.models import Export


def write(export: Export, content: bytes) -> None:
    path = _path(export)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    sealed = encrypt(base64.b64encode(content).decode(), purpose=_purpose(export))
    waiting = path.with_suffix(".part")
    waiting.touch(mode=0o600)
    waiting.write_text(sealed, encoding="ascii")
    os.replace(waiting, path)  # noqa: PTH105 - atomic, also over a file of an earlier try


def read(export: Export) -> bytes:
    """Raises FileNotFoundError when it was taken away."""
    return base64.b64decode(decrypt(_path(export).read_text(encoding="ascii"), purpose=_purpose(export)))


def remove(export: Export) -> None:
    _path(export).unlink(missing_ok=True)


def _path(export: Export) -> Path:
    return Path(settings.HAAT_PRIVATE_ROOT) / "exports" / f"{export.pk}.sealed"


def _purpose(export: Export) -> str:
    return f"privacy.export.{export.pk}"

"""Where exports lie: a store that no address leads to, each file encrypted under its own export."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from haat.core.crypto import decrypt, encrypt
from haat.tenancy import private

if TYPE_CHECKING:
    from haat.privacy.models import Export


def write(export: Export, content: bytes) -> None:
    sealed = encrypt(base64.b64encode(content).decode(), purpose=_purpose(export))
    private.exports().replace(_name(export), sealed.encode("ascii"))


def read(export: Export) -> bytes:
    """Raises FileNotFoundError when it was taken away."""
    sealed = private.exports().fetch(_name(export)).decode("ascii")
    return base64.b64decode(decrypt(sealed, purpose=_purpose(export)))


def remove(export: Export) -> None:
    private.exports().forget(_name(export))


def _name(export: Export) -> str:
    return f"{export.pk}.sealed"


def _purpose(export: Export) -> str:
    return f"privacy.export.{export.pk}"

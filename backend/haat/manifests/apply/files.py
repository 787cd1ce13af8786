"""The theme's files in the brand's media folder, so that every web process serves them from the same storage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

if TYPE_CHECKING:
    from haat.manifests.manifest import Manifest

SERVED = {".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".ico", ".woff2"}


def copy_files(manifest: Manifest) -> None:
    """Copy what is new or different, under the name the manifest uses (`theme/…`)."""
    for file in manifest.files:
        if file.suffix.lower() in SERVED:
            _copy(file.relative_to(manifest.folder).as_posix(), file.read_bytes())


def _copy(name: str, content: bytes) -> None:
    if default_storage.exists(name):
        with default_storage.open(name) as there:
            if there.read() == content:
                return
        default_storage.delete(name)
    default_storage.save(name, ContentFile(content))

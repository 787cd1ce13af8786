"""Files of brands: the path begins with the brand's schema, whatever the caller asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.conf import settings
from django.core.files.storage import default_storage
from django.utils._os import safe_join

from haat.core.db import connection
from haat.tenancy.files import Folder, StorageOut, brand_folder

if TYPE_CHECKING:
    from haat.tenancy.files import Store

__all__ = ["BrandStorage", "StorageOut", "address", "store"]


class BrandStorage(Folder):
    """Stores below the active brand's folder and refuses to work outside a brand."""

    def path(self, name: str) -> str:
        return safe_join(super().path(brand_folder()), name)  # `..` cannot climb to a neighbour

    def url(self, name: str | None) -> str:
        return super().url(name)  # the host names the brand, so the address need not


def store() -> Store:
    """The files of the active brand that are served."""
    return cast("Store", default_storage)


def address(path: str) -> str:
    """Where a file of the active brand is read: on its own hosts, or below STORAGE_PUBLIC_URL. Empty stays empty."""
    if not path:
        return ""
    base = settings.STORAGE_PUBLIC_URL
    return f"{base}/{connection.schema_name}/{path}" if base else f"{settings.MEDIA_URL}{path}"

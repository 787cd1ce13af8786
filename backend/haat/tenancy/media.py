"""Files of brands: the path begins with the brand's schema, whatever the caller asks for."""

from __future__ import annotations

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import FileSystemStorage

from haat.core.db import connection


class BrandStorage(FileSystemStorage):
    """Stores below the active brand's folder and refuses to work outside a brand."""

    def path(self, name: str) -> str:
        return super().path(f"{self._folder()}/{name}")

    def url(self, name: str | None) -> str:
        return super().url(name)  # the host names the brand, so the address need not

    @staticmethod
    def _folder() -> str:
        schema = connection.schema_name
        if schema == "public":
            raise SuspiciousFileOperation("Files belong to a brand; none is active.")
        return str(schema)

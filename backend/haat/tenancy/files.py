"""Whole files by name, the same in a folder and in a bucket."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import FileSystemStorage

from haat.core.db import connection
from haat.core.errors import Unavailable
from haat.core.ids import new_token

if TYPE_CHECKING:
    from collections.abc import Iterator

UNFINISHED = ".part"


class StorageOut(Unavailable):
    """The bucket does not answer, or refuses us."""

    code = "storage_out"


class Stamp(NamedTuple):
    etag: str
    changed: datetime


class Store(Protocol):
    """What storages of ours can do besides Django's verbs; names cannot leave the store's own folder."""

    def replace(self, name: str, content: bytes) -> None:
        """Write a whole file, over an earlier one: readers see the old one or the new one. Raises StorageOut."""

    def fetch(self, name: str) -> bytes:
        """Raises FileNotFoundError, StorageOut."""

    def stamp(self, name: str) -> Stamp | None:
        """What changes when the file does; None when it is not there. Raises StorageOut."""

    def forget(self, name: str) -> None:
        """Delete it, if it is there. Raises StorageOut."""

    def names(self, folder: str) -> Iterator[tuple[str, datetime]]:
        """Files of a folder and when they were written. Raises StorageOut."""


def brand_folder() -> str:
    """The folder of the active brand. Raises SuspiciousFileOperation outside brands."""
    schema = connection.schema_name
    if schema == "public":
        raise SuspiciousFileOperation("Files belong to a brand; none is active.")
    return str(schema)


class Folder(FileSystemStorage):
    """A `Store` on a disk."""

    def replace(self, name: str, content: bytes) -> None:
        path = Path(self.path(name))
        path.parent.mkdir(mode=self.directory_permissions_mode or 0o777, parents=True, exist_ok=True)
        waiting = path.with_name(f".{new_token(8)}{UNFINISHED}")
        with os.fdopen(os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_EXCL, self._mode), "wb") as file:
            file.write(content)
        waiting.replace(path)

    def fetch(self, name: str) -> bytes:
        return Path(self.path(name)).read_bytes()

    def stamp(self, name: str) -> Stamp | None:
        path = Path(self.path(name))
        if not path.is_file():
            return None
        found = path.stat()
        return Stamp(f'"{int(found.st_mtime * 1e6):x}-{found.st_size:x}"', datetime.fromtimestamp(found.st_mtime, UTC))

    def forget(self, name: str) -> None:
        Path(self.path(name)).unlink(missing_ok=True)

    def names(self, folder: str) -> Iterator[tuple[str, datetime]]:
        with suppress(FileNotFoundError):
            for path in sorted(Path(self.path(folder)).iterdir()):
                if path.is_file():
                    yield path.name, datetime.fromtimestamp(path.stat().st_mtime, UTC)

    @property
    def _mode(self) -> int:
        return self.file_permissions_mode or 0o644

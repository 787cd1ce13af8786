"""The same storages in a bucket of S3 or of whoever speaks its language. Keys begin with the brand's folder."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile
from storages.backends.s3 import S3Storage
from storages.utils import safe_join

from haat.core.db import connection
from haat.tenancy.files import Stamp, StorageOut, brand_folder
from haat.tenancy.private import EXPORTS, Kept

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

CONNECT_SECONDS, READ_SECONDS, TRIES_MAX = 3, 20, 3
IMMUTABLE = "public, max-age=31536000, immutable"


class Bucket(S3Storage):
    """A `Store` of which every name lies below `folder()`; nothing in it is public by itself."""

    bucket_name: str
    location: str
    client_config: Any
    file_overwrite = False
    querystring_auth = True

    def __init__(self, **options: Any) -> None:
        style = "path" if options.get("endpoint_url") else "auto"
        self.client_config = Config(
            connect_timeout=CONNECT_SECONDS, read_timeout=READ_SECONDS, retries={"total_max_attempts": TRIES_MAX},
            signature_version="s3v4", s3={"addressing_style": style},
            request_checksum_calculation="when_required", response_checksum_validation="when_required",
        )  # fmt: skip
        super().__init__(**options)

    def folder(self) -> str:
        raise NotImplementedError

    def _normalize_name(self, name: str) -> str:
        try:
            return str(safe_join(safe_join(self.location, self.folder()), name))
        except ValueError:
            raise SuspiciousFileOperation(f"{name} lies outside its folder.") from None

    def replace(self, name: str, content: bytes) -> None:
        with reached():
            self._save(name, ContentFile(content))

    def fetch(self, name: str) -> bytes:
        with reached():
            found = self.connection.meta.client.get_object(Bucket=self.bucket_name, Key=self._normalize_name(name))
            return bytes(found["Body"].read())

    def stamp(self, name: str) -> Stamp | None:
        try:
            with reached():
                found = self.connection.meta.client.head_object(Bucket=self.bucket_name, Key=self._normalize_name(name))
        except FileNotFoundError:
            return None
        return Stamp(found["ETag"], found["LastModified"])

    def forget(self, name: str) -> None:
        with reached():
            self.delete(name)

    def names(self, folder: str) -> Iterator[tuple[str, datetime]]:
        prefix = f"{self._normalize_name(folder)}/"
        with reached():
            for found in self.bucket.objects.filter(Prefix=prefix):
                yield found.key.removeprefix(prefix), found.last_modified


class BrandBucket(Bucket):
    def folder(self) -> str:
        return brand_folder()

    def get_object_parameters(self, name: str) -> dict[str, Any]:
        """Pictures are named by their content: whoever stands before the bucket may keep them for good."""
        found: dict[str, Any] = super().get_object_parameters(name)
        return found | ({"CacheControl": IMMUTABLE} if "/pictures/" in name else {})


class PrivateBucket(Kept, Bucket):
    def folder(self) -> str:
        return str(connection.schema_name)


class ExportBucket(Kept, Bucket):
    def folder(self) -> str:
        return EXPORTS


@contextmanager
def reached() -> Iterator[None]:
    """What the bucket says, in our words: FileNotFoundError, or StorageOut for everything else."""
    try:
        yield
    except ClientError as error:
        if error.response.get("ResponseMetadata", {}).get("HTTPStatusCode") == 404:
            raise FileNotFoundError("There is no such file.") from None
        raise StorageOut(f"Files cannot be read or written now ({error.response['Error'].get('Code')}).") from error
    except BotoCoreError as error:
        raise StorageOut("The store of files does not answer. Try again in a moment.") from error

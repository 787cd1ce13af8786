"""Where files lie: folders (`file:///…`) or buckets (`s3://bucket/prefix?endpoint=…&region=…`)."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from config.environment import BASE_DIR, env

STORAGE_ACCESS_KEY = env.str("STORAGE_ACCESS_KEY", default="")  # neither: those of the machine's own role
STORAGE_SECRET_KEY = env.str("STORAGE_SECRET_KEY", default="")
if bool(STORAGE_ACCESS_KEY) != bool(STORAGE_SECRET_KEY):
    raise ImproperlyConfigured("Give STORAGE_ACCESS_KEY and STORAGE_SECRET_KEY both, or neither.")


def bucket_of(name: str, text: str) -> dict[str, Any]:
    """What a storage of S3 is made with; empty for a folder. Raises ImproperlyConfigured."""
    url = urlsplit(text)
    if url.scheme == "file" and url.path.startswith("/") and not url.netloc:
        return {}
    query = dict(parse_qsl(url.query, keep_blank_values=True))
    unknown = sorted(set(query) - {"endpoint", "region"})
    if url.scheme != "s3" or not url.hostname or unknown or url.username or url.password:
        raise ImproperlyConfigured(
            f"{name} must be file:///folder or s3://bucket/prefix?endpoint=…&region=…; keys stand in STORAGE_ACCESS_KEY."
        )
    return {
        "bucket_name": url.hostname,
        "location": unquote(url.path).strip("/"),
        "endpoint_url": query.get("endpoint") or None,
        "region_name": query.get("region") or None,
        "access_key": STORAGE_ACCESS_KEY or None,
        "secret_key": STORAGE_SECRET_KEY or None,
    }


STORAGE_URL = env.str("STORAGE_URL", default=f"file://{BASE_DIR}/.haat/media")
PRIVATE_STORAGE_URL = env.str("PRIVATE_STORAGE_URL", default=f"file://{BASE_DIR}/.haat/private")
STORAGE_BUCKET = bucket_of("STORAGE_URL", STORAGE_URL)
PRIVATE_BUCKET = bucket_of("PRIVATE_STORAGE_URL", PRIVATE_STORAGE_URL)
# Files of brands below another address, such as a CDN before the bucket; empty: each host serves them itself
STORAGE_PUBLIC_URL = env.str("STORAGE_PUBLIC_URL", default="").rstrip("/")
MEDIA_URL = "/media/"
MEDIA_ROOT = "" if STORAGE_BUCKET else unquote(urlsplit(STORAGE_URL).path)
HAAT_PRIVATE_ROOT = "" if PRIVATE_BUCKET else unquote(urlsplit(PRIVATE_STORAGE_URL).path)


def _store(folder: str, bucket: str, options: dict[str, Any]) -> dict[str, Any]:
    return {"BACKEND": bucket, "OPTIONS": options} if options else {"BACKEND": folder}


FILE_STORES = {
    "default": _store("haat.tenancy.media.BrandStorage", "haat.tenancy.buckets.BrandBucket", STORAGE_BUCKET),
    "private": _store("haat.tenancy.private.PrivateStorage", "haat.tenancy.buckets.PrivateBucket", PRIVATE_BUCKET),
    "exports": _store("haat.tenancy.private.ExportStorage", "haat.tenancy.buckets.ExportBucket", PRIVATE_BUCKET),
}

"""What must hold before Haat goes into production: `manage.py check --deploy` says what does not."""

from __future__ import annotations

from pathlib import Path, PurePath, PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register  # noqa: A004 - Django's names

if TYPE_CHECKING:
    from collections.abc import Mapping

LOCAL = {"127.0.0.1", "localhost", "::1", ""}
VERIFIED = {"verify-full", "verify-ca"}


@register(Tags.security, deploy=True)
def production(app_configs: Any, **_: Any) -> list[Error | Warning]:  # noqa: ARG001 - Django's signature
    """Every finding names the setting and what to do."""
    return [*_kind(), *_keys(), *_connections(), *_edge(), *_files()]


def _kind() -> list[Error | Warning]:
    found: list[Error | Warning] = []
    if not settings.PRODUCTION:
        found.append(Error("HAAT_ENV is not production.", hint="Set HAAT_ENV=production.", id="haat.E001"))
    if settings.HAAT_PUBLIC_SCHEME != "https":
        found.append(
            Error("Addresses that are sent out are not https.", hint="Set HAAT_PUBLIC_SCHEME=https.", id="haat.E002")
        )
    if settings.RAZORPAY_SIMULATOR or settings.HAAT_INBOX_URL:
        hint = "Take RAZORPAY_SIMULATOR and HAAT_INBOX_URL away."
        found.append(Error("The simulator or the development inbox is on.", hint=hint, id="haat.E003"))
    if settings.HAAT_CLOCK_FILE:
        found.append(Error("A moved clock is set.", hint="Take HAAT_CLOCK_FILE away.", id="haat.E004"))
    if settings.HAAT_API_DOCS:
        hint = "Set HAAT_API_DOCS=false, unless the API is meant to be read by everybody."
        found.append(Warning("The API's documents are public.", hint=hint, id="haat.W001"))
    return found


def _keys() -> list[Error | Warning]:
    found: list[Error | Warning] = []
    if settings.SECRET_KEY == settings.DEVELOPMENT_SECRET or len(set(settings.SECRET_KEY)) < 12:
        found.append(
            Error("HAAT_SECRET_KEY is known or not random.", hint="Give at least 32 random characters.", id="haat.E005")
        )
    first = next(iter(settings.HAAT_DATA_KEYS.values()))
    if first == settings.DERIVED_DATA_KEY:
        hint = "Give HAAT_DATA_KEYS keys of their own (./haat keys new), so that they can change without the secret."
        found.append(Warning("The key of personal data follows from HAAT_SECRET_KEY.", hint=hint, id="haat.W002"))
    return found


def _connections() -> list[Error | Warning]:
    """TLS to what is not on this machine, with the other side's certificate verified."""
    found: list[Error | Warning] = []
    for name in ("DATABASE_URL", "DATABASE_APP_URL"):
        url = urlsplit(getattr(settings, name, "") or "")
        if url.hostname and not _is_local(url.hostname) and parse_qs(url.query).get("sslmode", [""])[0] not in VERIFIED:
            hint = f"Add ?sslmode=verify-full&sslrootcert=… to {name}."
            found.append(Error("The database's certificate is not verified.", hint=hint, id="haat.E006"))
    valkey = urlsplit(settings.REDIS_URL)
    unverified = parse_qs(valkey.query).get("ssl_cert_reqs", ["required"])[0].lower() in {"none", "optional"}
    if not _is_local(valkey.hostname or "") and (valkey.scheme != "rediss" or unverified):
        found.append(
            Error("Valkey is spoken to without verified TLS.", hint="Use rediss:// in REDIS_URL.", id="haat.E007")
        )
    if not _is_local(settings.EMAIL_HOST) and not (settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL):
        found.append(
            Error("Mail leaves without TLS.", hint="Use smtp+tls:// or smtp+ssl:// in EMAIL_URL.", id="haat.E008")
        )
    for name in ("SMS_URL", "RAZORPAY_BASE_URL", "HAAT_DNS_URL", "HAAT_VAULT_URL"):
        url = urlsplit(getattr(settings, name, "") or "")
        if url.scheme == "http" and not _is_local(url.hostname or ""):
            found.append(Error(f"{name} is not https.", hint=f"Use https:// in {name}.", id="haat.E009"))
    return found


def _edge() -> list[Error | Warning]:
    found: list[Error | Warning] = []
    if not settings.HAAT_TRUSTED_PROXIES_SAID:
        hint = "Set HAAT_TRUSTED_PROXIES to the networks of your proxies, or to none when there are none."
        found.append(Error("It is not said who stands before Haat.", hint=hint, id="haat.E010"))
    if any(network.prefixlen == 0 for network in settings.HAAT_TRUSTED_PROXIES):
        hint = "Name the networks of your proxies only."
        found.append(Error("HAAT_TRUSTED_PROXIES believes everybody.", hint=hint, id="haat.E011"))
    return found


def _files() -> list[Error | Warning]:
    found: list[Error | Warning] = []
    private, public = (
        _place(settings.PRIVATE_BUCKET, settings.HAAT_PRIVATE_ROOT),
        _place(settings.STORAGE_BUCKET, settings.MEDIA_ROOT),
    )
    served = [public, _place({}, settings.STATIC_ROOT)]
    if any(private == one or one in private.parents for one in served):
        hint = "Put PRIVATE_STORAGE_URL outside STORAGE_URL and HAAT_STATIC_ROOT; a bucket of its own is best."
        found.append(Error("Private documents lie in a folder that is served.", hint=hint, id="haat.E012"))
    for name, bucket in (("STORAGE_URL", settings.STORAGE_BUCKET), ("PRIVATE_STORAGE_URL", settings.PRIVATE_BUCKET)):
        endpoint = urlsplit(bucket.get("endpoint_url") or "")
        if endpoint.scheme == "http" and not _is_local(endpoint.hostname or ""):
            hint = f"Use https:// in the endpoint of {name}."
            found.append(Error(f"The bucket of {name} is spoken to without TLS.", hint=hint, id="haat.E013"))
    if urlsplit(settings.STORAGE_PUBLIC_URL).scheme not in {"", "https"}:
        hint = "Use https:// in STORAGE_PUBLIC_URL."
        found.append(Error("Pictures are shown from an address without TLS.", hint=hint, id="haat.E014"))
    return found


def _place(bucket: Mapping[str, Any], root: str) -> PurePath:
    """Where files lie, so that two places can be compared: a folder, or a bucket with its prefix."""
    if not bucket:
        return Path(root).resolve()
    return PurePosixPath("s3:", bucket["bucket_name"], *PurePosixPath(bucket["location"]).parts)


def _is_local(host: str) -> bool:
    return host in LOCAL or host.startswith("/")

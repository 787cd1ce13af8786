"""Who can sign in to look around, outside production."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from haat.manifests.apply.people import demo_customer
from haat.manifests.brand_toml import PLATFORM_TOML
from haat.manifests.problems import Refused
from haat.manifests.toml_file import TomlFile

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from haat.manifests.manifest import Manifest

DEMO_STAFF = [{"name": "Om Prakash", "email": "om@haat.example", "role": "owner"}]


def platform_staff(folders: Iterable[Path]) -> list[dict[str, str]]:
    """Who runs the platform: `platform.toml` beside the brands, else a demo person outside production."""
    files = dict.fromkeys(folder.parent / "platform.toml" for folder in folders)
    for file in files:
        if file.is_file():
            toml = TomlFile(file, PLATFORM_TOML)
            if toml.problems:
                raise Refused(toml.problems)
            staff: list[dict[str, str]] = toml.data["staff"]
            return staff
    return DEMO_STAFF if settings.HAAT_ENV != "production" else []


def logins(manifests: Iterable[Manifest], staff: Iterable[dict[str, str]]) -> list[dict[str, str | None]]:
    """`role`, `brand` and `identifier` of each person worth trying."""
    if settings.HAAT_ENV == "production":
        return []
    found: list[dict[str, str | None]] = []
    for manifest in manifests:
        people = [("customer", demo_customer(manifest.slug))]
        people += [("seller", seller["owner"]["email"]) for seller in manifest.data["sellers"]]
        people += [("admin", member["email"]) for member in manifest.data["staff"] if member["role"] == "owner"]
        found += [{"role": role, "brand": manifest.slug, "identifier": identifier} for role, identifier in people]
    return found + [{"role": "platform", "brand": None, "identifier": member["email"]} for member in staff]

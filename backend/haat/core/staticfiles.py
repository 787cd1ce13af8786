"""Static files: ours get their hash in the name, the portals' builds have it already."""

from __future__ import annotations

import re
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

BUILT = re.compile(r"^(seller|admin|customer)/assets/")
DJANGO_HASH = re.compile(r"\.[0-9a-f]{12}\.[a-z0-9]+$")


class Storage(CompressedManifestStaticFilesStorage):
    """Leaves the names of Vite's files alone: their chunks import each other by them."""

    def hashed_name(self, name: str, content: Any = None, filename: str | None = None) -> str:
        return name if BUILT.match(name) else str(super().hashed_name(name, content, filename))


def is_immutable(_path: str, url: str) -> bool:
    """Whether a file may be cached for ever (WhiteNoise asks)."""
    name = url.removeprefix("/static/")
    return bool(BUILT.match(name) or DJANGO_HASH.search(name))

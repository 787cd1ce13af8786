"""Where Vite put the storefront's script and styles. A portal that was not built still renders, plain."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.templatetags.static import static

MANIFEST = Path(__file__).parent / "dist" / "manifest.json"
ENTRY = "src/main.ts"


@lru_cache(maxsize=4)
def _entry(_changed_at: float) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(MANIFEST.read_text(encoding="utf-8"))[ENTRY]
    return found


def _current() -> dict[str, Any]:
    return _entry(MANIFEST.stat().st_mtime) if MANIFEST.is_file() else {}


def scripts() -> list[str]:
    found = _current()
    return [static(f"customer/{found['file']}")] if found else []


def styles() -> list[str]:
    return [static(f"customer/{file}") for file in _current().get("css", [])]

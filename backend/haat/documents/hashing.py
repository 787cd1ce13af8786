"""The hash of a document's content: over its canonical JSON, so that the order of keys says nothing."""

from __future__ import annotations

import hashlib
import json
from typing import Any


def hash_of(content: dict[str, Any]) -> str:
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()

"""JSON that comes in: what is not JSON, or too deep for a document of ours, is refused before anything reads it."""

from __future__ import annotations

from typing import Any

import orjson
from django.conf import settings
from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser


class StrictJSONParser(BaseParser):
    """As the standard says: no NaN, no lone surrogates, no endless nesting; a whole number beyond 64 bits is no integer."""

    media_type = "application/json"

    def parse(self, stream: Any, _media_type: str | None = None, _context: Any = None) -> Any:
        text = stream.read(settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
        if len(text) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            raise ParseError("This body is larger than any of ours needs to be.")
        try:
            return orjson.loads(text)
        except orjson.JSONDecodeError as error:
            raise ParseError(f"This is not JSON: {error}") from None

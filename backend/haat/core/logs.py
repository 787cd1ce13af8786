"""Logs without people in them. Code does not log personal data; this is the second line, for what slips through.

Everything a formatter writes, tracebacks included, is scrubbed: what a database or a library puts into its message
is not ours to choose.
"""

from __future__ import annotations

import json
import logging
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from haat.core import context

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES = r"(?:[\w-]*(?:password|passwd|secret|token|otp|api[_-]?key|key_secret|private_key|signature|cookie)|code|pin_code|cvv|x-api-key)"
EDGE, END = r"(?<![\w.-])", r"(?![\w-])"
RULES: list[tuple[re.Pattern[str], str]] = [
    (re.compile(r"\b(bearer|basic|negotiate)\s+[\w.~+/=-]{6,}", re.IGNORECASE), r"\1 [hidden]"),
    (re.compile(r"\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?"), "[token]"),
    (re.compile(r"(://[^/\s:@]*):[^/\s@]+@"), r"\1:[hidden]@"),  # passwords in addresses of servers
    (re.compile(r"__Host-[\w]+=[^;\s\"']+"), "[cookie]"),
    (re.compile(rf"(\b{NAMES}\b[\"']?\s*(?:[:=]|=>|is)\s*[\"']?)[^\s\"',;}}&)]+", re.IGNORECASE), r"\1[hidden]"),
    (re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+"), "[e-mail]"),
    (re.compile(r"\b\d{2}[A-Z]{5}\d{4}[A-Z][A-Z\d]Z[A-Z\d]\b"), "[gstin]"),
    (re.compile(r"(?<![A-Za-z\d])[A-Z]{5}\d{4}[A-Z](?![A-Za-z\d])"), "[pan]"),
    (re.compile(rf"{EDGE}(?:\+\d{{1,3}}[\s-]?)?\d{{5}}[\s-]?\d{{5}}{END}"), "[phone]"),
    (re.compile(rf"{EDGE}\+\d{{8,15}}{END}"), "[phone]"),
    (re.compile(rf"{EDGE}(?:\d{{9,19}}|\d{{4}}(?:[ -]\d{{4}}){{3}}){END}"), "[number]"),  # accounts and cards
]


def scrub(text: str) -> str:
    """The text without phones, mail addresses, PAN, account numbers, codes, tokens and passwords."""
    for pattern, instead in RULES:
        text = pattern.sub(instead, text)
    return text


class LineFormatter(logging.Formatter):
    """One readable line, scrubbed."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name} {message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        return scrub(super().format(record))


class JsonFormatter(logging.Formatter):
    """One JSON object a line, scrubbed, with what finds the rest: request, brand and who acted."""

    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": scrub(record.getMessage()),
        }
        told |= {name: value for name, value in _whereabouts().items() if value}
        if record.exc_info:
            told["error"] = scrub(self.formatException(record.exc_info))
        return json.dumps(told, ensure_ascii=False)


def _whereabouts() -> Mapping[str, Any]:
    from haat.core.db import connection  # settings name this module before Django's connections can be made

    here = context.current()
    return {
        "request_id": here.request_id,
        "brand": getattr(connection, "schema_name", ""),
        "actor_kind": here.actor.kind,
        "actor_id": here.actor.user_id,
    }

"""Several values in one cell, so that writing and reading again gives the same."""

from __future__ import annotations

import re

from haat.core.sentences import sentence

PARTS = re.compile(r"(?:\\.|[^|\\])+")
COMMAS = re.compile(r"(?:\\.|[^,;\\])+")


def join_tags(tags: list[str]) -> str:
    return "|".join(_escaped(tag, "|,;") for tag in tags)


def split_tags(text: str) -> list[str]:
    """By bars; where there is none, by commas."""
    parts = PARTS.findall(text)
    if len(parts) == 1:
        parts = COMMAS.findall(text)
    found = (_plain(part).strip() for part in parts)
    return list(dict.fromkeys(part for part in found if part))


def join_pairs(pairs: list[dict[str, str]]) -> str:
    return "|".join(f"{_escaped(pair['name'], '|=')}={_escaped(pair['value'], '|')}" for pair in pairs)


def split_pairs(text: str) -> list[dict[str, str]]:
    """Raises ValueError."""
    found = []
    for part in PARTS.findall(text):
        if not part.strip():
            continue
        name, sign, value = _cut(part)
        if not sign or not name or not value:
            raise ValueError(sentence("pairs_unread", "Write specifications as name=value, with | between them."))
        found.append({"name": name[:60], "value": value[:200]})
    return found


def _cut(part: str) -> tuple[str, str, str]:
    at = next((one.start() for one in re.finditer(r"(?<!\\)=", part)), -1)
    if at < 0:
        return part, "", ""
    return _plain(part[:at]).strip(), "=", _plain(part[at + 1 :]).strip()


def _escaped(text: str, signs: str) -> str:
    return re.sub(f"([\\\\{re.escape(signs)}])", r"\\\1", text)


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)

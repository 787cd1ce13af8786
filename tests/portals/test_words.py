"""Every sentence of the portals has its Hindi (the compiler sees to that), and no translation is left over."""

from __future__ import annotations

import json
import re

import pytest

from tests.portals.sources import PORTALS, STAFF, sources

CALL = re.compile(r'\btn?\(\s*"((?:[^"\\]|\\.)*)"(?:,\s*"((?:[^"\\]|\\.)*)")?')
LIST = re.compile(r"= \[\n([^\]]*)\] as const;")  # sentences of the server, see kit/src/i18n/told.ts
LISTED = re.compile(r'^\s*"((?:[^"\\]|\\.)*)",$', re.MULTILINE)
ENTRY = re.compile(r'^\s*(?:"((?:[^"\\]|\\.)*)"|(\w+)):\s*(?=")|^\s*"((?:[^"\\]|\\.)*)":$', re.MULTILINE)


def used(portal: str) -> set[str]:
    found = set()
    for file in sources():
        if file.is_relative_to(PORTALS / portal / "src") and file.parent.name != "i18n":
            text = file.read_text(encoding="utf-8")
            for sentences in CALL.findall(text):
                found |= {json.loads(f'"{sentence}"') for sentence in sentences if sentence}
            if "told(" in text:
                found |= {json.loads(f'"{one}"') for body in LIST.findall(text) for one in LISTED.findall(body)}
    return found


def known(portal: str) -> set[str]:
    text = "".join(file.read_text(encoding="utf-8") for file in (PORTALS / portal / "src" / "i18n").glob("hi*.ts"))
    entries = ["".join(match) for match in ENTRY.findall(text)]
    return {json.loads(f'"{sentence}"') for sentence in entries}


@pytest.mark.parametrize("portal", STAFF)
def test_no_translation_is_left_over(portal: str) -> None:
    assert len(known(portal)) > 40
    assert not known(portal) - used(portal)


@pytest.mark.parametrize("portal", STAFF)
def test_no_sentence_lacks_its_translation(portal: str) -> None:
    assert not used(portal) - known(portal) - known("kit")
